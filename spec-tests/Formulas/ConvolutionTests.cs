using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ConvolutionTests
{
    [Test, Formula("S0.03", "S2.02", "S1.04", "S2.03", "S4.24", "S4.25", "S4.26", "S1.10"), Erratum("E14")]
    public void Convolution_of_the_worked_example_differs_from_what_the_slide_computes()
    {
        Assert.That(Convolution<int>.Full(Lecture2.Image, Lecture2.Kernel), Is.EqualTo(Lecture2.ConvolutionFull));
        Assert.That(Convolution<int>.Same(Lecture2.Image, Lecture2.Kernel), Is.EqualTo(Lecture2.ConvolutionSame));
        Assert.That(Convolution<int>.Valid(Lecture2.Image, Lecture2.Kernel), Is.EqualTo(Lecture2.ConvolutionValid));
    }

    [Test, Formula("S0.02", "S3.21", "S4.13", "S4.14", "S4.24", "S4.25", "S4.26")]
    public void Digits_come_out_with_the_kernel_read_backwards()
    {
        Assert.That(Convolution<int>.Valid(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 123, 234, 345, 456, 567 }));
        Assert.That(Convolution<int>.Same(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 12, 123, 234, 345, 456, 567, 670 }));
        Assert.That(Convolution<int>.Full(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 1, 12, 123, 234, 345, 456, 567, 670, 700 }));
    }

    [Test, Formula("S0.02", "S4.13", "S4.14", "S4.12", "S3.21")]
    public void Both_orders_of_the_sum_agree_at_every_place()
    {
        int[] full = Convolution<int>.Full(Digits.Signal, Digits.Kernel);
        for (int t = -3; t <= 12; t++)
        {
            int value = 0 <= t && t <= 8 ? full[t] : 0;
            Assert.That(Convolution<int>.At(Digits.Signal, Digits.Kernel, t), Is.EqualTo(value));
            Assert.That(Convolution<int>.At(Digits.Kernel, Digits.Signal, t), Is.EqualTo(value));
            Assert.That(Convolution<int>.AtFlippingSignal(Digits.Signal, Digits.Kernel, t), Is.EqualTo(value));
        }
    }

    [Test, Formula("S2.02", "S0.03", "S1.04", "S2.03"), Erratum("E50")]
    public void Both_orders_of_the_double_sum_agree_at_every_place()
    {
        for (int i = -2; i <= 8; i++)
            for (int j = -2; j <= 8; j++)
            {
                int value = 0 <= i && i <= 6 && 0 <= j && j <= 6 ? Lecture2.ConvolutionFull[i, j] : 0;
                Assert.That(Convolution<int>.At(Lecture2.Image, Lecture2.Kernel, i, j), Is.EqualTo(value));
                Assert.That(Convolution<int>.AtFlippingSignal(Lecture2.Image, Lecture2.Kernel, i, j), Is.EqualTo(value));
            }
    }

    [Test, Formula("S2.03", "S4.18"), Erratum("E13")]
    public void Sum_never_reaches_its_infinite_limits_so_more_zeros_change_nothing()
    {
        int[,] wider = Borders<int>.Zeros(Lecture2.Image, (3, 1), (2, 4));
        for (int i = -1; i <= 7; i++)
            for (int j = -1; j <= 7; j++)
                Assert.That(
                    Convolution<int>.At(wider, Lecture2.Kernel, i + 3, j + 2),
                    Is.EqualTo(Convolution<int>.At(Lecture2.Image, Lecture2.Kernel, i, j)));
    }

    [Test, Formula("S0.02"), Erratum("E09")]
    public void Sum_over_an_empty_signal_is_zero_as_one_with_the_printed_limits_would_be() =>
        Assert.That(
            (Convolution<int>.At([], [1, 10, 100], 1), Convolution<int>.At(Digits.Signal, Digits.Kernel, 1)),
            Is.EqualTo((0, 12)));

    [Test, Formula("S2.01")]
    public void Dimension_of_the_signal_is_arbitrary()
    {
        Assert.That(
            Lattice.Of(Convolution<int>.Full(Digits.Signal, Digits.Kernel)),
            Is.EquivalentTo(Lattice.Convolve(Lattice.Of(Digits.Signal), Lattice.Of(Digits.Kernel))));
        Assert.That(
            Lattice.Of(Convolution<int>.Full(Lecture2.Image, Lecture2.Kernel)),
            Is.EquivalentTo(Lattice.Convolve(Lattice.Of(Lecture2.Image), Lattice.Of(Lecture2.Kernel))));

        // Along a third axis, an image of depth one correlates as the plane does: lag (i, j, 0) is entry [i+2, j+2] of the full table.
        Dictionary<(int, int, int), int> lags = Lattice.Correlate(Lattice.Of(Lecture2.Image), Lattice.Of(Lecture2.Kernel));
        Assert.That(
            lags.ToDictionary(e => (e.Key.Item1 + 2, e.Key.Item2 + 2, e.Key.Item3), e => e.Value),
            Is.EquivalentTo(Lattice.Of(Lecture2.CorrelationFull)));
    }

    [Test, Formula("S2.01")]
    public void Separable_kernel_works_axis_by_axis()
    {
        int[,] column = { { 1 }, { 2 }, { 1 } }, row = { { 1, 0, -1 } };
        int[,] edge = { { 1, 0, -1 }, { 2, 0, -2 }, { 1, 0, -1 } };

        Assert.That(Convolution<int>.Full(column, row), Is.EqualTo(edge));
        Assert.That(
            Convolution<int>.Full(Convolution<int>.Full(Lecture2.Image, column), row), Is.EqualTo(
                Convolution<int>.Full(Lecture2.Image, edge)));
    }

    [Test, Formula("S3.35")]
    public void Point_symmetric_filter_of_lecture_3_cannot_tell_convolution_from_correlation()
    {
        Assert.That(Convolution<int>.Same(Lecture3.Image, Lecture3.Filter), Is.EqualTo(Lecture3.FeatureMap));
        Assert.That(Convolution<int>.Valid(Lecture3.Image, Lecture3.Filter), Is.EqualTo(Lecture3.Valid));
        Assert.That(Convolution<int>.Full(Lecture3.Image, Lecture3.Filter), Is.EqualTo(Lecture3.Full));
    }

    [Test]
    public void Non_square_images_and_kernels_keep_their_axes_apart()
    {
        int[,] x = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 } }, w = { { 1, 10, 100 } };

        Assert.That(Convolution<int>.Valid(x, w), Is.EqualTo(new[,] { { 123, 234 }, { 567, 678 } }));
        Assert.That(Convolution<int>.Same(x, w), Is.EqualTo(new[,] { { 12, 123, 234, 340 }, { 56, 567, 678, 780 } }));
        Assert.That(Convolution<int>.Full(x, w), Is.EqualTo(new[,] { { 1, 12, 123, 234, 340, 400 }, { 5, 56, 567, 678, 780, 800 } }));
        Assert.That(
            Convolution<int>.Same(x, new[,] { { 1, 10 }, { 100, 1000 } }), Is.EqualTo(
                new[,] { { 1, 12, 23, 34 }, { 105, 1256, 2367, 3478 } }));
    }

    [Test]
    public void Empty_signals_and_kernels_are_refused()
    {
        Assert.That(() => Convolution<int>.Full([], [1]), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => Convolution<int>.Full([1], []), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => Convolution<int>.Same([], [1]), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => Convolution<int>.Same([1], []), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(Convolution<int>.Full([2], [3]), Is.EqualTo(new[] { 6 }));
    }

    [TestCase(0, 2, 1, 1, "signal size D must be ≥ 1, was 0")]
    [TestCase(2, 0, 1, 1, "signal size D must be ≥ 1, was 0")]
    [TestCase(1, 1, 0, 1, "kernel size K must be ≥ 1, was 0")]
    [TestCase(1, 1, 1, 0, "kernel size K must be ≥ 1, was 0")]
    public void Empty_images_and_kernels_are_refused(int D1, int D2, int K1, int K2, string rule)
    {
        Assert.That(() => Convolution<int>.Full(new int[D1, D2], new int[K1, K2]), Refused.Because(rule));
        Assert.That(() => Convolution<int>.Same(new int[D1, D2], new int[K1, K2]), Refused.Because(rule));
    }

    [Test]
    public void Kernel_larger_than_the_signal_is_refused_where_nothing_surrounds_it()
    {
        Assert.That(Convolution<int>.Valid([1, 2, 3], [1, 10, 100]), Is.EqualTo(new[] { 123 }));
        Assert.That(() => Convolution<int>.Valid([1, 2], [1, 10, 100]), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(
            () => Convolution<int>.Valid(new int[2, 3], new int[3, 3]), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(
            () => Convolution<int>.Valid(new int[3, 2], new int[3, 3]), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
    }
}
