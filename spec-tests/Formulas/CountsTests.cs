using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class CountsTests
{
    [Test, Formula("S2.20")]
    public void Five_to_five_takes_25_multiplications_dense_and_15_local()
    {
        Assert.That(Counts.DenseMultiplications(5, 5), Is.EqualTo(25));
        Assert.That(Counts.LocalMultiplications(5, 3), Is.EqualTo(15));
    }

    [Test, Formula("S2.21")]
    public void Twenty_five_to_twenty_five_takes_625_multiplications_dense_and_75_local()
    {
        Assert.That(Counts.DenseMultiplications(25, 25), Is.EqualTo(625));
        Assert.That(Counts.LocalMultiplications(25, 3), Is.EqualTo(75));
    }

    [TestCase(5, 15, 13, 9)]
    [TestCase(25, 75, 73, 69)]
    [Formula("S2.20", "S2.21"), Erratum("E29")]
    public void The_printed_count_includes_products_with_padded_zeros(int D, int printed, int inside, int valid)
    {
        Assert.That(Counts.LocalMultiplications(D, 3), Is.EqualTo(printed));
        Assert.That(Counts.LocalMultiplicationsInside(D, 3), Is.EqualTo(inside));
        Assert.That(Counts.ValidMultiplications(D, 3), Is.EqualTo(valid));
    }

    [Test, Formula("S2.20"), Erratum("E29")]
    public void The_counts_are_those_of_the_matrices([Values(1, 3, 5)] int K)
    {
        int[] taps = Samples.Count(K);

        Assert.That(Counts.LocalMultiplicationsInside(6, K), Is.EqualTo(NonZeros(ParameterSharing<int>.Matrix(taps, 6, padding: K / 2))));
        Assert.That(Counts.ValidMultiplications(6, K), Is.EqualTo(NonZeros(ParameterSharing<int>.Matrix(taps, 6))));

        static int NonZeros(int[,] C) => C.Cast<int>().Count(v => v != 0);
    }

    [Test, Formula("S2.22")]
    public void Five_to_five_has_25_weights_dense_15_local_and_3_shared()
    {
        Assert.That(Counts.DenseWeights(5, 5), Is.EqualTo(25));
        Assert.That(Counts.UnsharedWeights(5, 3), Is.EqualTo(15));
        Assert.That(Counts.SharedWeights(3), Is.EqualTo(3));
    }

    [Test, Formula("S2.23")]
    public void Twenty_five_to_twenty_five_has_625_weights_dense_75_local_and_still_3_shared()
    {
        Assert.That(Counts.DenseWeights(25, 25), Is.EqualTo(625));
        Assert.That(Counts.UnsharedWeights(25, 3), Is.EqualTo(75));
        Assert.That(Counts.SharedWeights(3), Is.EqualTo(3));
    }

    [Test, Formula("S3.30")]
    public void The_weights_of_a_filter_do_not_grow_with_the_input([Values(5, 50, 500)] int D) =>
        Assert.That(
            ParameterSharing<int>.Matrix([2, -1, 3], D).Cast<int>().Distinct().Count(v => v != 0), Is.EqualTo(Counts.SharedWeights(3)));

    [Test, Formula("S3.32")]
    public void Each_edge_of_a_dense_layer_is_a_different_weight()
    {
        int[] x = [1, 2, 3, 4, 5, 6, 7];
        long edges = 0;
        for (int c = 0; c < 4; c++)
            for (int d = 0; d < 7; d++)
            {
                // A step of one in W[c,d] moves output c by input d, and no other output: that edge alone has this weight.
                int[,] W = new int[4, 7];
                W[c, d] = 1;
                int[] moved = new int[4];
                moved[c] = x[d];
                Assert.That(Dense<int>.Layer(W, x), Is.EqualTo(moved), $"edge from {d} to {c}");
                edges++;
            }

        Assert.That(Counts.DenseWeights(7, 4), Is.EqualTo(edges).And.EqualTo(28));
    }

    [Test, Formula("S4.47")]
    public void The_first_layer_of_AlexNet_has_34848_weights()
    {
        Assert.That(Counts.SharedWeights(11, 11, 3), Is.EqualTo(363));
        Assert.That(Counts.SharedWeights(11, 11, 3, 96), Is.EqualTo(34_848));
        Assert.That(Counts.SharedWeights(11, 11, 3, 96) + 96, Is.EqualTo(34_944));
    }

    [Test]
    public void Counts_are_of_numbers_that_are_not_negative_and_of_kernels_that_fit()
    {
        Assert.That(Counts.DenseMultiplications(0, 5), Is.Zero);
        Assert.That(Counts.LocalMultiplicationsInside(0, 1), Is.Zero);
        Assert.That(Counts.LocalMultiplicationsInside(1, 3), Is.EqualTo(1), "a signal shorter than half the kernel");
        Assert.That(() => Counts.DenseWeights(-1, 5), Refused.Because("count must be ≥ 0, was -1"));
        Assert.That(() => Counts.LocalMultiplicationsInside(-1, 3), Refused.Because("count must be ≥ 0, was -1"));
        Assert.That(() => Counts.LocalMultiplicationsInside(5, 2), Refused.Because("kernel size K must be odd and ≥ 1, was 2"));
        Assert.That(() => Counts.ValidMultiplications(2, 3), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
    }

    [Test]
    public void A_count_that_no_long_can_hold_is_refused()
    {
        Assert.That(Counts.DenseWeights(int.MaxValue, int.MaxValue), Is.EqualTo(4_611_686_014_132_420_609));
        Assert.That(Counts.SharedWeights(649_657, 92_737, 153_092_023), Is.EqualTo(long.MaxValue), "2⁶³−1 in three factors");
        Assert.That(Counts.SharedWeights(int.MaxValue, int.MaxValue, 4, 0), Is.Zero, "a factor 0 makes any product small");
        Assert.That(() => Counts.SharedWeights(1 << 30, 1 << 30, 8),
            Refused.Because("count must be ≤ 9223372036854775807, was 9223372036854775808"));
        Assert.That(
            () => Counts.SharedWeights(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue),
            Refused.Because("count must be ≤ 9223372036854775807, was 21267647892944572736998860269687930881"));
    }
}
