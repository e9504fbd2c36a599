using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ReferenceConv.Benchmarks.Peers.Hosting;
using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Benchmarks.Peers.Report;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary><c>peers</c>: the fast path beside the libraries people would use instead.</summary>
internal static class PeersBenchmark
{
    private const int OutOfBound = 1;

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Write all numbers to this file too.", HelpName = "FILE" };
        var quick = new Option<bool>("--quick") { Description = "Fewer and shorter blocks: under two minutes." };
        var layers =
            new Option<string[]>("--layers") { Description = "Only layers with this in their name; repeatable.", HelpName = "TEXT" };
        Option<int?> threads = OneOf("--threads", "Only one table, for this many threads.", 1, 2);
        json.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Directory.Exists: false } file)
                result.AddError($"--json must be in a folder that exists, was '{file}'");
        });
        Option<int?> width = OneOf("--width", "Bits of the vectors of our path and of the peak; the widest if left out.", 128, 256, 512);
        var host = new Option<string?>("--host") { Hidden = true };
        host.AcceptOnlyFromAmong([.. PeerKind.All.Select(static kind => kind.Name)]);
        layers.Validators.Add(static result =>
        {
            foreach (Token text in result.Tokens)
                if (!NetworkLayers.All.Any(layer => IsNamed(layer, text.Value)))
                    result.AddError($"--layers must be part of a layer's name, such as 'dw' or '3x3', was '{text.Value}'");
        });
        width.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: string text }] && int.TryParse(text, out int bits) && bits > FmaPeak.WidestVector)
                result.AddError($"--width must be at most {FmaPeak.WidestVector} on this machine, was {bits}");
        });

        var command = new Command("peers", "Our fast path beside ONNX Runtime, oneDNN and MathNet on 34 layers, float, batch 1.")
        {
            json, quick, layers, threads, width, host,
        };
        command.SetAction(result =>
        {
            if (result.GetValue(host) is string name)
            {
                PeerHost.Run(PeerKind.All.Single(kind => kind.Name == name), result.GetValue(threads) ?? 1, result.GetValue(width),
                    Console.In, Console.Out);
                return 0;
            }

            string[] texts = result.GetValue(layers) ?? [];
            ImmutableArray<int> chosen =
            [
                .. Enumerable.Range(0, NetworkLayers.All.Length)
                    .Where(index => texts.Length == 0 || texts.Any(text => IsNamed(NetworkLayers.All[index], text))),
            ];
            return Run(new PeersOptions(
                chosen,
                result.GetValue(threads) is int only ? [only] : [1, 2],
                result.GetValue(width),
                result.GetValue(quick),
                result.GetValue(json)));
        });
        return command;
    }

    private static bool IsNamed(NetworkLayer layer, string text) => layer.Name.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static Option<int?> OneOf(string name, string description, params int[] allowed)
    {
        string words = $"{string.Join(", ", allowed.SkipLast(1))} or {allowed[^1]}";
        return new Option<int?>(name)
        {
            Description = description,
            HelpName = string.Join('|', allowed),
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (int.TryParse(text, out int number) && allowed.Contains(number))
                    return number;
                result.AddError($"{name} must be {words}, was '{text}'");
                return null;
            },
        };
    }

    private static int Run(PeersOptions options)
    {
        TextWriter output = Console.Out;
        foreach (PeerKind kind in PeerKind.All.Where(static kind => !kind.IsInstalled()))
            output.WriteLine($"{kind.Name} is not installed and left out: {PeerLibraries.HowToInstall}");

        var results = new List<LayerResult>();
        var remarks = new List<string>();
        foreach (int threads in options.Threads)
        {
            using var run = new PeersRun(options, threads);
            PeersTable.WriteHeading(output, threads, options.Width ?? FmaPeak.WidestVector);
            var rows = new List<LayerResult>();
            foreach (int index in options.Layers)
            {
                rows.Add(run.Measure(index));
                PeersTable.WriteRow(output, rows[^1]);
            }

            PeersSummary.Write(output, rows, isForced: options.Width < FmaPeak.WidestVector);
            results.AddRange(rows);
            remarks.AddRange(run.Remarks);
        }

        PeersTable.WriteLegend(output, options);
        foreach (string remark in remarks.Distinct())
            output.WriteLine(remark);
        int faults = results.Sum(static result => result.Faults.Length);
        if (faults > 0)
            output.WriteLine($"{faults} out of bound, named in the table");
        if (options.JsonFile is not null)
            PeersJson.Write(options.JsonFile, options, results);
        return faults > 0 ? OutOfBound : 0;
    }
}
