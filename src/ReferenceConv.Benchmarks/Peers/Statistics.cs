namespace ReferenceConv.Benchmarks.Peers;

/// <summary>The two means that times and ratios want.</summary>
internal static class Statistics
{
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
