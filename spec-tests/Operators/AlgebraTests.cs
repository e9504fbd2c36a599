using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>The algebra of full convolution, and what correlation keeps of it, on one axis.</summary>
public sealed class AlgebraTests
{
    private static readonly int[] A = [1, 2, 3];
    private static readonly int[] B = [0, 1, 4];
    private static readonly int[] C = [1, 2, -5, 3];

    [Test]
    public void Full_convolution_commutes()
    {
        Assert.That(Convolve(A, B), Is.EqualTo(new[] { 0, 1, 6, 11, 12 }));
        Assert.That(Convolve(B, A), Is.EqualTo(new[] { 0, 1, 6, 11, 12 }));
    }

    [Test]
    public void Swapping_the_operands_of_a_correlation_reverses_it()
    {
        Assert.That(Correlate(A, B), Is.EqualTo(new[] { 4, 9, 14, 3, 0 }));
        Assert.That(Correlate(B, A), Is.EqualTo(new[] { 0, 3, 14, 9, 4 }));
    }

    [Test]
    public void Full_convolution_associates() => Assert.That(Convolve(Convolve(A, B), C), Is.EqualTo(Convolve(A, Convolve(B, C))));

    [Test]
    public void Two_correlations_are_one_with_the_convolved_kernels()
    {
        Assert.That(Correlate(Correlate(A, B), C), Is.EqualTo(Correlate(A, Convolve(B, C))));
        Assert.That(Correlate(Correlate(A, B), C), Is.Not.EqualTo(Correlate(A, Correlate(B, C))));
    }

    [Test]
    public void The_sum_of_a_full_convolution_is_the_product_of_the_sums()
    {
        Assert.That(Convolve(A, C).Sum(), Is.EqualTo(A.Sum() * C.Sum()));
        Assert.That(Correlate(A, C).Sum(), Is.EqualTo(A.Sum() * C.Sum()));
    }

    [Test]
    public void Same_convolution_does_not_associate()
    {
        int[] x = [1, 2, 3, 4];
        int[] ones = [1, 1, 1];
        Assert.That(Slide(Slide(x, ones, Padding.Half), ones, Padding.Half), Is.EqualTo(new[] { 9, 18, 22, 16 }));
        Assert.That(Slide(x, Convolve(ones, ones), Padding.Half), Is.EqualTo(new[] { 10, 18, 22, 20 }));
    }

    /// <summary>⟨Ax, g⟩ = ⟨x, Aᵀg⟩ = ⟨w, ∂w⟩: one trilinear form summed three ways, for every border.</summary>
    [Test]
    public void The_three_derivatives_are_adjoint([Values] Border border)
    {
        var geometry = new ConvolutionGeometry(
            2, 4, 6, 2, new Axis(5, 3, 2, 1, Padding.Explicit(4, 1), border, 2), new Axis(4, 2, 1, 3, Padding.Explicit(0, 3), border));
        var scalar = new ScalarConvolution<long>();
        (long[] x, long[] w, long[] g) =
            (Numbers(geometry.InputLength, 1), Numbers(geometry.WeightLength, 2), Numbers(geometry.OutputLength, 3));
        (long[] y, long[] dx, long[] dw) = (new long[g.Length], new long[x.Length], new long[w.Length]);
        scalar.Forward(geometry, x, w, [], y);
        scalar.DataGradient(geometry, w, g, dx);
        scalar.WeightGradient(geometry, x, g, dw);
        Assert.That(Dot(y, g), Is.Not.Zero);
        Assert.That((Dot(x, dx), Dot(w, dw)), Is.EqualTo((Dot(y, g), Dot(y, g))));
    }

    private static int[] Convolve(int[] x, int[] k) => Slide(x, [.. k.Reverse()], Padding.Full);

    private static int[] Correlate(int[] x, int[] k) => Slide(x, k, Padding.Full);

    private static int[] Slide(int[] x, int[] k, Padding padding)
    {
        var axis = new Axis(x.Length, k.Length, padding: padding);
        var y = new int[axis.Output];
        new ScalarConvolution<int>().Forward(ConvolutionGeometry.SingleChannel(axis), x, k, [], y);
        return y;
    }

    private static long[] Numbers(int length, int seed) =>
        [.. Enumerable.Range(1, length).Select(e => (((e * e) + (7L * seed * e)) % 31) - 15)];

    private static long Dot(long[] a, long[] b) => a.Zip(b, static (p, q) => p * q).Sum();
}
