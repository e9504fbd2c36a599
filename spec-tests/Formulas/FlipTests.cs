using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class FlipTests
{
    [Test, Formula("S2.07")]
    public void Flip_reads_the_kernel_backwards_along_every_axis()
    {
        Assert.That(Flip.Of(Digits.Kernel), Is.EqualTo(new[] { 100, 10, 1 }));
        Assert.That(Flip.Of(Lecture2.Kernel), Is.EqualTo(new[,] { { 0, 1, 1 }, { 0, 2, 0 }, { 1, 0, 0 } }));
        Assert.That(Flip.Of(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }), Is.EqualTo(new[,] { { 6, 5, 4 }, { 3, 2, 1 } }));
    }

    [Test, Formula("S2.07", "S4.16")]
    public void Correlation_is_convolution_with_the_flipped_kernel()
    {
        int[] x = Digits.Signal, w = Digits.Kernel;
        int[,] I = Lecture2.Image, K = Lecture2.Kernel;

        Assert.That(Correlation<int>.Full(x, w), Is.EqualTo(Convolution<int>.Full(x, Flip.Of(w))));
        Assert.That(Correlation<int>.Same(x, w), Is.EqualTo(Convolution<int>.Same(x, Flip.Of(w))));
        Assert.That(Correlation<int>.Valid(x, w), Is.EqualTo(Convolution<int>.Valid(x, Flip.Of(w))));
        Assert.That(Correlation<int>.Full(I, K), Is.EqualTo(Convolution<int>.Full(I, Flip.Of(K))));
        Assert.That(Correlation<int>.Same(I, K), Is.EqualTo(Convolution<int>.Same(I, Flip.Of(K))));
        Assert.That(Correlation<int>.Valid(I, K), Is.EqualTo(Convolution<int>.Valid(I, Flip.Of(K))));
    }

    [Test, Erratum("E33", "E24")]
    public void Same_correlation_with_an_even_kernel_is_not_the_same_convolution_with_its_flip() =>
        Assert.That(
            Correlation<int>.Same([1, 2, 3, 4, 5], [1, 10]), Is.Not.EqualTo(Convolution<int>.Same([1, 2, 3, 4, 5], Flip.Of([1, 10]))));

    [Test, Formula("S4.16")]
    public void Gradient_of_a_convolution_kernel_is_the_flipped_gradient_of_a_correlation_kernel()
    {
        int[] x = [3, -1, 4, 1, -5, 9, 2, -6, 5], upstream = [2, 7, -1, 8, 2, -8, 1];
        int[] zero = new int[3];

        // J = ⟨upstream, y⟩ is linear in w, so a step of one in w[k] is the derivative itself.
        int[] ofConvolution = Gradient(w => Convolution<int>.Valid(x, w));
        int[] ofCorrelation = Gradient(w => Correlation<int>.Valid(x, w));

        Assert.That(ofConvolution, Is.EqualTo(Flip.Of(ofCorrelation)).And.Not.EqualTo(ofCorrelation));

        int[] Gradient(Func<int[], int[]> layer) =>
            [.. zero.Select((_, k) => layer([.. zero.Select((_, l) => l == k ? 1 : 0)]).Zip(upstream, (y, g) => y * g).Sum())];
    }

    [Test, Formula("S1.24")]
    public void Point_symmetric_kernel_makes_no_difference()
    {
        int[,] symmetric = { { 1, 2, 3 }, { 4, 5, 4 }, { 3, 2, 1 } };

        Assert.That(Flip.Of(symmetric), Is.EqualTo(symmetric));
        Assert.That(Convolution<int>.Full(Lecture2.Image, symmetric), Is.EqualTo(Correlation<int>.Full(Lecture2.Image, symmetric)));
    }

    [Test, Formula("S1.24"), Erratum("E24")]
    public void Mirror_symmetry_is_not_enough_and_may_turn_the_sign()
    {
        int[,] mirror = { { 1, 2, 1 }, { 0, 0, 0 }, { -1, -2, -1 } }, minus = { { -1 } };
        int[,] convolved = Convolution<int>.Valid(Lecture2.Image, mirror), correlated = Correlation<int>.Valid(Lecture2.Image, mirror);

        Assert.That(convolved, Is.EqualTo(Correlation<int>.Valid(correlated, minus)).And.Not.EqualTo(correlated));
    }

    [Test, Formula("S1.24"), Erratum("E24")]
    public void Symmetric_kernel_with_its_origin_off_centre_gives_shifted_copies()
    {
        int[] x = [5, 4, 2, 3, 7], w = [1, 2, 1];

        // Both arrays start at index 0, which is not the centre of w: the values are the same, two places apart.
        for (int n = -3; n <= 9; n++)
            Assert.That(Convolution<int>.At(x, w, n + 2), Is.EqualTo(Correlation<int>.At(x, w, n)));
        Assert.That(Convolution<int>.At(x, w, 0), Is.Not.EqualTo(Correlation<int>.At(x, w, 0)));
    }
}
