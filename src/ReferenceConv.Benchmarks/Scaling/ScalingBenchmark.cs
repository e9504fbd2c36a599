using System.Collections.Immutable;
using System.CommandLine;

namespace ReferenceConv.Benchmarks.Scaling;

/// <summary><c>scaling</c>: how time and memory of the fast path grow with image, channels, batch and threads.</summary>
internal static class ScalingBenchmark
{
    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Write all numbers to this file too.", HelpName = "FILE" };
        json.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Directory.Exists: false } file)
                result.AddError($"--json must be in a folder that exists, was '{file}'");
        });
        var command =
            new Command("scaling", "The fast path against image side, channels, batch and threads, float; under a minute.") { json };
        command.SetAction(result => Run(result.GetValue(json)));
        return command;
    }

    private static void Run(FileInfo? json)
    {
        var tables = new List<(ScalingSeries Series, ImmutableArray<ScalingRow> Rows)>();
        foreach (ScalingSeries series in ScalingSeries.All)
        {
            tables.Add((series, ScalingRun.Measure(series)));
            ScalingTable.Write(Console.Out, series, tables[^1].Rows);
        }

        ScalingTable.WriteLegend(Console.Out);
        if (json is not null)
            ScalingJson.Write(json, tables);
    }
}
