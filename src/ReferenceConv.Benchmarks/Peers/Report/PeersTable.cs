using System.Globalization;
using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers.Report;

/// <summary>The table, 80 columns wide, a row as soon as it is measured.</summary>
internal static class PeersTable
{
    private const string Missing = "-";

    /// <summary>Which threads, and what stands in each column.</summary>
    public static void WriteHeading(TextWriter output, int threads, int width)
    {
        output.WriteLine();
        output.WriteLine($"{threads} {(threads == 1 ? "thread" : "threads")}, peak of {width}-bit vectors");
        string ratios = string.Concat(Comparison.All.Select(static comparison => $"{comparison.Heading,6}"));
        output.WriteLine($"{"layer",-25}{"MMAC",6}{"GF/s",6}{ratios}{"%peak",6}{"scratch KB",13}");
    }

    /// <summary>One layer. A peer that is out of bound is named under it.</summary>
    public static void WriteRow(TextWriter output, LayerResult result)
    {
        NetworkLayer layer = result.Layer;
        string ratios = string.Concat(Comparison.All.Select(comparison => $"{Ratio(comparison.At(result)),6}"));
        string scratch = $"{(result.ScratchBytes is long bytes ? $"{bytes / 1024}" : Missing)}/{layer.PaddedInputBytes / 1024}";
        output.WriteLine(
            $"{layer.Name,-25}{Number(layer.Geometry.MultiplyAdds / 1e6, "F0"),6}{Number(result.Rate(PeerKind.Ours), "F0"),6}{ratios}"
            + $"{Number(100 * result.ShareOfPeak, "F0"),6}{scratch,13}");
        foreach (string fault in result.Faults)
            output.WriteLine($"  out of bound: {fault}");
        output.Flush();
    }

    /// <summary>What the columns mean.</summary>
    public static void WriteLegend(TextWriter output, PeersOptions options)
    {
        output.WriteLine();
        output.WriteLine($"Best of {options.Rounds} blocks of {options.BlockMilliseconds} ms, the peers in turn, each in a process of its own, weights laid out beforehand.");
        output.WriteLine("MMAC = million multiply-adds, padding counted; GF/s = ours, two operations each; x = how many times as fast as");
        output.WriteLine("  xORT    ONNX Runtime, NCHW to NCHW, the better of its two layouts");
        output.WriteLine("  x1DNb   oneDNN direct, in its blocked layouts, reorders not counted");
        output.WriteLine("  x1DNp   oneDNN direct, NCHW to NCHW");
        output.WriteLine("  xMath   explicit im2col and MathNet's matrix product"
            + (options.IsQuick ? $"; left out above {options.MostMathNetMultiplyAdds / 1_000_000} MMAC when quick" : ""));
        output.WriteLine("%peak = of fused multiply-adds in registers, measured between the blocks; scratch KB = ours / one padded input.");
        output.WriteLine(
            "Every output is checked at 64 places: within L·u/(1−L·u) · Σ|x·w| of the sum in double, u = 2⁻²⁴, L = terms + 1.");
    }

    /// <summary>Two digits behind the point, fewer for a large one.</summary>
    public static string Ratio(double? ratio) => Number(ratio, ratio >= 100 ? "F0" : ratio >= 10 ? "F1" : "F2");

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? Missing;
}
