using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class OutputSizeTests
{
    [TestCase(5, 3, 3)]
    [TestCase(6, 3, 4)]
    [TestCase(7, 3, 5)]
    [TestCase(5, 2, 4)]
    [TestCase(3, 3, 1)]
    [Formula("S1.10", "S2.12", "S3.25")]
    public void Without_padding_the_image_shrinks_by_the_kernel_less_one(int M, int m, int expected)
    {
        Assert.That(OutputSize.Valid(M, m), Is.EqualTo(expected));
        Assert.That(OutputSize.Strided(M, m, 0, 1), Is.EqualTo(expected));
        Assert.That(OutputSize.Padded(M, m, 0), Is.EqualTo(expected));
    }

    [Test, Formula("S2.12", "S3.25", "S3.26", "S4.24", "S4.25")]
    public void Sizes_of_the_worked_examples()
    {
        Assert.That(OutputSize.Valid(5, 3), Is.EqualTo(Lecture2.CorrelationValid.GetLength(0)));
        Assert.That(OutputSize.Padded(5, 3, 1), Is.EqualTo(Lecture2.CorrelationSame.GetLength(0)));
        Assert.That(OutputSize.Full(5, 3), Is.EqualTo(Lecture2.CorrelationFull.GetLength(0)));
        Assert.That(OutputSize.Full(6, 3), Is.EqualTo(Lecture3.Full.GetLength(0)));
        Assert.That(OutputSize.Full(1, 1), Is.EqualTo(1));
    }

    [Test, Formula("S4.27", "S3.26")]
    public void Full_same_and_valid_are_three_amounts_of_padding()
    {
        for (int D = 1; D <= 9; D++)
            for (int K = 1; K <= D; K++)
            {
                Assert.That(OutputSize.Padded(D, K, K - 1), Is.EqualTo(OutputSize.Full(D, K)));
                Assert.That(OutputSize.Padded(D, K, 0), Is.EqualTo(OutputSize.Valid(D, K)));
                if (K % 2 == 1)
                    Assert.That(OutputSize.Padded(D, K, (K - 1) / 2), Is.EqualTo(D));
            }
    }

    [TestCase(1, 0, 0)]
    [TestCase(2, 0, 1)]
    [TestCase(3, 1, 1)]
    [TestCase(4, 1, 2)]
    [TestCase(5, 2, 2)]
    [Formula("S4.25", "S2.16"), Erratum("E33", "E43")]
    public void Same_padding_keeps_the_size_and_is_symmetric_only_for_odd_kernels(int K, int before, int after)
    {
        Assert.That(OutputSize.SamePadding(K), Is.EqualTo((before, after)));
        for (int D = 1; D <= 8; D++)
        {
            Assert.That(OutputSize.Of(D, K, before, after, 1, 1), Is.EqualTo(D));
            int[] x = [.. Enumerable.Range(1, D)], w = [.. Enumerable.Range(1, K)];
            Assert.That(Correlation<int>.Valid(Borders<int>.Zeros(x, before, after), w), Is.EqualTo(Correlation<int>.Same(x, w)));
        }
    }

    [Test, Formula("S0.11", "S4.38", "S3.27"), Erratum("E11", "E34")]
    public void Output_size_equals_the_number_of_window_positions()
    {
        int cases = 0, fitting = 0, floorWrong = 0, ceilWrong = 0, ceilWrongElsewhere = 0, nowhere = 0, truncationWrong = 0;

        for (int i = 1; i <= 32; i++)
            for (int p = 0; p <= 5; p++)
                for (int k = 1; k <= 11; k++)
                    for (int s = 1; s <= 5; s++)
                    {
                        cases++;
                        int positions = Positions(i, k, p, p, s, 1), room = i + (2 * p) - k;
                        if (OutputSize.Strided(i, k, p, s) != positions)
                            floorWrong++;
                        if (room >= 0)
                        {
                            fitting++;
                            bool wrong = OutputSize.PrintedCeil(i, k, p, s) != positions;
                            if (wrong)
                                ceilWrong++;
                            if (wrong != (room % s != 0))
                                ceilWrongElsewhere++;
                        }
                        else
                        {
                            nowhere++;
                            if ((room / s) + 1 != 0)
                                truncationWrong++;
                        }
                    }

        Assert.That((cases, fitting, nowhere), Is.EqualTo((10_560, 9_935, 625)));
        Assert.That(floorWrong, Is.Zero);
        Assert.That((ceilWrong, ceilWrongElsewhere), Is.EqualTo((5_356, 0)), "wrong exactly where the stride does not divide");
        Assert.That(truncationWrong, Is.EqualTo(426), "integer division without the guard");
    }

    [TestCase(5, 0, 3, 2, 2, 2)]
    [TestCase(6, 0, 3, 2, 2, 3)]
    [TestCase(6, 1, 3, 2, 3, 4)]
    [TestCase(7, 1, 3, 2, 4, 4)]
    [TestCase(8, 0, 3, 3, 2, 3)]
    [TestCase(10, 0, 3, 4, 2, 3)]
    [TestCase(28, 0, 5, 2, 12, 13)]
    [TestCase(32, 2, 5, 2, 16, 17)]
    [Formula("S0.11", "S4.38"), Erratum("E11")]
    public void Floor_and_the_printed_ceil_side_by_side(int i, int p, int k, int s, int floor, int ceil)
    {
        Assert.That(OutputSize.Strided(i, k, p, s), Is.EqualTo(floor).And.EqualTo(Positions(i, k, p, p, s, 1)));
        Assert.That(OutputSize.PrintedCeil(i, k, p, s), Is.EqualTo(ceil));
    }

    [TestCase(2, 3, 0, 2, 1)]
    [TestCase(1, 3, 0, 2, 0)]
    [TestCase(1, 4, 0, 2, 0)]
    [TestCase(1, 5, 0, 2, -1)]
    [Erratum("E11", "E34")]
    public void Printed_ceil_does_not_notice_that_nothing_fits(int i, int k, int p, int s, int ceil)
    {
        Assert.That(OutputSize.PrintedCeil(i, k, p, s), Is.EqualTo(ceil));
        Assert.That(OutputSize.Strided(i, k, p, s), Is.Zero);
        Assert.That(OutputSize.Of(i, k, p, p, s, 1), Is.Zero);
    }

    [Test, Erratum("E34")]
    public void Printed_rules_are_special_cases_of_one()
    {
        for (int D = 0; D <= 8; D++)
            for (int K = 1; K <= 6; K++)
                for (int P = 0; P <= 2; P++)
                    for (int s = 1; s <= 3; s++)
                    {
                        if (P == 0 && K <= D)
                            Assert.That(OutputSize.Valid(D, K), Is.EqualTo(OutputSize.Of(D, K, 0, 0, 1, 1)));
                        Assert.That(OutputSize.Padded(D, K, P), Is.EqualTo(OutputSize.Of(D, K, P, P, 1, 1)));
                        Assert.That(OutputSize.Strided(D, K, P, s), Is.EqualTo(OutputSize.Of(D, K, P, P, s, 1)));
                    }
    }

    [Test, Erratum("E34")]
    public void General_rule_counts_positions_under_unequal_padding_and_dilation()
    {
        int wrong = 0;
        for (int D = 0; D <= 9; D++)
            for (int K = 1; K <= 4; K++)
                for (int before = 0; before <= 3; before++)
                    for (int after = 0; after <= 3; after++)
                        for (int s = 1; s <= 4; s++)
                            for (int dilation = 1; dilation <= 3; dilation++)
                                if (OutputSize.Of(D, K, before, after, s, dilation) != Positions(D, K, before, after, s, dilation))
                                    wrong++;

        Assert.That(wrong, Is.Zero);
    }

    [Test, Erratum("E44"), Formula("S0.11", "S4.27")]
    public void Padding_is_counted_per_side()
    {
        Assert.That(
            OutputSize.Padded(5, 3, 1), Is.EqualTo(Correlation<int>.Valid(Borders<int>.Zeros([1, 2, 3, 4, 5], 1, 1), [1, 1, 1]).Length));
        Assert.That(OutputSize.Strided(5, 3, 1, 1), Is.EqualTo(5));
        Assert.That(OutputSize.Padded(5, 3, 1), Is.Not.EqualTo(OutputSize.Of(5, 3, 1, 0, 1, 1)));
    }

    [TestCase(6, 3, 0, 2, 1)]
    [TestCase(5, 3, 0, 2, 0)]
    [TestCase(8, 3, 1, 4, 3)]
    [Formula("S3.27"), Erratum("E60")]
    public void Samples_behind_the_last_window_are_never_visited(int D, int K, int P, int s, int unvisited)
    {
        int lastVisited = (s * (OutputSize.Strided(D, K, P, s) - 1)) + K;

        Assert.That(D + (2 * P) - lastVisited, Is.EqualTo(unvisited).And.EqualTo((D + (2 * P) - K) % s));
    }

    [TestCase(5, 3, 2)]
    [TestCase(28, 5, 6)]
    [TestCase(28, 3, 13)]
    [TestCase(32, 3, 15)]
    [TestCase(1, 2, 0)]
    [Formula("S4.26")]
    public void Valid_layers_cannot_be_stacked_for_ever(int D, int K, int layers)
    {
        Assert.That(OutputSize.ValidLayers(D, K), Is.EqualTo(layers));

        int size = D;
        for (int layer = 0; layer < layers; layer++)
            size = OutputSize.Valid(size, K);
        Assert.That(size, Is.GreaterThanOrEqualTo(1));
        Assert.That(size, Is.LessThan(K));
    }

    [Test]
    public void Sizes_out_of_range_are_refused()
    {
        Assert.That(() => OutputSize.Valid(3, 4), Refused.Because("kernel size K must be in 1..D = 1..3, was 4"));
        Assert.That(() => OutputSize.Valid(3, 0), Refused.Because("kernel size K must be in 1..D = 1..3, was 0"));
        Assert.That(() => OutputSize.Full(0, 3), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => OutputSize.Full(3, 0), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => OutputSize.SamePadding(0), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => OutputSize.ValidLayers(0, 3), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => OutputSize.ValidLayers(5, 1), Refused.Because("kernel size K must be ≥ 2, was 1"));
    }

    [TestCase(-1, 1, 0, 1, "signal size D must be ≥ 0, was -1")]
    [TestCase(1, 0, 0, 1, "kernel size K must be ≥ 1, was 0")]
    [TestCase(1, 1, -1, 1, "padding must be ≥ 0, was -1")]
    [TestCase(1, 1, 0, 0, "stride must be ≥ 1, was 0")]
    public void Numbers_out_of_range_are_refused(int D, int K, int padding, int stride, string rule)
    {
        Assert.That(() => OutputSize.Strided(D, K, padding, stride), Refused.Because(rule));
        if (stride == 1)
            Assert.That(() => OutputSize.Padded(D, K, padding), Refused.Because(rule));
        Assert.That(
            () => OutputSize.PrintedCeil(D, K, padding, stride),
            Refused.Because(
                rule.Replace("size D", "size i").Replace("size K", "size k").Replace("padding", "padding p").Replace(
                    "stride", "stride s")));
        Assert.That(() => OutputSize.Of(D, K, padding, 0, stride, 1), Refused.Because(rule.Replace("padding", "padding before")));
    }

    [Test]
    public void Padding_after_and_dilation_out_of_range_are_refused()
    {
        Assert.That(() => OutputSize.Of(1, 1, 0, -1, 1, 1), Refused.Because("padding after must be ≥ 0, was -1"));
        Assert.That(() => OutputSize.Of(1, 1, 0, 0, 1, 0), Refused.Because("dilation must be ≥ 1, was 0"));
    }

    [Test]
    public void Size_that_is_no_integer_any_more_is_refused_and_the_largest_one_is_not()
    {
        const int max = int.MaxValue;
        Assert.That(OutputSize.Full(max, 1), Is.EqualTo(max));
        Assert.That(OutputSize.Padded(max, 1, 0), Is.EqualTo(max));
        Assert.That(OutputSize.Strided(max, 1, 0, 1), Is.EqualTo(max));
        Assert.That(OutputSize.Of(max - 2, 1, 1, 1, 1, max), Is.EqualTo(max));
        Assert.That(() => OutputSize.Full(max, 2), Refused.Because("output size must be ≤ 2147483647, was 2147483648"));
        Assert.That(() => OutputSize.Padded(max, 1, max), Refused.Because("output size must be ≤ 2147483647, was 6442450941"));
        Assert.That(() => OutputSize.Strided(max, 1, max, 1), Refused.Because("output size must be ≤ 2147483647, was 6442450941"));
        Assert.That(() => OutputSize.PrintedCeil(max, 1, max, 1), Refused.Because("output size must be ≤ 2147483647, was 6442450941"));
        Assert.That(() => OutputSize.Of(max, 1, max, max, 1, 1), Refused.Because("output size must be ≤ 2147483647, was 6442450941"));
        Assert.That(OutputSize.Of(max, max, max, max, 1, max), Is.Zero, "an extent of 2⁶² fits nowhere");
    }

    /// <summary>Slides the window along and counts.</summary>
    private static int Positions(int D, int K, int before, int after, int stride, int dilation)
    {
        int positions = 0;
        for (int start = 0; start + (dilation * (K - 1)) < before + D + after; start += stride)
            positions++;
        return positions;
    }
}
