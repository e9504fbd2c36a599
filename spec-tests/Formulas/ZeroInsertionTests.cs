using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ZeroInsertionTests
{
    [Test, Formula("S4.58")]
    public void A_stride_becomes_zeros_between_neighbours()
    {
        Assert.That(ZeroInsertion<int>.Between([1, 2, 3], stride: 2), Is.EqualTo(new[] { 1, 0, 2, 0, 3 }));
        Assert.That(ZeroInsertion<int>.Between([1, 2, 3], stride: 1), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(ZeroInsertion<int>.Between([1, 2], stride: 3, outputPadding: 2), Is.EqualTo(new[] { 1, 0, 0, 2, 0, 0 }));
        Assert.That(
            ZeroInsertion<int>.Between(new[,] { { 1, 2 }, { 3, 4 } }, (2, 3), (1, 0)),
            Is.EqualTo(new[,] { { 1, 0, 0, 2 }, { 0, 0, 0, 0 }, { 3, 0, 0, 4 }, { 0, 0, 0, 0 } }));
        Assert.That(ZeroInsertion<int>.Between(new[,] { { 5 } }, (2, 3), (0, 2)), Is.EqualTo(new[,] { { 5, 0, 0 } }));
    }

    [Test, Formula("S4.58")]
    public void The_transposed_convolution_is_the_full_convolution_of_the_stretched_signal()
    {
        int[] y = [1, 2, 3];

        Assert.That(ZeroInsertion<int>.TransposedConvolve(y, Digits.Kernel, stride: 2), Is.EqualTo(new[] { 1, 10, 102, 20, 203, 30, 300 }));
        Assert.That(
            Convolution<int>.Full(ZeroInsertion<int>.Between(y, 2), Digits.Kernel), Is.EqualTo(new[] { 1, 10, 102, 20, 203, 30, 300 }));
    }

    [Test, Formula("S4.54", "S4.58", "S4.59")]
    public void Inserting_zeros_and_convolving_is_scattering(
        [Range(1, 3)] int stride, [Range(0, 4)] int padding, [Range(2, 4)] int K)
    {
        int outputPadding = stride - 1;
        int[] y = Samples.Signal(5 + padding);
        int[] w = [.. Samples.Signal(K + 2).Skip(2)];

        Assert.That(
            ZeroInsertion<int>.TransposedConvolve(y, w, stride, padding, outputPadding),
            Is.EqualTo(TransposedConvolution<int>.Of(y, w, stride, padding, outputPadding: outputPadding)));
    }

    [Test, Formula("S4.54", "S4.58", "S4.59")]
    public void On_images_inserting_zeros_and_convolving_is_scattering(
        [Range(1, 2)] int stride1, [Range(1, 3)] int stride2, [Range(0, 3)] int padding1, [Range(0, 2)] int padding2)
    {
        int[,] y = Samples.Image(7, 6);
        int[,] w = Samples.Image(3, 2);
        (int, int) outputPadding = (stride1 - 1, stride2 / 2);

        Assert.That(
            ZeroInsertion<int>.TransposedConvolve(y, w, (stride1, stride2), (padding1, padding2), outputPadding),
            Is.EqualTo(TransposedConvolution<int>.Of(y, w, (stride1, stride2), (padding1, padding2), outputPadding)));
    }

    [Test, Formula("S4.54")]
    public void Without_padding_the_transposed_convolution_pads_fully() =>
        Assert.That(
            ZeroInsertion<int>.TransposedConvolve(Samples.Count(3), Digits.Kernel),
            Is.EqualTo(Convolution<int>.Full(Samples.Count(3), Digits.Kernel)));

    [Test, Formula("S4.59")]
    public void After_full_padding_the_transposed_convolution_pads_nothing() =>
        Assert.That(
            ZeroInsertion<int>.TransposedConvolve(Digits.Signal, Digits.Kernel, padding: 2),
            Is.EqualTo(Convolution<int>.Valid(Digits.Signal, Digits.Kernel)));

    [Test]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.That(() => ZeroInsertion<int>.Between([], 1), Refused.Because("size D′ must be ≥ 1, was 0"));
        Assert.That(() => ZeroInsertion<int>.Between([1], 0), Refused.Because("stride must be ≥ 1, was 0"));
        Assert.That(() => ZeroInsertion<int>.Between([1], 1, -1), Refused.Because("output padding must be ≥ 0, was -1"));
        Assert.That(() => ZeroInsertion<int>.TransposedConvolve([1], [1], stride: 0), Refused.Because("stride must be ≥ 1, was 0"));
        Assert.That(
            () => ZeroInsertion<int>.TransposedConvolve([1], [1], padding: 1), Refused.Because("transposed size D must be ≥ 1, was -1"));
    }

    [Test]
    public void Image_numbers_out_of_range_are_refused()
    {
        int[,] y = new int[1, 1];

        Assert.That(() => ZeroInsertion<int>.Between(new int[0, 1], (1, 1), (0, 0)), Refused.Because("size D′ must be ≥ 1, was 0"));
        Assert.That(() => ZeroInsertion<int>.Between(new int[1, 0], (1, 1), (0, 0)), Refused.Because("size D′ must be ≥ 1, was 0"));
        Assert.That(() => ZeroInsertion<int>.Between(y, (0, 1), (0, 0)), Refused.Because("stride must be ≥ 1, was 0"));
        Assert.That(() => ZeroInsertion<int>.Between(y, (1, 0), (0, 0)), Refused.Because("stride must be ≥ 1, was 0"));
        Assert.That(() => ZeroInsertion<int>.Between(y, (1, 1), (-1, 0)), Refused.Because("output padding must be ≥ 0, was -1"));
        Assert.That(() => ZeroInsertion<int>.Between(y, (1, 1), (0, -1)), Refused.Because("output padding must be ≥ 0, was -1"));
        Assert.That(
            () => ZeroInsertion<int>.TransposedConvolve(y, y, (1, 1), (0, 1), (0, 0)),
            Refused.Because("transposed size D must be ≥ 1, was -1"));
    }

    [Test]
    public void Sums_and_gaps_are_zeros_of_the_number_type()
    {
        BiasedNumber[,] image = BiasedNumber.From(new[,] { { 1, 2 } });
        BiasedNumber[,] kernel = BiasedNumber.From(new[,] { { 3, 5 } });

        Assert.That(
            BiasedNumber.Values(ZeroInsertion<BiasedNumber>.Between(BiasedNumber.From([1, 2]), 2, 1)), Is.EqualTo(new[] { 1, 0, 2, 0 }));
        Assert.That(BiasedNumber.Values(ZeroInsertion<BiasedNumber>.Between(image, (1, 2), (0, 1))), Is.EqualTo(new[] { 1, 0, 2, 0 }));
        Assert.That(
            BiasedNumber.Values(ZeroInsertion<BiasedNumber>.TransposedConvolve(BiasedNumber.From([1, 2]), BiasedNumber.From([3, 5]), 2)),
            Is.EqualTo(new[] { 3, 5, 6, 10 }));
        Assert.That(
            BiasedNumber.Values(ZeroInsertion<BiasedNumber>.TransposedConvolve(image, kernel, (1, 2), (0, 0), (0, 0))),
            Is.EqualTo(new[] { 3, 5, 6, 10 }));
    }
}
