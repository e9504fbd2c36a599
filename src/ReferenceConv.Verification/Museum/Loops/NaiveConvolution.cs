using System.Numerics;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Museum.Loops;

/// <summary>The three operators of the trilinear form as sums over <see cref="NaiveLoops"/>; correct unless a fault is planted.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class NaiveConvolution<T> : NaiveLoops, IConvolution<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A product of the first and the second operand.</summary>
    public Func<T, T, T> Multiply { get; init; } = static (first, second) => first * second;

    /// <summary>A sum and one more product.</summary>
    public Func<T, T, T> Add { get; init; } = static (sum, product) => sum + product;

    /// <summary>A finished sum on its way to the result.</summary>
    public Func<T, T> Store { get; init; } = static sum => sum;

    /// <summary>What is added to the output channel k of image n.</summary>
    public Func<ConvolutionGeometry, T[], int, int, T> Bias { get; init; } = static (_, bias, _, k) => bias[k];

    /// <summary>Whether what stood in the result is forgotten.</summary>
    public Predicate<ConvolutionGeometry> Clears { get; init; } = static _ => true;

    /// <inheritdoc/>
    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, Span<T> y)
    {
        T[] sums = Sums(geometry, y);
        for (int e = 0; e < sums.Length && !bias.IsEmpty; e++)
            sums[e] += Bias(geometry, bias.ToArray(), e / geometry.Relation.Outputs / geometry.OutChannels,
                e / geometry.Relation.Outputs % geometry.OutChannels);
        Sum(geometry, x, w, sums, static p => p.X, static p => p.W, static p => p.Y, readsX: true, y);
    }

    /// <inheritdoc/>
    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> dy, Span<T> dx) =>
        Sum(geometry, w, dy, Sums(geometry, dx), static p => p.W, static p => p.Y, static p => p.X, readsX: false, dx);

    /// <inheritdoc/>
    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dw) =>
        Sum(geometry, x, dy, Sums(geometry, dw), static p => p.X, static p => p.Y, static p => p.W, readsX: true, dw);

    private T[] Sums(ConvolutionGeometry geometry, ReadOnlySpan<T> result) => Clears(geometry) ? new T[result.Length] : result.ToArray();

    private void Sum(
        ConvolutionGeometry geometry,
        ReadOnlySpan<T> first,
        ReadOnlySpan<T> second,
        T[] sums,
        Func<Product, int> ofFirst,
        Func<Product, int> ofSecond,
        Func<Product, int> ofResult,
        bool readsX,
        Span<T> result)
    {
        T[] a = first.ToArray();
        T[] b = second.ToArray();
        ForEach(geometry, p =>
        {
            if (p.IsOutside && !readsX)
                return;
            ref T sum = ref sums[ofResult(p)];
            sum = Add(sum, Multiply(p.IsOutside ? T.Zero : a[ofFirst(p)], b[ofSecond(p)]));
        });
        Array.ConvertAll(sums, new Converter<T, T>(Store)).CopyTo(result);
    }
}
