using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Numbers;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class CircularConvolutionTests
{
    private static readonly int[] X = [3, 1, 4, 1, 5, 9];
    private static readonly int[] W = [2, -1, 1];

    [Test, Formula("S3.12", "S3.17", "S3.22")]
    public void After_the_last_sample_comes_the_first()
    {
        int[] x = [5, 4, 2, 3, 7], k = [1, 10, 100];

        Assert.That(CircularConvolution<int>.Convolve(x, k), Is.EqualTo(new[] { 375, 754, 542, 423, 237 }));
        Assert.That(CircularConvolution<int>.Correlate(x, k), Is.EqualTo(new[] { 245, 324, 732, 573, 457 }));
        Assert.That(
            Translation<int>.ShiftCyclic(CircularConvolution<int>.Convolve(x, k), -1), Is.EqualTo(new[] { 754, 542, 423, 237, 375 }));
    }

    [Test, Formula("S3.22")]
    public void On_the_torus_both_axes_wrap()
    {
        int[,] image = { { 1, 2, 3 }, { 4, 5, 6 } }, kernel = { { 1, 10 }, { 100, 1000 } };

        Assert.That(CircularConvolution<int>.Correlate(image, kernel), Is.EqualTo(new[,] { { 5421, 6532, 4613 }, { 2154, 3265, 1346 } }));
        Assert.That(CircularConvolution<int>.Convolve(image, kernel), Is.EqualTo(new[,] { { 6431, 4512, 5623 }, { 3164, 1245, 2356 } }));
    }

    [Test, Formula("S3.22")]
    public void On_the_torus_correlation_is_the_valid_one_of_a_cyclic_image_and_convolution_its_twin()
    {
        int[,] image = Lecture2.Image, kernel = Lecture2.Kernel;

        Assert.That(
            CircularConvolution<int>.Correlate(image, kernel),
            Is.EqualTo(Correlation<int>.Valid(Borders<int>.Cyclic(image, (0, 2), (0, 2)), kernel)));
        Assert.That(
            CircularConvolution<int>.Convolve(image, kernel),
            Is.EqualTo(Convolution<int>.Valid(Borders<int>.Cyclic(image, (2, 0), (2, 0)), kernel)));
    }

    [Test]
    public void Kernel_longer_than_the_circle_meets_samples_again()
    {
        Assert.That(CircularConvolution<int>.Convolve([1, 2], [1, 10, 100]), Is.EqualTo(new[] { 121, 212 }));
        Assert.That(CircularConvolution<int>.Correlate([1, 2], [1, 10, 100]), Is.EqualTo(new[] { 121, 212 }));
        Assert.That(CircularConvolution<int>.Convolve(new[,] { { 1, 2 } }, new[,] { { 1, 10, 100 } }), Is.EqualTo(new[,] { { 121, 212 } }));
    }

    [Test, Formula("S3.14"), Erratum("E12", "E23")]
    public void Circular_convolution_commutes()
    {
        int[] w = [2, -1, 1, 0, 7, 3];

        Assert.That(CircularConvolution<int>.Convolve(X, w), Is.EqualTo(CircularConvolution<int>.Convolve(w, X)));
        Assert.That(CircularConvolution<int>.Correlate(X, w), Is.Not.EqualTo(CircularConvolution<int>.Correlate(w, X)));
    }

    [Test, Formula("S3.18", "S3.19", "S3.17")]
    public void Convolving_with_a_fixed_filter_is_a_linear_operator()
    {
        int[] h = [1, -4, 0, 2, 6, -3];
        int[] G(int[] f) => CircularConvolution<int>.Convolve(f, W);

        Assert.That(G([.. X.Select(f => 7 * f)]), Is.EqualTo(G(X).Select(y => 7 * y)));
        Assert.That(G([.. X.Zip(h, (f, g) => f + g)]), Is.EqualTo(G(X).Zip(G(h), (f, g) => f + g)));
    }

    [Test, Formula("S3.15", "S3.20", "S1.20"), Erratum("E21", "E22")]
    public void Circular_convolution_follows_every_shift_and_is_not_invariant()
    {
        int[] y = CircularConvolution<int>.Convolve(X, W);
        for (int v = -7; v <= 7; v++)
        {
            int[] ofShifted = CircularConvolution<int>.Convolve(Translation<int>.ShiftCyclic(X, v), W);
            Assert.That(ofShifted, Is.EqualTo(Translation<int>.ShiftCyclic(y, v)));
            Assert.That(ofShifted, v % 6 == 0 ? Is.EqualTo(y) : Is.Not.EqualTo(y));
        }
    }

    [Test, Formula("S3.20")]
    public void Convolution_on_the_torus_follows_every_shift()
    {
        int[,] y = CircularConvolution<int>.Convolve(Lecture2.Image, Lecture2.Kernel);
        for (int v1 = -5; v1 <= 2; v1++)
            Assert.That(
                CircularConvolution<int>.Convolve(Translation<int>.ShiftCyclic(Lecture2.Image, v1, 3), Lecture2.Kernel),
                Is.EqualTo(Translation<int>.ShiftCyclic(y, v1, 3)));
    }

    [Test, Formula("S3.09"), Erratum("E21")]
    public void Global_maximum_and_mean_of_a_circular_correlation_are_invariant()
    {
        for (int v = 0; v < 6; v++)
        {
            int[] y = CircularConvolution<int>.Correlate(Translation<int>.ShiftCyclic(X, v), W);
            Assert.That(Pooling.Max(y), Is.EqualTo(16));
            Assert.That(Pooling.Mean([.. y.Select(sum => (Rational)sum)]), Is.EqualTo(new Rational(23, 3)));
        }
    }

    [Test, Formula("S2.07")]
    public void Flip_turns_one_into_the_other_up_to_where_the_kernel_starts()
    {
        // flip(w) reaches forward from its last tap, so its first output is K−1 places later.
        Assert.That(
            CircularConvolution<int>.Correlate(X, W),
            Is.EqualTo(Translation<int>.ShiftCyclic(CircularConvolution<int>.Convolve(X, Flip.Of(W)), -2)));
    }

    [Test]
    public void Empty_signals_and_kernels_are_refused()
    {
        Func<int[], int[], int[]>[] both = [CircularConvolution<int>.Convolve, CircularConvolution<int>.Correlate];
        foreach (Func<int[], int[], int[]> f in both)
        {
            Assert.That(() => f([], [1]), Refused.Because("signal size D must be ≥ 1, was 0"));
            Assert.That(() => f([1], []), Refused.Because("kernel size K must be ≥ 1, was 0"));
            Assert.That(f([2], [3]), Is.EqualTo(new[] { 6 }));
        }
    }

    [TestCase(0, 2, 1, 1, "signal size D must be ≥ 1, was 0")]
    [TestCase(2, 0, 1, 1, "signal size D must be ≥ 1, was 0")]
    [TestCase(1, 1, 0, 1, "kernel size K must be ≥ 1, was 0")]
    [TestCase(1, 1, 1, 0, "kernel size K must be ≥ 1, was 0")]
    public void Empty_images_and_kernels_are_refused(int D1, int D2, int K1, int K2, string rule)
    {
        Assert.That(() => CircularConvolution<int>.Convolve(new int[D1, D2], new int[K1, K2]), Refused.Because(rule));
        Assert.That(() => CircularConvolution<int>.Correlate(new int[D1, D2], new int[K1, K2]), Refused.Because(rule));
    }
}
