using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class TiledConvolutionTests
{
    private static readonly int[][] TwoFilters = [[1, 10, 100], [2, 20, 200]];

    [Test, Formula("S2.36")]
    public void Tiled_convolution_cycles_through_its_filters() =>
        Assert.That(TiledConvolution<int>.Correlate(Digits.Signal, TwoFilters), Is.EqualTo(new[] { 321, 864, 543, 1308, 765 }));

    [Test, Formula("S2.35")]
    public void One_filter_or_equal_filters_are_the_regular_layer([Range(1, 3)] int t)
    {
        int[] x = Samples.Signal(9);
        int[] w = [2, -1, 3];

        Assert.That(TiledConvolution<int>.Correlate(x, [.. Enumerable.Repeat(w, t)]), Is.EqualTo(Correlation<int>.Valid(x, w)));
    }

    [Test, Formula("S2.36")]
    public void As_many_filters_as_outputs_share_nothing([Values(4, 5)] int t)
    {
        int[] x = Samples.Signal(6);
        int[,] filters = Samples.Image(t, 3);
        int[,] used = Samples.Fill(4, 3, [.. filters.Cast<int>().Take(12)]);

        int[] tiled = TiledConvolution<int>.Correlate(x, [.. Enumerable.Range(0, t).Select(i => Samples.Row(filters, i))]);

        Assert.That(tiled, Is.EqualTo(UnsharedConvolution<int>.Correlate(x, used)));
    }

    [Test, Formula("S2.36"), Erratum("E22")]
    public void A_tiled_layer_follows_shifts_by_multiples_of_t_only()
    {
        int[] x = [0, 0, 0, 0, .. Digits.Signal, 0, 0, 0, 0, 0, 0];
        int[] y = TiledConvolution<int>.Correlate(x, TwoFilters);

        Assert.That(TiledConvolution<int>.Correlate(Samples.Shifted(x, 2), TwoFilters), Is.EqualTo(Samples.Shifted(y, 2)));
        Assert.That(TiledConvolution<int>.Correlate(Samples.Shifted(x, 1), TwoFilters), Is.Not.EqualTo(Samples.Shifted(y, 1)));
    }

    [Test, Formula("S2.36")]
    public void Each_phase_of_an_image_tile_is_the_regular_layer_downsampled()
    {
        int[,] x = Samples.Image(5, 7);
        int[,,,] w = Samples.Fill(2, 3, 2, 3, Samples.Signal(36));
        int[,] y = TiledConvolution<int>.Correlate(x, w);

        Assert.That((y.GetLength(0), y.GetLength(1)), Is.EqualTo((4, 5)));
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 5; j++)
            {
                int[,] filter = new int[2, 3];
                for (int m = 0; m < 2; m++)
                    for (int n = 0; n < 3; n++)
                        filter[m, n] = w[i % 2, j % 3, m, n];
                Assert.That(y[i, j], Is.EqualTo(Correlation<int>.Valid(x, filter)[i, j]), $"({i},{j})");
            }
    }

    [Test, Formula("S2.37")]
    public void The_largest_response_of_four_rotated_filters_ignores_quarter_turns_of_the_patch()
    {
        int[,] filter = Samples.Image(3, 3);
        int[,] patch = { { 1, 2, 0 }, { 3, -1, 4 }, { 0, 5, 2 } };

        Assert.That(LargestResponse(Turned(patch)), Is.EqualTo(LargestResponse(patch)));
        Assert.That(Correlation<int>.Valid(Turned(patch), filter), Is.Not.EqualTo(Correlation<int>.Valid(patch, filter)));

        int LargestResponse(int[,] p)
        {
            int[,] w = filter;
            var responses = new int[4];
            for (int turn = 0; turn < 4; turn++, w = Turned(w))
                responses[turn] = Correlation<int>.Valid(p, w)[0, 0];
            return Pooling.Max(responses);
        }

        static int[,] Turned(int[,] a)
        {
            var turned = new int[3, 3];
            for (int i = 0; i < 3; i++)
                for (int j = 0; j < 3; j++)
                    turned[2 - j, i] = a[i, j];
            return turned;
        }
    }

    [Test]
    public void Filters_must_exist_fit_and_agree_in_length()
    {
        Assert.That(TiledConvolution<int>.Correlate([2, 3], [[5, 7]]), Is.EqualTo(new[] { 31 }));
        Assert.That(() => TiledConvolution<int>.Correlate([1], []), Refused.Because("number of filters t must be ≥ 1, was 0"));
        Assert.That(() => TiledConvolution<int>.Correlate([1], [[1, 2]]), Refused.Because("kernel size K must be in 1..D = 1..1, was 2"));
        Assert.That(
            () => TiledConvolution<int>.Correlate([1, 2, 3], [[1, 2], [3]]),
            Refused.Because("length of every filter must be 2, was 1"));
    }

    [Test]
    public void Image_filters_must_exist_and_fit()
    {
        Assert.That(TiledConvolution<int>.Correlate(new int[2, 3], new int[1, 1, 2, 3]), Is.EqualTo(new int[1, 1]));
        Assert.That(
            () => TiledConvolution<int>.Correlate(new int[2, 2], new int[0, 1, 1, 1]),
            Refused.Because("number of filters t must be ≥ 1, was 0"));
        Assert.That(
            () => TiledConvolution<int>.Correlate(new int[2, 2], new int[1, 0, 1, 1]),
            Refused.Because("number of filters t must be ≥ 1, was 0"));
        Assert.That(
            () => TiledConvolution<int>.Correlate(new int[2, 9], new int[1, 1, 3, 1]),
            Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(
            () => TiledConvolution<int>.Correlate(new int[9, 2], new int[1, 1, 1, 3]),
            Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
    }

    [Test]
    public void Unshared_kernels_must_fit_and_be_as_many_as_outputs()
    {
        Assert.That(UnsharedConvolution<int>.Correlate([1, 2, 3], new[,] { { 1, 10 }, { 2, 20 } }), Is.EqualTo(new[] { 21, 64 }));
        Assert.That(
            () => UnsharedConvolution<int>.Correlate([1], new int[1, 2]), Refused.Because("kernel size K must be in 1..D = 1..1, was 2"));
        Assert.That(() => UnsharedConvolution<int>.Correlate([1, 2], new int[2, 2]), Refused.Because("number of kernels must be 1, was 2"));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type()
    {
        BiasedNumber[] x = BiasedNumber.From([1, 2, 3]);

        Assert.That(
            BiasedNumber.Values(TiledConvolution<BiasedNumber>.Correlate(x, [BiasedNumber.From([1, 10])])), Is.EqualTo(new[] { 21, 32 }));
        Assert.That(
            BiasedNumber.Values(TiledConvolution<BiasedNumber>.Correlate(
                BiasedNumber.From(new[,] { { 1, 2 } }),
                Samples.Fill(1, 1, 1, 2, BiasedNumber.From([3, 5])))),
            Is.EqualTo(new[] { 13 }));
        Assert.That(
            BiasedNumber.Values(UnsharedConvolution<BiasedNumber>.Correlate(x, BiasedNumber.From(new[,] { { 1, 10 }, { 2, 20 } }))),
            Is.EqualTo(new[] { 21, 64 }));
    }
}
