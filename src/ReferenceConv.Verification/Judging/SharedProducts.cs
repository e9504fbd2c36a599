using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Judging;

/// <summary>
/// In how many results one product occurs. Over zeros i = o·s − p + r·d leaves one place for each product; another border reads an input
/// several times, and then the same product, rounded alike, is part of several results.
/// </summary>
internal static class SharedProducts
{
    /// <summary>The most results that share a product: axis by axis, because pairs are products of the axes' pairs.</summary>
    public static long Most(ConvolutionGeometry geometry, ConvolutionOperator op)
    {
        if (op is not (ConvolutionOperator.Forward or ConvolutionOperator.WeightGradient))
            return 1;   // a pair (o, r) reads one input, so that w[r]·dy[o] has one place in dx; everything else has no products

        long most = 1;
        foreach (Axis axis in geometry.Axes)
            if (axis.Border != Border.Zeros)
                most *= op == ConvolutionOperator.Forward
                    ? Most(axis, axis.Kernel, axis.Output, static (axis, r, o) => axis.InputAt(o, r))    // x[i]·w[r] in several o
                    : Most(axis, axis.Output, axis.Kernel, static (axis, o, r) => axis.InputAt(o, r));   // x[i]·dy[o] in several r
        return most;
    }

    private static int Most(Axis axis, int fixedPlaces, int resultPlaces, Func<Axis, int, int, int> inputAt)
    {
        int most = 0;
        var met = new int[axis.Input];
        for (int place = 0; place < fixedPlaces; place++)
        {
            Array.Clear(met);
            for (int result = 0; result < resultPlaces; result++)
                if (inputAt(axis, place, result) is var i && i != Axis.None)
                    most = Math.Max(most, ++met[i]);
        }

        return most;
    }
}
