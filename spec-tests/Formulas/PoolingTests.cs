using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class PoolingTests
{
    [Test, Formula("S2.29")]
    public void Max_is_the_largest_value_wherever_it_stands()
    {
        Assert.That(Pooling.Max([5, 1, 4]), Is.EqualTo(5));
        Assert.That(Pooling.Max([1, 5, 4]), Is.EqualTo(5));
        Assert.That(Pooling.Max([1, 4, 5]), Is.EqualTo(5));
        Assert.That(Pooling.Max([-3]), Is.EqualTo(-3));
        Assert.That(Pooling.Max([-3.5, -2.5]), Is.EqualTo(-2.5));
    }

    [Test, Formula("S2.29")]
    public void Max_of_equal_values_is_the_first()
    {
        // 0 and −0 are equal and differ in their sign.
        Assert.That(double.IsNegative(Pooling.Max([0.0, -0.0])), Is.False);
        Assert.That(double.IsNegative(Pooling.Max([-0.0, 0.0])), Is.True);
    }

    [Test, Formula("S2.30")]
    public void Mean_divides_by_the_number_of_values()
    {
        Assert.That(Pooling.Mean([3.0, 1.0, 4.0, 1.0]), Is.EqualTo(2.25));
        Assert.That(Pooling.Mean([7.0]), Is.EqualTo(7.0));
        Assert.That(Pooling.Mean([1m, 2m, 2m]), Is.EqualTo(5m / 3m));
    }

    [Test, Formula("S1.32", "S2.28", "S4.31")]
    public void Pooling_makes_one_number_of_every_window()
    {
        double[] z = [.. Lecture4.FeatureMap.Select(v => (double)v)];

        Assert.That(Pooling.Pool(Lecture4.FeatureMap, window: 2, step: 2, Pooling.Max), Is.EqualTo(new[] { 3, 4, 9, 6 }));
        Assert.That(Pooling.Pool(z, window: 2, step: 2, Pooling.Mean), Is.EqualTo(new[] { 2, 2.5, 7, 4 }));
        Assert.That(Pooling.Pool(Lecture4.FeatureMap, window: 2, step: 1, Pooling.Max), Is.EqualTo(new[] { 3, 4, 4, 5, 9, 9, 6 }));
        Assert.That(Pooling.Pool(Lecture4.FeatureMap, window: 3, step: 2, Pooling.Max), Is.EqualTo(new[] { 4, 5, 9 }));
        Assert.That(Pooling.Pool(Lecture4.FeatureMap, window: 8, step: 3, Pooling.Max), Is.EqualTo(new[] { 9 }));
    }

    [Test, Formula("S3.36")]
    public void The_feature_map_of_lecture_3_pools_as_printed()
    {
        double[,] map = Samples.Fill(6, 6, [.. Lecture3.FeatureMap.Cast<int>().Select(v => (double)v)]);

        Assert.That(
            Pooling.Pool(Lecture3.FeatureMap, 2, 2, 2, 2, Pooling.Max), Is.EqualTo(new[,] { { 13, 10, 2 }, { 14, 11, 3 }, { 13, 10, 3 } }));
        Assert.That(
            Pooling.Pool(map, 2, 2, 2, 2, Pooling.Mean), Is.EqualTo(new[,] { { 9, 6, 0.75 }, { 11.25, 8.5, 1.25 }, { 8.5, 5.75, 1 } }));
    }

    [Test, Formula("S1.33"), Erratum("E48")]
    public void A_reconstructed_input_pools_to_the_numbers_lecture_1_prints()
    {
        // The slide keeps only the output 6 8 3 4. The input is a reconstruction, the picture in wide use, and not on the slide.
        double[,] reconstruction = { { 1, 1, 2, 4 }, { 5, 6, 7, 8 }, { 3, 2, 1, 0 }, { 1, 2, 3, 4 } };

        Assert.That(Pooling.Pool(reconstruction, 2, 2, 2, 2, Pooling.Max), Is.EqualTo(new double[,] { { 6, 8 }, { 3, 4 } }));
        Assert.That(Pooling.Pool(reconstruction, 2, 2, 2, 2, Pooling.Mean), Is.EqualTo(new[,] { { 3.25, 5.25 }, { 2, 2 } }));
    }

    [Test, Formula("S4.33", "S2.28")]
    public void Windows_and_steps_may_differ_from_axis_to_axis()
    {
        int[,] z = Samples.Fill(4, 5, Samples.Count(20));

        Assert.That(Pooling.Pool(z, 2, 3, 1, 2, Pooling.Max), Is.EqualTo(new[,] { { 8, 10 }, { 13, 15 }, { 18, 20 } }));
        Assert.That(Pooling.Pool(z, 1, 2, 3, 1, Pooling.Max), Is.EqualTo(new[,] { { 2, 3, 4, 5 }, { 17, 18, 19, 20 } }));
        Assert.That(Pooling.Pool(z, 4, 5, 1, 1, a => a[6]), Is.EqualTo(new[,] { { 7 } }), "a window is met row by row");
    }

    [Test, Formula("S2.30", "S1.32")]
    public void Mean_pooling_is_a_strided_box_filter([Range(1, 3)] int step)
    {
        double[] z = [3, 1, 4, 1, 5, 9, 2, 6];

        Assert.That(Pooling.Pool(z, 4, step, Pooling.Mean), Is.EqualTo(Stride<double>.Direct(z, [0.25, 0.25, 0.25, 0.25], step)));
    }

    [Test, Formula("S2.31"), Erratum("E42")]
    public void Shifting_the_input_changes_five_of_five_inputs_and_one_of_three_pooled_outputs()
    {
        // The slide's data are in a figure; these are our own.
        int[] before = [1, 2, 5, 3, 1];
        int[] after = [0, 1, 2, 5, 3];

        Assert.That(Changed(before, after), Is.EqualTo(5));
        Assert.That(Pooling.Pool(before, 3, 1, Pooling.Max), Is.EqualTo(new[] { 5, 5, 5 }));
        Assert.That(Pooling.Pool(after, 3, 1, Pooling.Max), Is.EqualTo(new[] { 2, 5, 5 }));
    }

    [Test, Formula("S2.31", "S2.32"), Erratum("E42", "E45")]
    public void How_many_pooled_outputs_change_depends_on_the_data()
    {
        var orders = new int[4];
        foreach (int[] v in Permutations([0, 1, 2, 3, 4, 5]))
            orders[Changed(Pooling.Pool(v[1..], 3, 1, Pooling.Max), Pooling.Pool(v[..5], 3, 1, Pooling.Max))]++;

        Assert.That(orders, Is.EqualTo(new[] { 0, 408, 264, 48 }));

        static IEnumerable<int[]> Permutations(int[] values) => values.Length == 0
            ? [[]]
            : values.SelectMany(first => Permutations([.. values.Where(v => v != first)]).Select(rest => (int[])[first, .. rest]));
    }

    [Test, Formula("S2.31"), Erratum("E42", "E45")]
    public void Mean_pooling_of_the_same_shift_changes_every_output()
    {
        decimal[] before = [1, 2, 5, 3, 1];
        decimal[] after = [0, 1, 2, 5, 3];

        Assert.That(Pooling.Pool(before, 3, 1, Pooling.Mean), Is.EqualTo(new[] { 8 / 3m, 10 / 3m, 9 / 3m }));
        Assert.That(Pooling.Pool(after, 3, 1, Pooling.Mean), Is.EqualTo(new[] { 3 / 3m, 8 / 3m, 10 / 3m }));
    }

    [Test, Formula("S2.32"), Erratum("E45")]
    public void Pooling_over_everything_ignores_cyclic_shifts_and_pooling_over_neighbours_does_not([Range(1, 5)] int v)
    {
        int[] x = [3, 1, 4, 1, 5, 9];
        int[] response = Cyclic(x);
        int[] shifted = Cyclic([.. x[^v..], .. x[..^v]]);

        Assert.That(Pooling.Pool(shifted, 6, 1, Pooling.Max), Is.EqualTo(new[] { 16 }));
        Assert.That(shifted.Sum(), Is.EqualTo(46));
        Assert.That(Pooling.Pool(shifted, 2, 2, Pooling.Max), Is.Not.EqualTo(Pooling.Pool(response, 2, 2, Pooling.Max)));

        static int[] Cyclic(int[] x) => Correlation<int>.Valid([.. x, .. x[..2]], [2, -1, 1]);
    }

    [Test, Formula("S1.34", "S1.38", "S4.28"), Erratum("E57")]
    public void Max_pooling_and_stride_two_halve_even_sizes_alike_and_odd_sizes_differently([Range(2, 39)] int D)
    {
        int pooled = Pooling.Pool(new int[D], window: 2, step: 2, Pooling.Max).Length;
        int strided = Stride<int>.Direct(Samples.Padded(new int[D], 1), new int[3], p: 2).Length;

        Assert.That(pooled, Is.EqualTo(D / 2));
        Assert.That(strided, Is.EqualTo((D + 1) / 2));
        Assert.That(pooled == strided, Is.EqualTo(D % 2 == 0));
    }

    [Test, Formula("S1.34")]
    public void An_odd_input_loses_its_last_value_when_halved()
    {
        Assert.That(Pooling.Pool([1, 2, 3, 9], 2, 2, Pooling.Max), Is.EqualTo(new[] { 2, 9 }));
        Assert.That(Pooling.Pool([1, 2, 3, 4, 9], 2, 2, Pooling.Max), Is.EqualTo(new[] { 2, 4 }));
    }

    [Test]
    public void Windows_hold_a_value_and_fit_and_move()
    {
        Assert.That(() => Pooling.Max(Array.Empty<int>()), Refused.Because("window size N must be ≥ 1, was 0"));
        Assert.That(() => Pooling.Mean(Array.Empty<int>()), Refused.Because("window size N must be ≥ 1, was 0"));
        Assert.That(() => Pooling.Pool([1, 2], 3, 1, Pooling.Max), Refused.Because("window size N must be in 1..D = 1..2, was 3"));
        Assert.That(() => Pooling.Pool([1, 2], 1, 0, Pooling.Max), Refused.Because("step must be ≥ 1, was 0"));
    }

    [Test]
    public void Image_windows_fit_and_move_on_each_axis()
    {
        const string tooLarge = "window size N must be in 1..D = 1..2, was 3";
        const string stuck = "step must be ≥ 1, was 0";

        Assert.That(() => Pooling.Pool(new int[2, 9], 3, 1, 1, 1, Pooling.Max), Refused.Because(tooLarge));
        Assert.That(() => Pooling.Pool(new int[9, 2], 1, 3, 1, 1, Pooling.Max), Refused.Because(tooLarge));
        Assert.That(() => Pooling.Pool(new int[2, 2], 1, 1, 0, 1, Pooling.Max), Refused.Because(stuck));
        Assert.That(() => Pooling.Pool(new int[2, 2], 1, 1, 1, 0, Pooling.Max), Refused.Because(stuck));
    }

    private static int Changed(int[] before, int[] after) => before.Zip(after).Count(pair => pair.First != pair.Second);
}
