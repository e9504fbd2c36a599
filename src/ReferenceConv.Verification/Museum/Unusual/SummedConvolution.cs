using ReferenceConv.Geometry;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Unusual;

/// <summary>Collects the factors of every result first and sums them in a way of one's own.</summary>
/// <param name="sum">Sums the products of the factors.</param>
internal sealed class SummedConvolution(Func<List<(float First, float Second)>, float> sum) : NaiveLoops, IConvolution<float>
{
    /// <summary>Whether results are summed in parallel.</summary>
    public bool IsParallel { get; init; }

    /// <inheritdoc/>
    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y)
    {
        List<(float, float)>[] factors = Factors(y.Length);
        for (int e = 0; e < y.Length && !bias.IsEmpty; e++)
            factors[e].Add((bias[e / geometry.Relation.Outputs % geometry.OutChannels], 1));
        float[] a = x.ToArray();
        float[] b = w.ToArray();
        ForEach(geometry, p => factors[p.Y].Add((a[p.X], b[p.W])));
        Sum(factors, y);
    }

    /// <inheritdoc/>
    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> w, ReadOnlySpan<float> dy, Span<float> dx)
    {
        List<(float, float)>[] factors = Factors(dx.Length);
        float[] a = w.ToArray();
        float[] b = dy.ToArray();
        ForEach(geometry, p => factors[p.X].Add((a[p.W], b[p.Y])));
        Sum(factors, dx);
    }

    /// <inheritdoc/>
    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw)
    {
        List<(float, float)>[] factors = Factors(dw.Length);
        float[] a = x.ToArray();
        float[] b = dy.ToArray();
        ForEach(geometry, p => factors[p.W].Add((a[p.X], b[p.Y])));
        Sum(factors, dw);
    }

    private static List<(float, float)>[] Factors(int results)
    {
        var factors = new List<(float, float)>[results];
        for (int e = 0; e < results; e++)
            factors[e] = [];
        return factors;
    }

    private void Sum(List<(float, float)>[] factors, Span<float> results)
    {
        var sums = new float[results.Length];
        if (IsParallel)
            Parallel.For(0, sums.Length, e => sums[e] = sum(factors[e]));
        else
            for (int e = 0; e < sums.Length; e++)
                sums[e] = sum(factors[e]);
        sums.CopyTo(results);
    }
}
