using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class PartialPoolingTests
{
    [TestCase(5, 2, 2)]
    [TestCase(6, 2, 3)]
    [TestCase(7, 3, 3)]
    [TestCase(8, 3, 4)]
    [Erratum("E11")]
    public void Ceil_counts_partial_windows_and_floor_does_not(int D, int floor, int ceil)
    {
        Assert.That(PartialPooling.Size(D, window: 3, step: 2), Is.EqualTo(floor));
        Assert.That(PartialPooling.Size(D, window: 3, step: 2, ceil: true), Is.EqualTo(ceil));
    }

    [Test]
    public void In_ceil_mode_the_windows_reach_the_end_and_none_begins_behind_the_input()
    {
        for (int D = 1; D <= 12; D++)
            for (int window = 1; window <= 5; window++)
                for (int step = 1; step <= 6; step++)
                    for (int padding = 0; padding < window; padding++)
                    {
                        if (window > D + 2 * padding)
                            continue;

                        int begun = 1;
                        while ((begun - 1) * step + window < D + 2 * padding && begun * step < D + padding)
                            begun++;
                        int whole = Enumerable.Range(0, D + 2 * padding).Count(o => o * step + window <= D + 2 * padding);

                        Assert.That(
                            PartialPooling.Size(D, window, step, padding, ceil: true), Is.EqualTo(begun), $"{D},{window},{step},{padding}");
                        Assert.That(PartialPooling.Size(D, window, step, padding), Is.EqualTo(whole), $"{D},{window},{step},{padding}");
                    }
    }

    [Test]
    public void A_last_window_that_would_begin_behind_the_input_is_dropped()
    {
        Assert.That(PartialPooling.Size(4, window: 1, step: 3, ceil: true), Is.EqualTo(2));
        Assert.That(PartialPooling.Size(3, window: 1, step: 3, ceil: true), Is.EqualTo(1));
        Assert.That(PartialPooling.Size(3, window: 2, step: 4, padding: 1, ceil: true), Is.EqualTo(1));
    }

    [Test, Formula("S1.36")]
    public void Maximum_pooling_takes_nothing_from_the_padding()
    {
        int[] z = [-3, -1, -4];

        Assert.That(PartialPooling.Pool(z, 3, 2, padding: 1, ceil: false, Pooling.Max), Is.EqualTo(new[] { -1, -1 }));
        Assert.That(Pooling.Pool(Samples.Padded(z, 1), 3, 2, Pooling.Max), Is.EqualTo(new[] { 0, 0 }), "zeros would win");
    }

    [Test, Formula("S2.30"), Erratum("E58")]
    public void The_mean_at_a_border_divides_by_the_values_present_and_not_by_the_window()
    {
        double[] z = [2, 4, 6, 8];

        Assert.That(PartialPooling.Pool(z, 2, 2, padding: 1, ceil: false, Pooling.Mean), Is.EqualTo(new double[] { 2, 5, 8 }));
        Assert.That(Pooling.Pool([0, 2, 4, 6, 8, 0], 2, 2, Pooling.Mean), Is.EqualTo(new double[] { 1, 5, 4 }), "counting the padding");
    }

    [Test, Formula("S2.31"), Erratum("E42")]
    public void Shifts_change_one_pooled_output_with_padded_and_with_partial_windows_too()
    {
        Assert.That(Padded([1, 3, 5, 2, 1]), Is.EqualTo(new[] { 3, 5, 2 }));
        Assert.That(Padded([3, 1, 3, 5, 2]), Is.EqualTo(new[] { 3, 5, 5 }));
        Assert.That(Partial([5, 1, 6, 2, 3]), Is.EqualTo(new[] { 5, 6, 3 }));
        Assert.That(Partial([0, 5, 1, 6, 2]), Is.EqualTo(new[] { 5, 6, 2 }));
        Assert.That(Padded([1, 2, 5, 3, 1]).Zip(Padded([0, 1, 2, 5, 3])).Count(p => p.First != p.Second), Is.EqualTo(2));

        static int[] Padded(int[] z) => PartialPooling.Pool(z, 3, 2, padding: 1, ceil: false, Pooling.Max);
        static int[] Partial(int[] z) => PartialPooling.Pool(z, 2, 2, padding: 0, ceil: true, Pooling.Max);
    }

    [Test]
    public void Without_padding_and_ceil_the_windows_are_those_of_plain_pooling([Range(1, 3)] int step)
    {
        int[] z = Samples.Signal(9);

        Assert.That(PartialPooling.Pool(z, 4, step, 0, false, Pooling.Max), Is.EqualTo(Pooling.Pool(z, 4, step, Pooling.Max)));
    }

    [Test]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.That(() => PartialPooling.Size(0, 1, 1), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => PartialPooling.Size(2, 1, 0), Refused.Because("step must be ≥ 1, was 0"));
        Assert.That(() => PartialPooling.Size(2, 0, 1), Refused.Because("window size N must be ≥ 1, was 0"));
        Assert.That(() => PartialPooling.Size(2, 3, 1), Refused.Because("window size N must be in 1..D+2P = 1..2, was 3"));
        Assert.That(() => PartialPooling.Size(9, 2, 1, 2), Refused.Because("padding must be in 0..N-1 = 0..1, was 2"));
        Assert.That(() => PartialPooling.Size(9, 2, 1, -1), Refused.Because("padding must be in 0..N-1 = 0..1, was -1"));
        Assert.That(PartialPooling.Size(1, 1, 1), Is.EqualTo(1));
    }
}
