using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

/// <summary>The list of properties of lecture 1, each with the conditions under which it holds and an example of where it ends.</summary>
public sealed class PropertiesTests
{
    private static readonly int[] A = [1, 2, 3];
    private static readonly int[] B = [1, 1];
    private static readonly int[] C = [1, 2];

    private static readonly int[,] Image7 =
    {
        { 3, -1, 4, 1, -5, 5, 2 }, { -3, 5, 0, -2, 4, 1, -1 }, { 2, 2, -4, 3, 5, -5, 1 }, { 0, 1, 3, -3, 2, 4, -2 },
        { 5, -4, 1, 2, 0, 3, 4 }, { -1, 3, 2, 5, -2, 1, 0 }, { 4, 0, -5, 1, 3, -1, 2 },
    };

    private static readonly int[,] Kernel3 = { { 1, -2, 3 }, { 0, 2, -1 }, { 3, 1, -3 } };
    private static readonly int[,] Other3 = { { 2, 1, 0 }, { -1, 3, 1 }, { -2, 0, 1 } };

    [Test, Formula("S1.23")]
    public void Convolution_commutes()
    {
        Assert.That(Convolution<int>.Full([1, 2, 3], [0, 1, 4]), Is.EqualTo(new[] { 0, 1, 6, 11, 12 }));
        Assert.That(Convolution<int>.Full([0, 1, 4], [1, 2, 3]), Is.EqualTo(new[] { 0, 1, 6, 11, 12 }));
        Assert.That(Convolution<int>.Full(Image7, Kernel3), Is.EqualTo(Convolution<int>.Full(Kernel3, Image7)));
    }

    [Test, Formula("S1.23")]
    public void Correlation_commutes_only_up_to_reversal()
    {
        int[] ab = Correlation<int>.Full([1, 2, 3], [0, 1, 4]), ba = Correlation<int>.Full([0, 1, 4], [1, 2, 3]);

        Assert.That(ab, Is.EqualTo(Flip.Of(ba)).And.Not.EqualTo(ba));
        Assert.That(Correlation<int>.Full(Image7, Kernel3), Is.EqualTo(Flip.Of(Correlation<int>.Full(Kernel3, Image7))));
    }

    [Test, Formula("S1.23"), Erratum("E23")]
    public void Cut_results_do_not_commute()
    {
        Assert.That(Convolution<int>.Same([1, 2, 3, 4], [1, 2]), Has.Length.EqualTo(4));
        Assert.That(Convolution<int>.Same([1, 2], [1, 2, 3, 4]), Has.Length.EqualTo(2));
        Assert.That(Convolution<int>.Valid([1, 2, 3, 4], [1, 2]), Has.Length.EqualTo(3));
        Assert.That(() => Convolution<int>.Valid([1, 2], [1, 2, 3, 4]), Throws.ArgumentException);
    }

    [Test, Formula("S1.22")]
    public void Convolution_associates()
    {
        Assert.That(Convolution<int>.Full(Convolution<int>.Full(A, B), C), Is.EqualTo(new[] { 1, 5, 11, 13, 6 }));
        Assert.That(Convolution<int>.Full(A, Convolution<int>.Full(B, C)), Is.EqualTo(new[] { 1, 5, 11, 13, 6 }));
    }

    [Test, Formula("S1.22")]
    public void Correlation_does_not_associate_but_takes_the_convolution_of_the_kernels()
    {
        int[] left = Correlation<int>.Full(Correlation<int>.Full(A, B), C);
        int[] right = Correlation<int>.Full(A, Correlation<int>.Full(B, C));

        Assert.That(left, Is.EqualTo(new[] { 2, 7, 13, 11, 3 }), "lags -2..2");
        Assert.That(Correlation<int>.Full(A, Convolution<int>.Full(B, C)), Is.EqualTo(left), "(A∘B)∘C = A∘(B∗C)");
        Assert.That(right, Is.EqualTo(new[] { 1, 5, 11, 13, 6 }).And.Not.EqualTo(left), "lags -1..3");
    }

    [Test, Formula("S1.22"), Erratum("E23")]
    public void Correlation_associates_when_the_last_kernel_is_symmetric_about_its_origin()
    {
        int[] symmetric = [1, 2, 1];
        int[] left = Correlation<int>.Full(Correlation<int>.Full(A, B), symmetric);
        int[] right = Correlation<int>.Full(A, Correlation<int>.Full(B, symmetric));

        // With its origin at the middle tap, the kernel moves both results alike, and they hold the same lags.
        Assert.That(left, Is.EqualTo(right));
    }

    [Test, Formula("S1.22"), Erratum("E23")]
    public void Valid_results_associate_when_the_kernels_are_joined_in_full()
    {
        int[,] joined = Convolution<int>.Full(Kernel3, Other3);

        Assert.That(
            Convolution<int>.Valid(Convolution<int>.Valid(Image7, Kernel3), Other3), Is.EqualTo(Convolution<int>.Valid(Image7, joined)));
        Assert.That(
            Correlation<int>.Valid(Correlation<int>.Valid(Image7, Kernel3), Other3), Is.EqualTo(Correlation<int>.Valid(Image7, joined)));
        Assert.That(
            Convolution<int>.Full(Convolution<int>.Full(Image7, Kernel3), Other3), Is.EqualTo(Convolution<int>.Full(Image7, joined)));
    }

    [Test, Formula("S1.22"), Erratum("E23")]
    public void Same_results_do_not_associate_at_the_border()
    {
        int[] x = [1, 2, 3, 4], ones = [1, 1, 1];

        Assert.That(Convolution<int>.Same(Convolution<int>.Same(x, ones), ones), Is.EqualTo(new[] { 9, 18, 22, 16 }));
        Assert.That(Convolution<int>.Same(x, Convolution<int>.Full(ones, ones)), Is.EqualTo(new[] { 10, 18, 22, 20 }));

        int[,] twice = Convolution<int>.Same(Convolution<int>.Same(Image7, Kernel3), Other3);
        int[,] once = Convolution<int>.Same(Image7, Convolution<int>.Full(Kernel3, Other3));
        Assert.That(twice, Is.Not.EqualTo(once));
        for (int i = 1; i < 6; i++)
            for (int j = 1; j < 6; j++)
                Assert.That(twice[i, j], Is.EqualTo(once[i, j]), $"interior ({i},{j})");
    }

    [Test, Formula("S1.21")]
    public void Convolution_and_correlation_are_linear_in_the_signal_and_in_the_kernel()
    {
        int[] x = [5, 4, 2, 3, 7], y = [-1, 0, 6, 2, -8], w = [1, 10, 100], v = [2, -3, 4];
        foreach (Func<int[], int[], int[]> f in new Func<int[], int[], int[]>[]
                 {
                     Convolution<int>.Full, Convolution<int>.Same, Convolution<int>.Valid,
                     Correlation<int>.Full, Correlation<int>.Same, Correlation<int>.Valid,
                 })
        {
            Assert.That(f(Mix(3, x, -2, y), w), Is.EqualTo(Mix(3, f(x, w), -2, f(y, w))));
            Assert.That(f(x, Mix(3, w, -2, v)), Is.EqualTo(Mix(3, f(x, w), -2, f(x, v))));
        }
    }

    [Test, Formula("S1.21")]
    public void Layer_with_a_bias_is_no_longer_linear()
    {
        int[] Affine(int[] x) => [.. Correlation<int>.Valid(x, [1, 10]).Select(y => y + 1)];

        Assert.That(Affine([2, 4, 6]), Is.Not.EqualTo(Mix(2, Affine([1, 2, 3]), 0, Affine([1, 2, 3]))));
    }

    [Test, Formula("S1.20", "S1.30", "S4.17")]
    public void Shifting_the_signal_shifts_the_result()
    {
        int[] x = [0, 0, 5, 4, 2, 3, 7, 0, 0, 0], w = [1, 10, 100];
        for (int v = -2; v <= 3; v++)
        {
            Assert.That(
                Convolution<int>.Full(Translation<int>.Shift(x, v), w), Is.EqualTo(Translation<int>.Shift(Convolution<int>.Full(x, w), v)));
            Assert.That(
                Correlation<int>.Full(Translation<int>.Shift(x, v), w), Is.EqualTo(Translation<int>.Shift(Correlation<int>.Full(x, w), v)));
        }
    }

    [Test, Formula("S1.20", "S1.30")]
    public void Shifting_the_image_shifts_the_result()
    {
        int[,] x = Borders<int>.Zeros(Lecture2.Image, (1, 2), (2, 1));
        foreach (Func<int[,], int[,], int[,]> f in new Func<int[,], int[,], int[,]>[] { Convolution<int>.Full, Correlation<int>.Full })
            Assert.That(
                f(Translation<int>.Shift(x, 2, -2), Lecture2.Kernel), Is.EqualTo(Translation<int>.Shift(f(x, Lecture2.Kernel), 2, -2)));
    }

    [Test, Formula("S1.20")]
    public void Shifting_the_kernel_moves_a_convolution_along_and_a_correlation_the_other_way()
    {
        int[] x = [5, 4, 2, 3, 7], w = [1, 10, 100, 0], moved = [0, 1, 10, 100];
        for (int n = -4; n <= 9; n++)
        {
            Assert.That(Convolution<int>.At(x, moved, n), Is.EqualTo(Convolution<int>.At(x, w, n - 1)));
            Assert.That(Correlation<int>.At(x, moved, n), Is.EqualTo(Correlation<int>.At(x, w, n + 1)));
        }
    }

    [Test, Formula("S1.20"), Erratum("E22")]
    public void Same_result_does_not_follow_a_shift_at_the_border()
    {
        int[] x = [1, 2, 3, 4, 5], w = [1, 1, 1];

        Assert.That(Convolution<int>.Same(Translation<int>.Shift(x, 1), w), Is.EqualTo(new[] { 1, 3, 6, 9, 7 }));
        Assert.That(Translation<int>.Shift(Convolution<int>.Same(x, w), 1), Is.EqualTo(new[] { 0, 3, 6, 9, 12 }));
    }

    [Test, Formula("S1.20"), Erratum("E22")]
    public void Stride_follows_only_shifts_by_its_multiples()
    {
        int[] x = [1, 2, 3, 4, 5, 6, 7, 8, 0, 0];
        int[] EverySecond(int[] signal) => [.. Correlation<int>.Valid(signal, [1, 10]).Where((_, d) => d % 2 == 0)];

        Assert.That(EverySecond(x), Is.EqualTo(new[] { 21, 43, 65, 87, 0 }));
        Assert.That(EverySecond(Translation<int>.Shift(x, 1)), Is.EqualTo(new[] { 10, 32, 54, 76, 8 }));
        Assert.That(EverySecond(Translation<int>.Shift(x, 2)), Is.EqualTo(new[] { 0, 21, 43, 65, 87 }));
    }

    private static int[] Mix(int a, int[] x, int b, int[] y) => [.. x.Zip(y, (u, v) => (a * u) + (b * v))];
}
