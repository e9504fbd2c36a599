using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>One axis: kernels of powers of ten write into each output which inputs it read, and in which order.</summary>
[TestFixture(typeof(ScalarConvolution<int>))]
[TestFixture(typeof(Im2ColConvolution<int>))]
public sealed class DigitsTests<TConvolution>
    where TConvolution : IConvolution<int>, new()
{
    private const string Seven = "1 2 3 4 5 6 7";
    private const string Digits = "1 10 100";

    [TestCase("valid", "321 432 543 654 765")]
    [TestCase("half", "210 321 432 543 654 765 76")]
    [TestCase("full", "100 210 321 432 543 654 765 76 7")]
    [Formula("S4.10", "S4.19")]
    public void Correlation(string padding, string figure) =>
        Assert.That(Correlate(Seven, Digits, new Axis(7, 3, padding: Padding.Parse(padding))), Is.EqualTo(figure));

    [TestCase("valid", "123 234 345 456 567")]
    [TestCase("half", "12 123 234 345 456 567 670")]
    [TestCase("full", "1 12 123 234 345 456 567 670 700")]
    [Formula("S3.21")]
    public void Convolution(string padding, string figure) =>
        Assert.That(Correlate(Seven, "100 10 1", new Axis(7, 3, padding: Padding.Parse(padding))), Is.EqualTo(figure));

    [Test, Formula("S4.34", "S4.35", "S4.36")]
    public void A_stride_of_two() => Assert.That(Correlate(Seven, Digits, new Axis(7, 3, 2)), Is.EqualTo("321 543 765"));

    [Test]
    public void A_dilation_of_two()
    {
        Assert.That(Correlate(Seven, Digits, new Axis(7, 3, dilation: 2)), Is.EqualTo("531 642 753"));
        Assert.That(Correlate(Seven, "100 10 1", new Axis(7, 3, dilation: 2)), Is.EqualTo("135 246 357"));
        Assert.That(Correlate(Seven, "1 0 10 0 100", new Axis(7, 5)), Is.EqualTo("531 642 753"), "the kernel with holes");
    }

    [Test, Formula("S2.36")]
    public void Two_tiles_take_turns()
    {
        var geometry = ConvolutionGeometry.SingleChannel(new Axis(7, 3, tile: 2));
        var w = System.Numerics.Tensors.Tensor.Create(new[] { 1, 10, 100, 2, 20, 200 }, [2, 1, 1, 3]);
        Assert.That(Figure.Write(new TConvolution().Forward(geometry, Figure.Line(Seven), w)), Is.EqualTo("321 864 543 1308 765"));
    }

    // An even kernel has no middle: the odd position of "same" goes to the end or to the beginning.
    [TestCase("same-upper", "21 32 43 54 5")]
    [TestCase("same-lower", "10 21 32 43 54")]
    public void Same_with_an_even_kernel(string padding, string figure) =>
        Assert.That(Correlate("1 2 3 4 5", "1 10", new Axis(5, 2, padding: Padding.Parse(padding))), Is.EqualTo(figure));

    [Test]
    public void SAME_and_a_padding_of_1_per_side_give_equal_sizes_but_different_values()
    {
        Assert.That(Correlate("1 2 3 4 5 6", Digits, new Axis(6, 3, 2, padding: Padding.SameUpper)), Is.EqualTo("321 543 65"));
        Assert.That(Correlate("1 2 3 4 5 6", Digits, new Axis(6, 3, 2, padding: Padding.Explicit(1, 1))), Is.EqualTo("210 432 654"));
    }

    [TestCase(Border.Zeros, "450 245 324 732 73", "54 542 423 237 370")]
    [TestCase(Border.Extended, "455 245 324 732 773", "554 542 423 237 377")]
    [TestCase(Border.Cyclic, "457 245 324 732 573", "754 542 423 237 375")]
    [TestCase(Border.Reflected, "454 245 324 732 373", "454 542 423 237 373")]
    [Formula("S1.11", "S1.12", "S1.13")]
    public void Borders_of_the_source_5_4_2_3_7(Border border, string correlation, string convolution)
    {
        var axis = new Axis(5, 3, padding: Padding.Half, border: border);
        Assert.That(Correlate("5 4 2 3 7", Digits, axis), Is.EqualTo(correlation));
        Assert.That(Correlate("5 4 2 3 7", "100 10 1", axis), Is.EqualTo(convolution));
    }

    [Test]
    public void Convolving_with_zeros_between_is_the_transpose_of_a_stride()
    {
        var geometry = ConvolutionGeometry.SingleChannel(Axis.Transposed(3, 3, 2));
        Assert.That(Figure.Write(new TConvolution().Transposed(geometry, Figure.Line("1 2 3"), Figure.Line(Digits))),
            Is.EqualTo("1 10 102 20 203 30 300"));
        Assert.That(Correlate("1 0 2 0 3", "100 10 1", new Axis(5, 3, padding: Padding.Full)), Is.EqualTo("1 10 102 20 203 30 300"));
    }

    [TestCase(0, "10 102 20 203 30")]
    [TestCase(1, "10 102 20 203 30 300")]
    public void Output_padding_selects_one_more_value_and_adds_no_zero(int outputPadding, string figure)
    {
        var geometry = ConvolutionGeometry.SingleChannel(Axis.Transposed(3, 3, 2, 1, Padding.Explicit(1, 1), outputPadding));
        Assert.That(Figure.Write(new TConvolution().Transposed(geometry, Figure.Line("1 2 3"), Figure.Line(Digits))), Is.EqualTo(figure));
    }

    private static string Correlate(string x, string w, Axis axis) =>
        Figure.Write(new TConvolution().Forward(ConvolutionGeometry.SingleChannel(axis), Figure.Line(x), Figure.Line(w)));
}
