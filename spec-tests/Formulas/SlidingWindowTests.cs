using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class SlidingWindowTests
{
    [Test, Formula("S2.10", "S3.24")]
    public void Windows_of_the_worked_example_lie_flat_in_rows()
    {
        int[,] rows = SlidingWindow<int>.Rows(Lecture2.Image, 3, 3);

        Assert.That((rows.GetLength(0), rows.GetLength(1)), Is.EqualTo((9, 9)));
        Assert.That(Row(rows, 0), Is.EqualTo(new[] { 1, 0, 0, 0, 0, 0, 0, 1, 2 }));
        Assert.That(Row(rows, 8), Is.EqualTo(new[] { 2, 1, 1, 3, 0, 0, 0, 0, 1 }));
    }

    [Test, Formula("S2.10", "S3.24")]
    public void Matrix_of_windows_times_the_flattened_kernel_is_the_correlation()
    {
        int[] w = Matrix.Vec(Lecture2.Kernel);

        Assert.That(w, Is.EqualTo(new[] { 0, 0, 1, 0, 2, 0, 1, 1, 0 }));
        Assert.That(
            SlidingWindow<int>.InnerProducts(SlidingWindow<int>.Rows(Lecture2.Image, 3, 3), w), Is.EqualTo(
                Lecture2.CorrelationValid.Cast<int>()));
    }

    [Test, Formula("S2.10")]
    public void Non_square_windows_of_a_non_square_image()
    {
        int[,] image = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 } };

        Assert.That(
            SlidingWindow<int>.Rows(image, 2, 3),
            Is.EqualTo(new[,] { { 1, 2, 3, 5, 6, 7 }, { 2, 3, 4, 6, 7, 8 }, { 5, 6, 7, 9, 10, 11 }, { 6, 7, 8, 10, 11, 12 } }));
        Assert.That(Matrix.Vec(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6 }));
    }

    [Test, Formula("S4.11")]
    public void Sliding_is_the_inner_product_with_each_row_of_windows()
    {
        int[,] signal = { { 1, 2, 3, 4, 5, 6, 7 } };

        Assert.That(
            SlidingWindow<int>.InnerProducts(SlidingWindow<int>.Rows(signal, 1, 3), Digits.Kernel), Is.EqualTo(
                new[] { 321, 432, 543, 654, 765 }));
        Assert.That(FeatureMap<int>.Of(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 321, 432, 543, 654, 765 }));
    }

    [Test]
    public void Windows_must_fit_and_kernels_must_match_them()
    {
        Assert.That(() => SlidingWindow<int>.Rows(new int[2, 9], 3, 3), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(() => SlidingWindow<int>.Rows(new int[9, 2], 3, 3), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(
            () => SlidingWindow<int>.InnerProducts(new int[4, 3], new int[2]), Refused.Because(
                "kernel size K must equal the window size 3, was 2"));
        Assert.That(SlidingWindow<int>.Rows(new int[2, 3], 2, 3).Length, Is.EqualTo(6));
    }

    private static int[] Row(int[,] rows, int o) => [.. Enumerable.Range(0, rows.GetLength(1)).Select(k => rows[o, k])];
}
