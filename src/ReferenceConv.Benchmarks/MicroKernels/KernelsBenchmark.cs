using System.Collections.Immutable;
using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Horology;
using ReferenceConv.Benchmarks.Peers;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary><c>kernels</c>: the innermost loops alone, by BenchmarkDotNet.</summary>
internal static class KernelsBenchmark
{
    private const int Iterations = 40;
    private const int Turns = 75;
    private const int IterationMilliseconds = 5;

    private static readonly TimeSpan PeakTime = TimeSpan.FromSeconds(0.3);

    public static Command Create()
    {
        var artifacts =
            new Option<DirectoryInfo?>("--artifacts") { Description = "Keep BenchmarkDotNet's log and JSON here.", HelpName = "FOLDER" };
        var command =
            new Command("kernels", "Micro-kernels in the first-level cache, and references beside spans; under a minute.") { artifacts };
        command.SetAction(result => Run(result.GetValue(artifacts)));
        return command;
    }

    private static void Run(DirectoryInfo? artifacts)
    {
        string folder = artifacts?.FullName ?? Directory.CreateTempSubdirectory("kernels-").FullName;
        try
        {
            SortedDictionary<int, double> peaks = Peaks([]);
            Summary summary = BenchmarkRunner.Run<KernelTimings>(Config(folder));
            peaks = Peaks(peaks);
            IEnumerable<KernelRow> rows = summary.Reports.Select(report => KernelRow.Of(report, peaks));
            KernelTable.Write(Console.Out, [.. rows.OrderBy(static row => KernelList.All.IndexOf(row.Kernel))]);
            WriteRatios();
            KernelTable.WriteLegend(Console.Out, peaks);
        }
        finally
        {
            if (artifacts is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static ManualConfig Config(string folder) => ManualConfig.CreateEmpty()
        .WithArtifactsPath(folder)
        .AddLogger(NullLogger.Instance)
        .AddExporter(JsonExporter.Full)
        .AddJob(Job.ShortRun
            .WithToolchain(InProcessNoEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(IterationMilliseconds))
            .WithIterationCount(Iterations)
            .WithEvaluateOverhead(false));

    /// <summary>GFLOP/s of float by the bits of a vector: the higher of what is measured now and what was before.</summary>
    private static SortedDictionary<int, double> Peaks(SortedDictionary<int, double> before)
    {
        var peaks = new SortedDictionary<int, double>();
        foreach (int bits in KernelList.All.Select(static kernel => kernel.Bits).Distinct())
            peaks[bits] = Math.Max(before.GetValueOrDefault(bits), FmaPeak.Measure(1, bits, PeakTime));
        return peaks;
    }

    private static void WriteRatios()
    {
        ImmutableArray<(string References, string Spans)> pairs = [.. KernelList.Pairs.Where(static pair => KernelList.Has(pair.Spans))];
        if (pairs.IsEmpty)
            return;
        KernelTable.WriteRatioHead(Console.Out);
        foreach ((string references, string spans) in pairs)
            KernelTable.WriteRatio(Console.Out, spans, Ratio<float>(references, spans), Ratio<double>(references, spans));
    }

    private static SideBySide Ratio<T>(string references, string spans) =>
        SideBySide.Measure(KernelList.Find<T>(references).Run, KernelList.Find<T>(spans).Run, Turns);
}
