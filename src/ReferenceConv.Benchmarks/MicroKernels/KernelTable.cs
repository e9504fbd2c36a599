using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>The closing table, 80 columns wide.</summary>
internal static class KernelTable
{
    /// <summary>All kernels.</summary>
    public static void Write(TextWriter output, ImmutableArray<KernelRow> rows)
    {
        output.WriteLine($"{"micro-kernel, operands in L1",-53}{"GF/s",6}{"%peak",7}{"median",7}{"GB/s",7}");
        foreach (KernelRow row in rows)
            output.WriteLine(
                $"{row.Kernel,-53}{Number(row.Rate),6}{Number(100 * row.ShareOfPeak),7}{Number(100 * row.MedianShareOfPeak),7}{Number(row.Moved),7}");
    }

    /// <summary>Head of the ratios.</summary>
    public static void WriteRatioHead(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"references are so many times as fast, in turn, as",-53}{"float",6}{"median",7}{"double",7}{"median",7}");
    }

    /// <summary>References beside spans.</summary>
    public static void WriteRatio(TextWriter output, string spans, SideBySide single, SideBySide twice) => output.WriteLine(
        $"{spans,-53}{Ratio(single.Ratio),6}{Ratio(single.MedianRatio),7}{Ratio(twice.Ratio),7}{Ratio(twice.MedianRatio),7}");

    /// <summary>What the columns mean.</summary>
    public static void WriteLegend(TextWriter output, IReadOnlyDictionary<int, double> peaks)
    {
        output.WriteLine();
        output.WriteLine("GF/s: best of 40 iterations of 5 ms, two operations to a wanted multiply-add;");
        output.WriteLine("%peak: of fused multiply-adds in registers, best and median; GB/s: read, written");
        output.WriteLine("one source, spans: an indexer tests both ends of a vector; slices: each is one");
        string words = string.Join(", ", peaks.Select(static peak => $"{Number(peak.Value)} GFLOP/s with {peak.Key} bits"));
        output.WriteLine($"peak, float: {words}; double: half");
    }

    private static string Number(double? number) => number?.ToString("F0", CultureInfo.InvariantCulture) ?? "-";

    private static string Ratio(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);
}
