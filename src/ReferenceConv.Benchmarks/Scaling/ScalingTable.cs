using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceConv.Benchmarks.Scaling;

/// <summary>The tables, 80 columns wide.</summary>
internal static class ScalingTable
{
    /// <summary>One series.</summary>
    public static void Write(TextWriter output, ScalingSeries series, ImmutableArray<ScalingRow> rows)
    {
        bool ofThreads = rows.Any(static row => row.Point.Threads > 1);
        output.WriteLine(
            $"{series.Title,-24}{"ms",9}{"GF/s",6}{"%peak",6}{"scratch KB",15}{"prepare",10}{(ofThreads ? "  speed-up" : "")}");
        foreach (ScalingRow row in rows)
        {
            string scratch = $"{row.ScratchBytes / 1024}/{row.Point.Layer.PaddedInputBytes / 1024}";
            string speedUp = ofThreads ? $"{Number(rows[0].Seconds / row.Seconds, "F2"),9}x" : "";
            output.WriteLine(
                $"{"  " + row.Point.Label,-24}{Number(row.Seconds * 1e3, "F3"),9}{Number(row.Rate, "F0"),6}{Number(100 * row.ShareOfPeak, "F0"),6}"
                + $"{scratch,15}{Number(row.PreparationRuns, "F2"),10}{speedUp}");
        }

        output.Flush();
    }

    /// <summary>What the columns mean.</summary>
    public static void WriteLegend(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("ms, GF/s  best run, float, weights prepared; two operations to a multiply-add,");
        output.WriteLine("          products with padding counted");
        output.WriteLine("%peak     of fused multiply-adds in registers on as many threads, same run; rows");
        output.WriteLine("          of zeros are left out yet counted: a small image can go beyond 100");
        output.WriteLine("scratch   KB a prepared convolution holds beside its weights / padded input");
        output.WriteLine("prepare   best preparation of the weights, in runs of the line, in memory used");
        output.WriteLine("          before; pages new to the process cost more than the packing");
        output.WriteLine("speed-up  against the first line, timed in turn with it");
    }

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
