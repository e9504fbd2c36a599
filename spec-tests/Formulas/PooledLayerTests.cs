using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class PooledLayerTests
{
    [Test, Formula("S4.29", "S4.30", "S4.31", "S4.32")]
    public void A_pooled_layer_correlates_then_pools_then_subsamples()
    {
        double[] x = [3, 1, 4, 1, 5, 9, 2, 6, 5];
        double[] map = [4, 5, 5, 6, 14, 11, 8, 11];

        Assert.That(PooledLayer<double>.Of(x, [1, 1], p: 2, Pooling.Max), Is.EqualTo(new[] { 5, 6, 14, 11 }));
        Assert.That(PooledLayer<double>.Of(x, [1, 1], p: 2, Pooling.Mean), Is.EqualTo(new[] { 4.5, 5.5, 12.5, 9.5 }));
        Assert.That(PooledLayer<double>.Of(x, [1, 1], p: 3, Pooling.Max), Is.EqualTo(Pooling.Pool(map, 3, 3, Pooling.Max)));
    }

    [Test, Formula("S4.29", "S4.32")]
    public void The_nonlinearity_comes_before_the_pooling() =>
        Assert.That(PooledLayer<double>.Of([-4, 6, 2, 2], [1], p: 2, Pooling.Mean, Activation.Relu), Is.EqualTo(new double[] { 3, 2 }));

    [Test, Formula("S4.30", "S4.28"), Erratum("E07")]
    public void A_pool_of_p_elements_halves_the_signal_and_the_printed_pool_of_p_plus_one_does_not()
    {
        int[] z = Lecture4.FeatureMap;

        Assert.That(Stride<int>.Subsample(PooledLayer<int>.Neighbourhoods(z, 2, Pooling.Max), 2), Is.EqualTo(new[] { 3, 4, 9, 6 }));
        Assert.That(Stride<int>.Subsample(PooledLayer<int>.PrintedNeighbourhoods(z, 2, Pooling.Max), 2), Is.EqualTo(new[] { 4, 5, 9 }));
    }

    [TestCase(4, 2, 1)]
    [TestCase(6, 3, 2)]
    [TestCase(8, 4, 3)]
    [TestCase(7, 3, 3)]
    [TestCase(9, 4, 4)]
    [Formula("S4.30", "S4.28"), Erratum("E07")]
    public void The_printed_window_yields_one_output_less_for_even_sizes(int D, int corrected, int printed)
    {
        int[] z = new int[D];

        Assert.That(Stride<int>.Subsample(PooledLayer<int>.Neighbourhoods(z, 2, Pooling.Max), 2), Has.Length.EqualTo(corrected));
        Assert.That(Stride<int>.Subsample(PooledLayer<int>.PrintedNeighbourhoods(z, 2, Pooling.Max), 2), Has.Length.EqualTo(printed));
    }

    [Test, Formula("S4.33")]
    public void The_three_steps_extend_to_images()
    {
        int[,] map = Correlation<int>.Valid(Samples.Image(6, 7), Samples.Image(3, 2));

        int[,] neighbourhoods = Pooling.Pool(map, 2, 3, 1, 1, Pooling.Max);

        Assert.That(Stride<int>.Subsample(neighbourhoods, 2, 3), Is.EqualTo(Pooling.Pool(map, 2, 3, 2, 3, Pooling.Max)));
    }

    [Test, Erratum("E07")]
    public void The_printed_window_is_one_larger_than_p()
    {
        Assert.That(PooledLayer<int>.PrintedNeighbourhoods([3, 1, 2], 0, Pooling.Max), Is.EqualTo(new[] { 3, 1, 2 }));
        Assert.That(PooledLayer<int>.PrintedNeighbourhoods([3, 1, 2], 2, Pooling.Max), Is.EqualTo(new[] { 3 }));
        Assert.That(
            () => PooledLayer<int>.PrintedNeighbourhoods([3, 1, 2], 3, Pooling.Max),
            Refused.Because("window size N must be in 1..D = 1..3, was 4"));
    }

    [Test]
    public void The_window_must_fit_the_feature_map() =>
        Assert.That(
            () => PooledLayer<int>.Of([1, 2, 3], [1, 1], 3, Pooling.Max),
            Refused.Because("window size N must be in 1..D = 1..2, was 3"));
}
