using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class TransposedSizeTests
{
    [TestCase(5, 3, 1, 0, 3, 5, 0)]
    [TestCase(5, 3, 1, 1, 5, 5, 0)]
    [TestCase(5, 3, 1, 2, 7, 5, 0)]
    [TestCase(5, 3, 2, 0, 2, 5, 0)]
    [TestCase(6, 3, 2, 0, 2, 5, 1)]
    [TestCase(5, 3, 2, 1, 3, 5, 0)]
    [TestCase(6, 3, 2, 1, 3, 5, 1)]
    [TestCase(7, 3, 2, 1, 4, 7, 0)]
    [Formula("S4.53"), Erratum("E31")]
    public void The_shape_comes_back_with_the_output_padding_that_the_stride_left_over(
        int D, int K, int stride, int padding, int Dout, int back, int outputPadding)
    {
        Assert.That(ParameterSharing<int>.Matrix(new int[K], D, stride, padding).GetLength(0), Is.EqualTo(Dout));
        Assert.That(TransposedSize.Of(Dout, K, stride, padding), Is.EqualTo(back));
        Assert.That(TransposedSize.OutputPadding(D, K, stride, padding), Is.EqualTo(outputPadding));
        Assert.That(TransposedSize.Of(Dout, K, stride, padding, outputPadding: outputPadding), Is.EqualTo(D));
    }

    [Test, Formula("S4.53")]
    public void The_shape_comes_back_from_every_convolution()
    {
        for (int D = 5; D <= 12; D++)
            for (int K = 1; K <= 3; K++)
                for (int stride = 1; stride <= 4; stride++)
                    for (int padding = 0; padding <= 3; padding++)
                        for (int dilation = 1; dilation <= 2; dilation++)
                        {
                            int Dout = ParameterSharing<int>.Matrix(new int[K], D, stride, padding, dilation).GetLength(0);
                            int outputPadding = TransposedSize.OutputPadding(D, K, stride, padding, dilation);

                            Assert.That(
                                TransposedSize.Of(Dout, K, stride, padding, dilation, outputPadding),
                                Is.EqualTo(D),
                                $"{D},{K},{stride},{padding},{dilation}");
                        }
    }

    [Test, Formula("S4.55"), Erratum("E30")]
    public void A_larger_output_comes_from_a_smaller_input_unless_the_original_padded_fully()
    {
        Assert.That(TransposedSize.Of(3, K: 3), Is.EqualTo(5));
        Assert.That(TransposedSize.Of(2, K: 3, stride: 2), Is.EqualTo(5));
        Assert.That(TransposedSize.Of(5, K: 3, padding: 1), Is.EqualTo(5));
        Assert.That(TransposedSize.Of(7, K: 3, padding: 2), Is.EqualTo(5), "smaller");
    }

    [Test, Formula("S4.54", "S4.59")]
    public void No_padding_turns_into_full_padding_and_full_into_none()
    {
        Assert.That(TransposedSize.Padding(K: 3, padding: 0), Is.EqualTo(2));
        Assert.That(TransposedSize.Padding(K: 3, padding: 1), Is.EqualTo(1));
        Assert.That(TransposedSize.Padding(K: 3, padding: 2), Is.Zero);
        Assert.That(TransposedSize.Padding(K: 4, padding: 5), Is.EqualTo(-2), "crops");
    }

    [Test]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.That(() => TransposedSize.Of(0, 3), Refused.Because("size D′ must be ≥ 1, was 0"));
        Assert.That(() => TransposedSize.Of(1, 0), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => TransposedSize.Of(1, 3, stride: 0), Refused.Because("stride must be ≥ 1, was 0"));
        Assert.That(() => TransposedSize.Of(1, 3, padding: -1), Refused.Because("padding must be ≥ 0, was -1"));
        Assert.That(() => TransposedSize.Of(1, 3, dilation: 0), Refused.Because("dilation must be ≥ 1, was 0"));
        Assert.That(
            () => TransposedSize.Of(1, 3, stride: 2, outputPadding: 2), Refused.Because("output padding must be in 0..s-1 = 0..1, was 2"));
        Assert.That(() => TransposedSize.Of(1, 3, stride: 2, outputPadding: -1),
            Refused.Because("output padding must be in 0..s-1 = 0..1, was -1"));
        Assert.That(() => TransposedSize.Of(1, 2, padding: 1), Refused.Because("transposed size D must be ≥ 1, was 0"));
        Assert.That(TransposedSize.Of(1, 3, padding: 1), Is.EqualTo(1));
    }

    [Test]
    public void Output_padding_belongs_to_a_convolution_that_exists()
    {
        Assert.That(() => TransposedSize.OutputPadding(2, 3), Refused.Because("kernel extent δ(K−1)+1 must be in 1..D+2P = 1..2, was 3"));
        Assert.That(() => TransposedSize.OutputPadding(3, 3, stride: 0), Refused.Because("stride must be ≥ 1, was 0"));
        Assert.That(() => TransposedSize.OutputPadding(3, 3, padding: -1), Refused.Because("padding must be ≥ 0, was -1"));
        Assert.That(() => TransposedSize.Padding(0, 0), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => TransposedSize.Padding(1, -1), Refused.Because("padding must be ≥ 0, was -1"));
        Assert.That(TransposedSize.OutputPadding(3, 3, stride: 2), Is.Zero);
    }
}
