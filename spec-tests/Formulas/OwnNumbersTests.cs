using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class OwnNumbersTests
{
    private static readonly MaxPlus[] X = [new(-5), new(-4), new(-2)];
    private static readonly MaxPlus[] W = [new(-1), new(-10)];
    private static readonly MaxPlus[,] Image =
        { { new(-5), new(-4), new(-2) }, { new(-3), new(-9), new(-1) }, { new(-7), new(-8), new(-6) } };
    private static readonly MaxPlus[,] Kernel = { { new(-1), new(-10) }, { new(-2), new(-3) } };

    [Test]
    public void Convolution_of_another_number_is_worked_out_in_its_own_arithmetic() =>
        Assert.That(Convolution<MaxPlus>.Full(X, W), Is.EqualTo(new MaxPlus[] { new(-6), new(-5), new(-3), new(-12) }));

    [Test]
    public void Sums_start_from_the_zero_of_the_number_and_not_from_its_default()
    {
        // Every product and every maximum of negative numbers is negative; only a sum that began at the default, 0, is not.
        Array[] results =
        [
            Convolution<MaxPlus>.Full(X, W), Convolution<MaxPlus>.Same(X, W), Convolution<MaxPlus>.Valid(X, W),
            Convolution<MaxPlus>.Full(Image, Kernel), Convolution<MaxPlus>.Same(Image, Kernel), Convolution<MaxPlus>.Valid(Image, Kernel),
            Correlation<MaxPlus>.Full(X, W), Correlation<MaxPlus>.Same(X, W), Correlation<MaxPlus>.Valid(X, W),
            Correlation<MaxPlus>.Full(Image, Kernel), Correlation<MaxPlus>.Same(Image, Kernel), Correlation<MaxPlus>.Valid(Image, Kernel),
            new[] { Convolution<MaxPlus>.AtFlippingSignal(X, W, 1), Convolution<MaxPlus>.AtFlippingSignal(Image, Kernel, 1, 2) },
            new[] { ReversedLag<MaxPlus>.At(Image, Kernel, 0, 0), ReversedLag<MaxPlus>.At(Image, Kernel, 5, 5) },
            CausalConvolution<MaxPlus>.Convolve(X, W),
            CircularConvolution<MaxPlus>.Convolve(X, W), CircularConvolution<MaxPlus>.Convolve(Image, Kernel),
            CircularConvolution<MaxPlus>.Correlate(X, W), CircularConvolution<MaxPlus>.Correlate(Image, Kernel),
            Circulant<MaxPlus>.SumOverShifts(Image),
            CentredCorrelation<MaxPlus>.Correlate(X, X), CentredCorrelation<MaxPlus>.CorrelateAsPrinted(X, X),
            SlidingWindow<MaxPlus>.InnerProducts(Image, X), FeatureMap<MaxPlus>.Of(X, W),
            Borders<MaxPlus>.Zeros(X, 1, 1), Borders<MaxPlus>.Zeros(Image, (1, 1), (1, 1)),
            Translation<MaxPlus>.Shift(X, 1), Translation<MaxPlus>.Shift(Image, 1, -1),
        ];

        foreach (Array result in results)
            Assert.That(result.Cast<MaxPlus>().Select(y => y.Value), Is.All.Negative);
    }
}
