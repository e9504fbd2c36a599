using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class DilationTests
{
    [Test, Formula("S1.41", "S0.13")]
    public void A_dilated_sum_skips_samples()
    {
        int[] x = Digits.Signal;
        int[] w = Digits.Kernel;
        int[] y = Dilation<int>.Correlate(x, w, dilation: 2);

        Assert.That(y, Is.EqualTo(new[] { 531, 642, 753 }));
        Assert.That(y[0], Is.EqualTo(w[0] * x[0] + w[1] * x[2] + w[2] * x[4]));
    }

    [Test, Formula("S1.41"), Erratum("E36")]
    public void The_printed_sum_is_a_correlation_and_the_convolution_reads_the_taps_backwards()
    {
        int[] x = Digits.Signal;
        int[] w = Digits.Kernel;
        int[] y = Dilation<int>.Convolve(x, w, dilation: 2);

        Assert.That(y, Is.EqualTo(new[] { 135, 246, 357 }));
        Assert.That(y[0], Is.EqualTo(w[0] * x[4] + w[1] * x[2] + w[2] * x[0]));
        Assert.That(y, Is.EqualTo(Convolution<int>.Valid(x, Dilation<int>.KernelWithHoles(w, 2))));
    }

    [Test, Formula("S2.34", "S1.41")]
    public void Dilating_is_correlating_with_a_kernel_with_holes([Range(1, 4)] int dilation)
    {
        int[] x = Samples.Signal(11);
        int[] w = [2, -1, 3];

        Assert.That(
            Dilation<int>.Correlate(x, w, dilation), Is.EqualTo(Correlation<int>.Valid(x, Dilation<int>.KernelWithHoles(w, dilation))));
    }

    [Test, Formula("S2.33", "S2.34")]
    public void Dilating_an_image_kernel_is_correlating_with_a_kernel_with_holes([Range(1, 3)] int dilation1, [Range(1, 2)] int dilation2)
    {
        int[,] x = Samples.Image(7, 6);
        int[,] w = Samples.Image(2, 3);

        Assert.That(
            Dilation<int>.Correlate(x, w, dilation1, dilation2),
            Is.EqualTo(Correlation<int>.Valid(x, Dilation<int>.KernelWithHoles(w, dilation1, dilation2))));
    }

    [Test, Formula("S2.33")]
    public void The_image_of_lecture_2_under_dilation_2()
    {
        Assert.That(Dilation<int>.Correlate(Lecture2.Image, Lecture2.Kernel, 2, 2), Is.EqualTo(new[,] { { 9 } }));
        Assert.That(
            Dilation<int>.Correlate(Lecture2.Padded, Lecture2.Kernel, 2, 2),
            Is.EqualTo(new[,] { { 2, 1, 2, 4, 7 }, { 1, 1, 4, 7, 3 }, { 3, 3, 9, 2, 3 }, { 2, 5, 6, 0, 0 }, { 8, 1, 1, 0, 2 } }));
    }

    [Test, Formula("S2.34")]
    public void Holes_are_zeros()
    {
        Assert.That(Dilation<int>.KernelWithHoles(Digits.Kernel, 2), Is.EqualTo(new[] { 1, 0, 10, 0, 100 }));
        Assert.That(Dilation<int>.KernelWithHoles([7], 5), Is.EqualTo(new[] { 7 }));
        Assert.That(
            Dilation<int>.KernelWithHoles(new[,] { { 1, 2 }, { 3, 4 } }, 2, 3),
            Is.EqualTo(new[,] { { 1, 0, 0, 2 }, { 0, 0, 0, 0 }, { 3, 0, 0, 4 } }));
    }

    [Test, Formula("S2.33"), Erratum("E35")]
    public void Dilation_costs_no_multiplications_for_an_output_but_outputs([Values(10, 11)] int D, [Range(1, 3)] int dilation)
    {
        const int K = 3;
        int[] x = Samples.Signal(D);
        int[] w = [1, 2, 3];
        int[] y = Dilation<int>.Correlate(x, w, dilation);

        Assert.That(Dilation<int>.KernelWithHoles(w, dilation).Count(tap => tap != 0), Is.EqualTo(K));
        Assert.That(y, Has.Length.EqualTo(D - (K - 1) - (dilation - 1) * (K - 1)));
        Assert.That(Dilation<int>.Correlate(Samples.Padded(x, dilation * (K - 1) / 2), w, dilation), Has.Length.EqualTo(D));
    }

    [Test]
    public void The_dilated_kernel_must_fit()
    {
        const string message = "kernel extent δ(K−1)+1 must be in 1..D = 1..4, was 5";

        Assert.That(Dilation<int>.Correlate([1, 2, 3, 4, 5], [1, 1, 1], 2), Is.EqualTo(new[] { 9 }));
        Assert.That(Dilation<int>.Convolve([1, 2, 3, 4, 5], [1, 1, 1], 2), Is.EqualTo(new[] { 9 }));
        Assert.That(() => Dilation<int>.Correlate(new int[4], new int[3], 2), Refused.Because(message));
        Assert.That(() => Dilation<int>.Convolve(new int[4], new int[3], 2), Refused.Because(message));
        Assert.That(() => Dilation<int>.Correlate(new int[4, 9], new int[3, 1], 2, 1), Refused.Because(message));
        Assert.That(() => Dilation<int>.Correlate(new int[9, 4], new int[1, 3], 1, 2), Refused.Because(message));
    }

    [Test]
    public void Sums_and_holes_are_zeros_of_the_number_type()
    {
        BiasedNumber[] w = BiasedNumber.From(Digits.Kernel);
        BiasedNumber[] x = BiasedNumber.From(Digits.Signal);

        Assert.That(BiasedNumber.Values(Dilation<BiasedNumber>.Correlate(x, w, 2)), Is.EqualTo(new[] { 531, 642, 753 }));
        Assert.That(BiasedNumber.Values(Dilation<BiasedNumber>.Convolve(x, w, 2)), Is.EqualTo(new[] { 135, 246, 357 }));
        Assert.That(BiasedNumber.Values(Dilation<BiasedNumber>.KernelWithHoles(w, 2)), Is.EqualTo(new[] { 1, 0, 10, 0, 100 }));
        Assert.That(
            BiasedNumber.Values(Dilation<BiasedNumber>.KernelWithHoles(BiasedNumber.From(new[,] { { 1, 2 } }), 1, 2)),
            Is.EqualTo(new[] { 1, 0, 2 }));
        Assert.That(
            BiasedNumber.Values(
                Dilation<BiasedNumber>.Correlate(BiasedNumber.From(Lecture2.Image), BiasedNumber.From(Lecture2.Kernel), 2, 2)),
            Is.EqualTo(new[] { 9 }));
    }
}
