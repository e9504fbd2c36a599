using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class BordersTests
{
    private static readonly int[] Row = [5, 4, 2, 3, 7];
    private static readonly int[] Kernel = [1, 10, 100];

    [Test, Formula("S1.11")]
    public void Zeros_surround_the_row()
    {
        Assert.That(Borders<int>.Zeros(Row, 1, 1), Is.EqualTo(new[] { 0, 5, 4, 2, 3, 7, 0 }));
        Assert.That(Borders<int>.Zeros(Row, 2, 2), Is.EqualTo(new[] { 0, 0, 5, 4, 2, 3, 7, 0, 0 }));
        Assert.That(Borders<int>.Zeros(Row, 0, 3), Is.EqualTo(new[] { 5, 4, 2, 3, 7, 0, 0, 0 }));
        Assert.That(Borders<int>.Zeros([], 1, 2), Is.EqualTo(new[] { 0, 0, 0 }));
    }

    [Test, Formula("S1.12")]
    public void Extended_row_goes_on_with_its_last_sample()
    {
        Assert.That(Borders<int>.Extended(Row, 1, 1), Is.EqualTo(new[] { 5, 5, 4, 2, 3, 7, 7 }));
        Assert.That(Borders<int>.Extended(Row, 2, 2), Is.EqualTo(new[] { 5, 5, 5, 4, 2, 3, 7, 7, 7 }));
        Assert.That(Borders<int>.Extended([8, 9], 3, 4), Is.EqualTo(new[] { 8, 8, 8, 8, 9, 9, 9, 9, 9 }));
    }

    [Test, Formula("S1.13")]
    public void Cyclic_row_starts_again()
    {
        Assert.That(Borders<int>.Cyclic(Row, 1, 1), Is.EqualTo(new[] { 7, 5, 4, 2, 3, 7, 5 }));
        Assert.That(Borders<int>.Cyclic(Row, 2, 2), Is.EqualTo(new[] { 3, 7, 5, 4, 2, 3, 7, 5, 4 }));
        Assert.That(Borders<int>.Cyclic([8, 9], 3, 4), Is.EqualTo(new[] { 9, 8, 9, 8, 9, 8, 9, 8, 9 }));
    }

    [Test, Erratum("E03")]
    public void Printed_rows_have_two_samples_exchanged()
    {
        int[] printed = [0, 5, 4, 3, 2, 7, 0];

        Assert.That(Borders<int>.Zeros(Row, 1, 1), Is.Not.EqualTo(printed));
        Assert.That(Borders<int>.Zeros([5, 4, 3, 2, 7], 1, 1), Is.EqualTo(printed));
        Assert.That(Borders<int>.Extended([5, 4, 3, 2, 7], 1, 1), Is.EqualTo(new[] { 5, 5, 4, 3, 2, 7, 7 }));
        Assert.That(Borders<int>.Cyclic([5, 4, 3, 2, 7], 1, 1), Is.EqualTo(new[] { 7, 5, 4, 3, 2, 7, 5 }));
    }

    [Test, Formula("S3.22", "S1.11", "S1.12", "S1.13")]
    public void Border_changes_the_outer_outputs_and_no_others()
    {
        Assert.That(Correlation<int>.Valid(Borders<int>.Zeros(Row, 1, 1), Kernel), Is.EqualTo(new[] { 450, 245, 324, 732, 73 }));
        Assert.That(Correlation<int>.Valid(Borders<int>.Extended(Row, 1, 1), Kernel), Is.EqualTo(new[] { 455, 245, 324, 732, 773 }));
        Assert.That(Correlation<int>.Valid(Borders<int>.Cyclic(Row, 1, 1), Kernel), Is.EqualTo(new[] { 457, 245, 324, 732, 573 }));
        Assert.That(Convolution<int>.Valid(Borders<int>.Zeros(Row, 1, 1), Kernel), Is.EqualTo(new[] { 54, 542, 423, 237, 370 }));
        Assert.That(Convolution<int>.Valid(Borders<int>.Extended(Row, 1, 1), Kernel), Is.EqualTo(new[] { 554, 542, 423, 237, 377 }));
        Assert.That(Convolution<int>.Valid(Borders<int>.Cyclic(Row, 1, 1), Kernel), Is.EqualTo(new[] { 754, 542, 423, 237, 375 }));
    }

    [Test, Formula("S2.13"), Erratum("E51")]
    public void Two_zeros_per_side_make_nine_of_five()
    {
        int[,] padded = Borders<int>.Zeros(Lecture2.Image, (2, 2), (2, 2));

        Assert.That(padded, Is.EqualTo(Lecture2.Padded));
        Assert.That(padded.GetLength(0), Is.EqualTo(9));
        Assert.That(Correlation<int>.Valid(padded, Lecture2.Kernel), Is.EqualTo(Lecture2.CorrelationFull));
    }

    [Test, Formula("S3.22")]
    public void Worked_example_has_another_border_under_each_rule_and_one_interior()
    {
        int[,] zeros = Correlation<int>.Valid(Borders<int>.Zeros(Lecture2.Image, (1, 1), (1, 1)), Lecture2.Kernel);
        int[,] cyclic = Correlation<int>.Valid(Borders<int>.Cyclic(Lecture2.Image, (1, 1), (1, 1)), Lecture2.Kernel);
        int[,] extended = Correlation<int>.Valid(Borders<int>.Extended(Lecture2.Image, (1, 1), (1, 1)), Lecture2.Kernel);

        Assert.That(zeros, Is.EqualTo(Lecture2.CorrelationSame));
        Assert.That(cyclic,
            Is.EqualTo(new[,] { { 2, 0, 0, 6, 10 }, { 1, 1, 4, 11, 3 }, { 1, 4, 11, 5, 2 }, { 7, 7, 7, 1, 1 }, { 10, 4, 0, 1, 6 } }));
        Assert.That(
            extended, Is.EqualTo(
                new[,] { { 2, 0, 1, 7, 9 }, { 0, 1, 4, 11, 4 }, { 2, 4, 11, 5, 2 }, { 9, 7, 7, 1, 2 }, { 13, 6, 0, 0, 3 } }));
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
                Assert.That((zeros[i + 1, j + 1], cyclic[i + 1, j + 1], extended[i + 1, j + 1]),
                    Is.EqualTo((Inner(i, j), Inner(i, j), Inner(i, j))));

        static int Inner(int i, int j) => Lecture2.CorrelationValid[i, j];
    }

    [Test, Formula("S3.22", "S3.35")]
    public void Printed_border_of_lecture_3_is_the_one_of_zeros()
    {
        int[,] x = Lecture3.Image, w = Lecture3.Filter;

        Assert.That(Correlation<int>.Valid(Borders<int>.Zeros(x, (1, 1), (1, 1)), w), Is.EqualTo(Lecture3.FeatureMap));
        Assert.That(Correlation<int>.Valid(Borders<int>.Cyclic(x, (1, 1), (1, 1)), w), Is.Not.EqualTo(Lecture3.FeatureMap));
        Assert.That(Correlation<int>.Valid(Borders<int>.Extended(x, (1, 1), (1, 1)), w), Is.Not.EqualTo(Lecture3.FeatureMap));
    }

    [Test, Formula("S1.11", "S1.12", "S1.13"), Erratum("E44")]
    public void Each_side_of_an_image_has_its_own_padding()
    {
        int[,] image = { { 1, 2, 3 }, { 4, 5, 6 } };

        Assert.That(
            Borders<int>.Zeros(image, (1, 0), (0, 2)), Is.EqualTo(new[,] { { 0, 0, 0, 0, 0 }, { 1, 2, 3, 0, 0 }, { 4, 5, 6, 0, 0 } }));
        Assert.That(
            Borders<int>.Extended(image, (0, 1), (2, 1)), Is.EqualTo(
                new[,] { { 1, 1, 1, 2, 3, 3 }, { 4, 4, 4, 5, 6, 6 }, { 4, 4, 4, 5, 6, 6 } }));
        Assert.That(
            Borders<int>.Cyclic(image, (1, 2), (1, 0)),
            Is.EqualTo(new[,] { { 6, 4, 5, 6 }, { 3, 1, 2, 3 }, { 6, 4, 5, 6 }, { 3, 1, 2, 3 }, { 6, 4, 5, 6 } }));
    }

    [Test]
    public void Negative_padding_is_refused()
    {
        Assert.That(() => Borders<int>.Zeros(Row, -1, 0), Refused.Because("padding before must be ≥ 0, was -1"));
        Assert.That(() => Borders<int>.Zeros(Row, 0, -1), Refused.Because("padding after must be ≥ 0, was -1"));
        Assert.That(() => Borders<int>.Zeros(Lecture2.Image, (-1, 0), (0, 0)), Refused.Because("padding before must be ≥ 0, was -1"));
        Assert.That(() => Borders<int>.Zeros(Lecture2.Image, (0, -2), (0, 0)), Refused.Because("padding after must be ≥ 0, was -2"));
        Assert.That(() => Borders<int>.Zeros(Lecture2.Image, (0, 0), (-3, 0)), Refused.Because("padding before must be ≥ 0, was -3"));
        Assert.That(() => Borders<int>.Zeros(Lecture2.Image, (0, 0), (0, -4)), Refused.Because("padding after must be ≥ 0, was -4"));
        Assert.That(Borders<int>.Zeros(Lecture2.Image, (0, 0), (0, 0)), Is.EqualTo(Lecture2.Image));
    }

    [Test]
    public void Empty_signal_has_nothing_to_extend_or_repeat()
    {
        const string rule = "signal size D must be ≥ 1, was 0";
        Assert.That(() => Borders<int>.Extended([], 1, 1), Refused.Because(rule));
        Assert.That(() => Borders<int>.Cyclic([], 1, 1), Refused.Because(rule));
        Assert.That(() => Borders<int>.Extended(new int[0, 2], (1, 1), (1, 1)), Refused.Because(rule));
        Assert.That(() => Borders<int>.Extended(new int[2, 0], (1, 1), (1, 1)), Refused.Because(rule));
        Assert.That(() => Borders<int>.Cyclic(new int[0, 2], (1, 1), (1, 1)), Refused.Because(rule));
        Assert.That(() => Borders<int>.Cyclic(new int[2, 0], (1, 1), (1, 1)), Refused.Because(rule));
        Assert.That(Borders<int>.Extended([4], 1, 1), Is.EqualTo(Borders<int>.Cyclic([4], 1, 1)));
    }
}
