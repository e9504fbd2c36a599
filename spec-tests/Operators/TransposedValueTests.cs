using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.SpecTests.Geometry;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>
/// The relationships 8–14 of the guide to convolution arithmetic as values: the transposed convolution is the convolution, stride 1, of the
/// input with s−1 zeros between its numbers, padded with k̂−1−p on both sides and a more at the end, with the rotated kernel.
/// </summary>
public sealed class TransposedValueTests
{
    private static readonly ScalarConvolution<long> Scalar = new();

    [Test]
    public void It_is_the_convolution_of_the_stretched_padded_input_with_the_rotated_kernel()
    {
        foreach ((AxisCase c, int a) in Cases.Where(static at => at.Case.P <= at.Case.Extent - 1))
        {
            int border = c.Extent - 1 - c.P;
            Assert.That(Transposed(c, a), Is.EqualTo(Equivalent(c, Padding.Explicit(border, border + a))), $"{c} a {a}");
        }
    }

    [Test]
    public void Padding_beyond_the_kernel_crops()
    {
        (AxisCase Case, int A)[] beyond = [.. Cases.Where(static at => at.Case.P > at.Case.Extent - 1)];
        Assert.That(beyond, Is.Not.Empty);
        foreach ((AxisCase c, int a) in beyond)
        {
            long[] whole = Transposed(c with { P = 0 }, a);
            Assert.That(Transposed(c, a), Is.EqualTo(whole[c.P..^c.P]), $"{c} a {a}");
        }
    }

    [Test]
    public void The_kernel_must_be_rotated()
    {
        var full = ConvolutionGeometry.SingleChannel(new Axis(2, 2, padding: Padding.Full));
        var transposed = ConvolutionGeometry.SingleChannel(Axis.Transposed(2, 2));
        (Tensor<int> x, Tensor<int> w) = (Figure.Line("1 2"), Figure.Line("1 10"));
        Assert.That(Figure.Write(new ScalarConvolution<int>().Transposed(transposed, x, w)), Is.EqualTo("1 12 20"));
        Assert.That(Figure.Write(new ScalarConvolution<int>().Forward(full, x, Figure.Rotated(w))), Is.EqualTo("1 12 20"));
        Assert.That(Figure.Write(new ScalarConvolution<int>().Forward(full, x, w)), Is.EqualTo("10 21 2"));
    }

    [Test]
    public void Output_padding_goes_to_the_bottom_and_the_right()
    {
        // The guide's figure: i′3 k3 s2 p1, a 1 → 6.
        var axis = Axis.Transposed(3, 3, 2, 1, Padding.Explicit(1, 1), 1);
        Tensor<int> y = new ScalarConvolution<int>().Transposed(
            ConvolutionGeometry.SingleChannel(axis, axis),
            Figure.Read("1 0 0 / 0 0 0 / 0 0 2"),
            Figure.Read("1 2 3 / 4 5 6 / 7 8 9"));
        Assert.That(Figure.Write(y), Is.EqualTo("5 6 0 0 0 0 / 8 9 0 0 0 0 / 0 0 0 0 0 0 / 0 0 0 2 4 6 / 0 0 0 8 10 12 / 0 0 0 14 16 18"));
    }

    [Test]
    public void It_returns_the_shape_and_not_the_image()
    {
        var geometry = ConvolutionGeometry.SingleChannel(new Axis(4, 2));
        Tensor<int> x = Figure.Line("1 2 3 4");
        Tensor<int> w = Figure.Line("1 1");
        Tensor<int> back = new ScalarConvolution<int>().Transposed(geometry, new ScalarConvolution<int>().Forward(geometry, x, w), w);
        Assert.That(Figure.Write(back), Is.EqualTo("3 8 12 7"));
    }

    private static IEnumerable<(AxisCase Case, int A)> Cases =>
        from c in AxisCase.All
        where c.I <= 5 && (c.S * (c.I - 1)) + c.Extent > 2 * c.P
        from a in Enumerable.Range(0, c.S)
        select (c, a);

    private static long[] Transposed(AxisCase c, int a)
    {
        var axis = Axis.Transposed(c.I, c.K, c.S, c.D, Padding.Explicit(c.P, c.P), a);
        var y = new long[axis.Input];
        Scalar.DataGradient(ConvolutionGeometry.SingleChannel(axis), Kernel(c), Input(c), y);
        return y;
    }

    private static long[] Equivalent(AxisCase c, Padding padding)
    {
        var stretched = new long[(c.S * (c.I - 1)) + 1];
        for (int i = 0; i < c.I; i++)
            stretched[c.S * i] = Input(c)[i];
        var axis = new Axis(stretched.Length, c.K, 1, c.D, padding);
        var y = new long[axis.Output];
        Scalar.Forward(ConvolutionGeometry.SingleChannel(axis), stretched, [.. Kernel(c).Reverse()], [], y);
        return y;
    }

    // Each product i·100ʳ is told apart in the sum.
    private static long[] Input(AxisCase c) => [.. Enumerable.Range(1, c.I).Select(static i => (long)i)];

    private static long[] Kernel(AxisCase c) => [.. Enumerable.Range(0, c.K).Select(static r => (long)Math.Pow(100, r))];
}
