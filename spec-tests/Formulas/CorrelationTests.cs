using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class CorrelationTests
{
    [Test, Formula("S2.08", "S2.04", "S1.15")]
    public void First_entry_of_the_worked_example_is_the_sum_of_nine_products()
    {
        const int nineProducts = (1 * 0) + (0 * 0) + (0 * 1) + (0 * 0) + (0 * 2) + (0 * 0) + (0 * 1) + (1 * 1) + (2 * 0);

        Assert.That(Correlation<int>.At(Lecture2.Image, Lecture2.Kernel, 0, 0), Is.EqualTo(nineProducts).And.EqualTo(1));
    }

    [Test, Formula("S2.09", "S4.22", "S2.04")]
    public void Valid_correlation_slides_the_kernel_over_the_image() =>
        Assert.That(Correlation<int>.Valid(Lecture2.Image, Lecture2.Kernel), Is.EqualTo(Lecture2.CorrelationValid));

    [Test, Formula("S2.06"), Erratum("E14")]
    public void Layer_of_the_frameworks_is_the_correlation_and_not_the_convolution()
    {
        int[,] conv2dOfPyTorch = { { 1, 4, 11 }, { 4, 11, 5 }, { 7, 7, 1 } };

        Assert.That(Correlation<int>.Valid(Lecture2.Image, Lecture2.Kernel), Is.EqualTo(conv2dOfPyTorch));
        Assert.That(Convolution<int>.Valid(Lecture2.Image, Lecture2.Kernel), Is.Not.EqualTo(conv2dOfPyTorch));
    }

    [Test, Erratum("E01")]
    public void Last_cell_of_the_valid_table_is_1_and_not_the_printed_7()
    {
        const int window = (2 * 0) + (1 * 0) + (1 * 1) + (3 * 0) + (0 * 2) + (0 * 0) + (0 * 1) + (0 * 1) + (1 * 0);

        Assert.That(Correlation<int>.At(Lecture2.Image, Lecture2.Kernel, 2, 2), Is.EqualTo(window).And.EqualTo(1));
        Assert.That(Differing(Lecture2.CorrelationValid, Lecture2.PrintedValid), Is.EqualTo(new[] { (2, 2) }));
        Assert.That(Differing(Lecture2.CorrelationFull, Lecture2.PrintedFull), Is.EqualTo(new[] { (4, 4) }));
    }

    [Test, Erratum("E01")]
    public void No_integer_image_or_kernel_gives_the_printed_table()
    {
        // A full correlation sums to Σ image · Σ kernel.
        int image = Lecture2.Image.Cast<int>().Sum(), kernel = Lecture2.Kernel.Cast<int>().Sum();
        int printed = Lecture2.PrintedFull.Cast<int>().Sum();

        Assert.That(Correlation<int>.Full(Lecture2.Image, Lecture2.Kernel).Cast<int>().Sum(), Is.EqualTo(image * kernel));
        Assert.That(printed % image, Is.Not.Zero);
        Assert.That(printed % kernel, Is.Not.Zero);
    }

    [Test, Erratum("E01")]
    public void No_real_image_gives_the_printed_table()
    {
        // The sums Σ F[a,b]·2ᵃ·(−1)ᵇ multiply as the arrays convolve. That of the flipped kernel is zero, so that of any image's table is.
        Assert.That(Weighted(Flip.Of(Lecture2.Kernel)), Is.Zero);
        Assert.That(Weighted(Correlation<int>.Full(Lecture2.Image, Lecture2.Kernel)), Is.Zero);
        Assert.That(Weighted(Correlation<int>.Full(Samples.Image(5, 5), Lecture2.Kernel)), Is.Zero);
        Assert.That(Weighted(Lecture2.PrintedFull), Is.EqualTo(6 * 16));

        static int Weighted(int[,] table)
        {
            int sum = 0;
            for (int a = 0; a < table.GetLength(0); a++)
                for (int b = 0; b < table.GetLength(1); b++)
                    sum += table[a, b] * (1 << a) * (b % 2 == 0 ? 1 : -1);
            return sum;
        }
    }

    [Test, Erratum("E01")]
    public void No_real_kernel_gives_the_printed_table()
    {
        // The image begins with a 1, so cell (a,b) of the table is tap (a,b) of the flipped kernel plus a sum over earlier taps: nine
        // cells,
        // printed right, leave one kernel only, and that one has 1 in cell (4,4).
        int[,] image = Lecture2.Image, taps = new int[3, 3];
        for (int a = 0; a < 3; a++)
            for (int b = 0; b < 3; b++)
                taps[a, b] = Lecture2.PrintedFull[a, b] - Convolution<int>.At(image, taps, a, b);

        Assert.That(image[0, 0], Is.EqualTo(1));
        Assert.That(taps, Is.EqualTo(Flip.Of(Lecture2.Kernel)));
        Assert.That((Convolution<int>.At(image, taps, 4, 4), Lecture2.PrintedFull[4, 4]), Is.EqualTo((1, 7)));
    }

    [Test, Formula("S2.14", "S2.15", "S2.13", "S3.26", "S4.24")]
    public void Full_correlation_has_an_output_for_every_overlap()
    {
        int[,] full = Correlation<int>.Full(Lecture2.Image, Lecture2.Kernel);

        Assert.That(full, Is.EqualTo(Lecture2.CorrelationFull));
        Assert.That(new[] { full[0, 0], full[0, 1], full[0, 2] }, Is.EqualTo(new[] { 0, 1, 1 }));
    }

    [Test, Formula("S2.16", "S4.25")]
    public void Same_correlation_is_the_middle_of_the_full_table()
    {
        int[,] same = Correlation<int>.Same(Lecture2.Image, Lecture2.Kernel);

        Assert.That(same, Is.EqualTo(Lecture2.CorrelationSame));
        Assert.That(Block(Lecture2.CorrelationFull, 1, 5), Is.EqualTo(same));
        Assert.That(Block(Lecture2.CorrelationFull, 2, 3), Is.EqualTo(Lecture2.CorrelationValid));
    }

    [Test, Formula("S3.35", "S3.26", "S3.25")]
    public void Feature_map_of_lecture_3_is_right_in_all_36_cells()
    {
        Assert.That(Correlation<int>.Same(Lecture3.Image, Lecture3.Filter), Is.EqualTo(Lecture3.FeatureMap));
        Assert.That(Correlation<int>.Valid(Lecture3.Image, Lecture3.Filter), Is.EqualTo(Lecture3.Valid));
        Assert.That(Correlation<int>.Full(Lecture3.Image, Lecture3.Filter), Is.EqualTo(Lecture3.Full));
    }

    [Test, Formula("S4.19", "S4.20", "S4.26", "S4.24", "S4.25")]
    public void Digits_show_which_sample_met_which_tap()
    {
        Assert.That(Correlation<int>.Valid(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 321, 432, 543, 654, 765 }));
        Assert.That(Correlation<int>.Same(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 210, 321, 432, 543, 654, 765, 76 }));
        Assert.That(Correlation<int>.Full(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 100, 210, 321, 432, 543, 654, 765, 76, 7 }));
    }

    [Test, Formula("S4.19", "S4.20"), Erratum("E16")]
    public void Counting_from_one_as_the_slide_does_gives_the_same_sums()
    {
        int[] x = Digits.Signal, w = Digits.Kernel;
        int D = x.Length, K = w.Length;
        var y = new int[D - K + 1];

        for (int d = 1; d <= D - K + 1; d++)
            for (int k = 1; k <= K; k++)
                y[d - 1] += w[k - 1] * x[d + k - 1 - 1];

        Assert.That(Correlation<int>.Valid(x, w), Is.EqualTo(y));
    }

    [Test, Formula("S4.15", "S4.18"), Erratum("E50")]
    public void Full_result_lists_the_values_at_every_lag_and_all_others_are_zero()
    {
        int[] full = Correlation<int>.Full(Digits.Signal, Digits.Kernel);
        for (int lag = -5; lag <= 9; lag++)
            Assert.That(Correlation<int>.At(Digits.Signal, Digits.Kernel, lag), Is.EqualTo(-2 <= lag && lag <= 6 ? full[lag + 2] : 0));
    }

    [Test, Formula("S1.15"), Erratum("E50")]
    public void Correlation_is_a_function_and_each_lag_has_its_value()
    {
        for (int i = -4; i <= 6; i++)
            for (int j = -4; j <= 6; j++)
            {
                bool inside = -2 <= i && i <= 4 && -2 <= j && j <= 4;
                Assert.That(
                    Correlation<int>.At(Lecture2.Image, Lecture2.Kernel, i, j), Is.EqualTo(inside
                        ? Lecture2.CorrelationFull[i + 2, j + 2]
                        : 0));
            }
    }

    [Test, Formula("S4.12", "S1.23"), Erratum("E15")]
    public void Exchanging_signal_and_kernel_reverses_the_lags()
    {
        int[] x = [1, 2, 3], w = [0, 1, 4];

        Assert.That(Correlation<int>.Full(x, w), Is.EqualTo(new[] { 4, 9, 14, 3, 0 }));
        Assert.That(Correlation<int>.Full(w, x), Is.EqualTo(new[] { 0, 3, 14, 9, 4 }));
        for (int d = -3; d <= 3; d++)
            Assert.That(Correlation<int>.At(w, x, d), Is.EqualTo(Correlation<int>.At(x, w, -d)));
    }

    [Test, Formula("S2.05"), Erratum("E05")]
    public void Correlation_finds_the_kernel_in_the_shifted_image()
    {
        var image = new int[6, 7];
        for (int m = 0; m < 3; m++)
            for (int n = 0; n < 3; n++)
                image[1 + m, 3 + n] = Lecture2.Kernel[m, n];

        int energy = Lecture2.Kernel.Cast<int>().Sum(k => k * k);

        Assert.That(Correlation<int>.At(image, Lecture2.Kernel, 1, 3), Is.EqualTo(energy));
        Assert.That(ReversedLag<int>.At(image, Lecture2.Kernel, 1, 3), Is.Not.EqualTo(energy));
        Assert.That(ReversedLag<int>.At(image, Lecture2.Kernel, -1, -3), Is.EqualTo(energy));
    }

    [Test, Formula("S3.11")]
    public void Same_patch_has_the_same_value_wherever_it_stands()
    {
        var image = new int[5, 6];
        for (int i = 0; i < 5; i++)
            for (int j = 0; j < 6; j++)
                image[i, j] = i < 3 && j < 3 ? Lecture2.Image[i, j] : 0;

        int value = Correlation<int>.At(image, Lecture2.Kernel, 0, 0);

        for (int v1 = 0; v1 <= 2; v1++)
            for (int v2 = 0; v2 <= 3; v2++)
                Assert.That(Correlation<int>.At(Translation<int>.Shift(image, v1, v2), Lecture2.Kernel, v1, v2), Is.EqualTo(value));
    }

    [Test, Erratum("E33", "E43"), Formula("S4.25")]
    public void Even_kernel_has_no_middle_and_same_is_a_choice()
    {
        int[] x = [1, 2, 3, 4, 5], w = [1, 10];

        // As PyTorch and scipy's correlate2d; as numpy's correlate; as numpy's convolve.
        Assert.That(Correlation<int>.Same(x, w), Is.EqualTo(new[] { 21, 32, 43, 54, 5 }), "one zero after");
        Assert.That(Correlation<int>.Valid(Borders<int>.Zeros(x, 1, 0), w), Is.EqualTo(new[] { 10, 21, 32, 43, 54 }), "one zero before");
        Assert.That(Convolution<int>.Same(x, w), Is.EqualTo(new[] { 1, 12, 23, 34, 45 }), "flipped, one zero before");
    }

    [Test, Formula("S4.25", "S4.24")]
    public void Kernel_may_be_larger_than_the_signal_where_zeros_surround_it()
    {
        Assert.That(Correlation<int>.Same([1, 2], [1, 10, 100, 1000, 10000]), Is.EqualTo(new[] { 2100, 210 }));
        Assert.That(Correlation<int>.Full([1, 2], [1, 10, 100]), Is.EqualTo(new[] { 100, 210, 21, 2 }));
        Assert.That(Correlation<int>.Same(new[,] { { 1, 2 } }, new[,] { { 1 }, { 10 }, { 100 } }), Is.EqualTo(new[,] { { 10, 20 } }));
    }

    [Test]
    public void Non_square_images_and_kernels_keep_their_axes_apart()
    {
        int[,] x = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 } };
        int[,] w = { { 1, 10, 100 } };

        Assert.That(Correlation<int>.Valid(x, w), Is.EqualTo(new[,] { { 321, 432 }, { 765, 876 } }));
        Assert.That(Correlation<int>.Same(x, w), Is.EqualTo(new[,] { { 210, 321, 432, 43 }, { 650, 765, 876, 87 } }));
        Assert.That(Correlation<int>.Full(x, w), Is.EqualTo(new[,] { { 100, 210, 321, 432, 43, 4 }, { 500, 650, 765, 876, 87, 8 } }));
        Assert.That(
            Correlation<int>.Same(x, new[,] { { 1, 10 }, { 100, 1000 } }), Is.EqualTo(
                new[,] { { 6521, 7632, 8743, 804 }, { 65, 76, 87, 8 } }));
    }

    [Test, Erratum("E56"), Formula("S4.20")]
    public void Kernel_larger_than_the_signal_is_refused_where_nothing_surrounds_it()
    {
        Assert.That(Correlation<int>.Valid([1, 2, 3], [1, 10, 100]), Is.EqualTo(new[] { 321 }));
        Assert.That(() => Correlation<int>.Valid([1, 2], [1, 10, 100]), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(() => Correlation<int>.Valid([1, 2], []), Refused.Because("kernel size K must be in 1..D = 1..2, was 0"));
        Assert.That(
            () => Correlation<int>.Valid(new int[2, 3], new int[3, 3]), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(
            () => Correlation<int>.Valid(new int[3, 2], new int[3, 3]), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
    }

    [Test]
    public void Empty_signals_and_kernels_are_refused()
    {
        Assert.That(() => Correlation<int>.Full([], [1]), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => Correlation<int>.Full([1], []), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => Correlation<int>.Same([], [1]), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => Correlation<int>.Same([1], []), Refused.Because("kernel size K must be ≥ 1, was 0"));
    }

    [TestCase(0, 2, 1, 1, "signal size D must be ≥ 1, was 0")]
    [TestCase(2, 0, 1, 1, "signal size D must be ≥ 1, was 0")]
    [TestCase(1, 1, 0, 1, "kernel size K must be ≥ 1, was 0")]
    [TestCase(1, 1, 1, 0, "kernel size K must be ≥ 1, was 0")]
    public void Empty_images_and_kernels_are_refused(int D1, int D2, int K1, int K2, string rule)
    {
        Assert.That(() => Correlation<int>.Full(new int[D1, D2], new int[K1, K2]), Refused.Because(rule));
        Assert.That(() => Correlation<int>.Same(new int[D1, D2], new int[K1, K2]), Refused.Because(rule));
    }

    private static (int, int)[] Differing(int[,] a, int[,] b) =>
        [.. from i in Enumerable.Range(0, a.GetLength(0)) from j in Enumerable.Range(0, a.GetLength(1)) where a[i, j] != b[i, j] select (
            i, j)];

    private static int[,] Block(int[,] table, int first, int size)
    {
        var block = new int[size, size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                block[i, j] = table[first + i, first + j];
        return block;
    }
}
