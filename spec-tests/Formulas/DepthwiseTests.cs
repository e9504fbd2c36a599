using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class DepthwiseTests
{
    [Test, Formula("S3.23")]
    public void Each_channel_is_convolved_alone()
    {
        int[,,] f = Samples.Fill(3, 3, 4, Samples.Signal(36));
        int[,,] g = Samples.Fill(3, 2, 3, Samples.Signal(18));
        int[,,] y = Depthwise<int>.Convolve(f, g);

        Assert.That((y.GetLength(0), y.GetLength(1), y.GetLength(2)), Is.EqualTo((3, 4, 6)));
        for (int c = 0; c < 3; c++)
            Assert.That(
                Samples.Channel(y, c), Is.EqualTo(Convolution<int>.Full(Samples.Channel(f, c), Samples.Channel(g, c))), $"channel {c}");
    }

    [Test, Formula("S3.23")]
    public void Lecture_3_writes_a_true_convolution()
    {
        int[,,] image = Samples.Fill(1, 5, 5, [.. Lecture2.Image.Cast<int>()]);
        int[,,] kernel = Samples.Fill(1, 3, 3, [.. Lecture2.Kernel.Cast<int>()]);

        Assert.That(Samples.Channel(Depthwise<int>.Convolve(image, kernel), 0), Is.EqualTo(Lecture2.ConvolutionFull));
        Assert.That(Samples.Channel(Depthwise<int>.Correlate(image, kernel), 0), Is.EqualTo(Lecture2.CorrelationValid));
    }

    [Test, Formula("S3.23", "S4.40"), Erratum("E28")]
    public void Lecture_3_keeps_the_channels_apart_and_lecture_4_adds_them_up()
    {
        int[,,] w = Samples.Fill(2, 2, 2, [1, 2, 3, 4, 13, 14, 15, 16]);
        int[,,] parts = Depthwise<int>.Correlate(Lecture4Channels.Input, w);

        Assert.That(parts, Is.EqualTo(Samples.Fill(2, 2, 2, [37, 47, 67, 77, 703, 761, 877, 935])));
        Assert.That(
            parts.Cast<int>().Take(4).Zip(parts.Cast<int>().Skip(4), (a, b) => a + b + Lecture4Channels.Bias[0]),
            Is.EqualTo(Samples.Channel(Lecture4Channels.Output, 0).Cast<int>()));
    }

    [Test]
    public void Each_channel_needs_a_filter_that_is_not_empty()
    {
        Assert.That(
            () => Depthwise<int>.Convolve(new int[2, 1, 1], new int[3, 1, 1]), Refused.Because("number of filters must be 2, was 3"));
        Assert.That(() => Depthwise<int>.Convolve(new int[1, 0, 1], new int[1, 1, 1]), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => Depthwise<int>.Convolve(new int[1, 1, 0], new int[1, 1, 1]), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => Depthwise<int>.Convolve(new int[1, 1, 1], new int[1, 0, 1]), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => Depthwise<int>.Convolve(new int[1, 1, 1], new int[1, 1, 0]), Refused.Because("kernel size K must be ≥ 1, was 0"));
    }

    [Test]
    public void Correlated_filters_fit()
    {
        const string message = "kernel size K must be in 1..D = 1..2, was 3";

        Assert.That(
            () => Depthwise<int>.Correlate(new int[2, 1, 1], new int[3, 1, 1]), Refused.Because("number of filters must be 2, was 3"));
        Assert.That(() => Depthwise<int>.Correlate(new int[1, 2, 9], new int[1, 3, 1]), Refused.Because(message));
        Assert.That(() => Depthwise<int>.Correlate(new int[1, 9, 2], new int[1, 1, 3]), Refused.Because(message));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type()
    {
        BiasedNumber[,,] x = Samples.Fill(1, 1, 2, BiasedNumber.From([1, 2]));
        BiasedNumber[,,] w = Samples.Fill(1, 1, 2, BiasedNumber.From([3, 5]));

        Assert.That(BiasedNumber.Values(Depthwise<BiasedNumber>.Correlate(x, w)), Is.EqualTo(new[] { 13 }));
        Assert.That(BiasedNumber.Values(Depthwise<BiasedNumber>.Convolve(x, w)), Is.EqualTo(new[] { 3, 11, 10 }));
    }
}
