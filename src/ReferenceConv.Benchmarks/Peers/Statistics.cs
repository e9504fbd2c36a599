using System.Diagnostics;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>What times and ratios want.</summary>
internal static class Statistics
{
    /// <summary>
    /// Seconds since a timestamp of <see cref="Stopwatch"/>, as fine as its clock; a TimeSpan has only tenths of a microsecond.
    /// </summary>
    public static double SecondsSince(long timestamp) => (Stopwatch.GetTimestamp() - timestamp) / (double)Stopwatch.Frequency;

    /// <summary>The middle one of these, the upper of two.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }

    /// <summary>ⁿ√(v₁ · … · vₙ), the mean of ratios that does not care which way round they are; null of none.</summary>
    public static double? GeometricMean(IEnumerable<double> values)
    {
        double[] logarithms = [.. values.Select(static value => Math.Log(value))];
        return logarithms.Length == 0 ? null : Math.Exp(logarithms.Average());
    }
}
