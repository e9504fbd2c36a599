using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class PointwiseConvolutionTests
{
    private static readonly int[,] Weights = { { 1, 2 }, { 3, 4 }, { 5, 6 } };

    private static int[,,] Input => Samples.Fill(2, 2, 2, Samples.Count(8));

    [Test, Formula("S1.45")]
    public void A_one_by_one_convolution_is_one_matrix_at_every_pixel()
    {
        Assert.That(
            PointwiseConvolution<int>.Layer(Input, Weights, [0, 0, 0]),
            Is.EqualTo(Samples.Fill(3, 2, 2, [11, 14, 17, 20, 23, 30, 37, 44, 35, 46, 57, 68])));
        Assert.That(
            PointwiseConvolution<int>.Layer(Input, Weights, [100, 200, 300]),
            Is.EqualTo(Samples.Fill(3, 2, 2, [111, 114, 117, 120, 223, 230, 237, 244, 335, 346, 357, 368])));
    }

    [Test, Formula("S1.45", "S1.40")]
    public void It_is_the_layer_with_filters_of_one_tap()
    {
        int[,,] x = Samples.Fill(2, 3, 5, Samples.Signal(30));
        int[] b = [1, -2, 3];

        Assert.That(
            PointwiseConvolution<int>.Layer(x, Weights, b),
            Is.EqualTo(Channels<int>.Layer(x, Samples.Fill(3, 2, 1, 1, [.. Weights.Cast<int>()]), b)));
    }

    [Test]
    public void Channels_and_biases_must_agree()
    {
        Assert.That(
            () => PointwiseConvolution<int>.Layer(new int[3, 1, 1], Weights, [0, 0, 0]),
            Refused.Because("number of input channels M must be 2, was 3"));
        Assert.That(
            () => PointwiseConvolution<int>.Layer(Input, Weights, [0, 0]),
            Refused.Because("number of biases must be 3, was 2"));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type() =>
        Assert.That(
            BiasedNumber.Values(PointwiseConvolution<BiasedNumber>.Layer(
                Samples.Fill(2, 1, 1, BiasedNumber.From([1, 2])),
                BiasedNumber.From(new[,] { { 3, 5 } }),
                BiasedNumber.From([10]))),
            Is.EqualTo(new[] { 23 }));
}
