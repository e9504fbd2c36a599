using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>The closing table, 80 columns wide.</summary>
internal static class KernelTable
{
    /// <summary>All kernels.</summary>
    public static void Write(TextWriter output, ImmutableArray<KernelRow> rows)
    {
        output.WriteLine($"{"micro-kernel, operands in L1",-40}{"GF/s",8}{"%peak",8}{"median",8}{"GB/s",8}");
        foreach (KernelRow row in rows)
            output.WriteLine(
                $"{row.Kernel,-40}{Number(row.Rate),8}{Number(100 * row.ShareOfPeak),8}{Number(100 * row.MedianShareOfPeak),8}{Number(row.Moved),8}");
    }

    /// <summary>References beside spans.</summary>
    public static void WriteRatio(TextWriter output, string number, SideBySide times) =>
        output.WriteLine($"references are {Ratio(times.Ratio)} times as fast as spans, {number} 14x2, in turn; median {Ratio(times.MedianRatio)}");

    /// <summary>What the columns mean.</summary>
    public static void WriteLegend(TextWriter output, IReadOnlyDictionary<int, double> peaks)
    {
        output.WriteLine();
        output.WriteLine("GF/s: best of 40 iterations of 5 ms, two operations to a wanted multiply-add;");
        output.WriteLine("%peak: of fused multiply-adds in registers, best and median; GB/s: read, written");
        string words = string.Join(", ", peaks.Select(static peak => $"{Number(peak.Value)} GFLOP/s with {peak.Key} bits"));
        output.WriteLine($"peak, float: {words}; double: half");
    }

    private static string Number(double? number) => number?.ToString("F0", CultureInfo.InvariantCulture) ?? "-";

    private static string Ratio(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);
}
