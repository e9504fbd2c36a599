using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ChannelsTests
{
    private static int[,,,] Weights => WeightLayout.FromInputFirst(Lecture4Channels.SlideWeights);

    [Test, Formula("S4.39", "S4.43", "S4.44")]
    public void A_layer_sums_over_input_channels_and_adds_a_bias_for_each_output_channel() =>
        Assert.That(Channels<int>.Layer(Lecture4Channels.Input, Weights, Lecture4Channels.Bias), Is.EqualTo(Lecture4Channels.Output));

    [Test, Formula("S4.39"), Erratum("E18")]
    public void Weights_read_in_the_wrong_order_change_every_output()
    {
        int[,,,] misread = Samples.Fill(3, 2, 2, 2, Samples.Count(24));

        Assert.That(
            Channels<int>.Layer(Lecture4Channels.Input, misread, Lecture4Channels.Bias),
            Is.EqualTo(Samples.Fill(3, 2, 2, [456, 492, 564, 600, 1036, 1136, 1336, 1436, 1616, 1780, 2108, 2272])));
    }

    [Test, Formula("S4.40"), Erratum("E28")]
    public void The_results_of_the_input_channels_are_added()
    {
        int[,,] x = Lecture4Channels.Input;
        int[,,] y = Channels<int>.Layer(x, Weights);

        for (int o = 0; o < 3; o++)
        {
            int[] expected = new int[4];
            for (int m = 0; m < 2; m++)
            {
                int[,] filter = { { Weights[o, m, 0, 0], Weights[o, m, 0, 1] }, { Weights[o, m, 1, 0], Weights[o, m, 1, 1] } };
                expected = [.. Correlation<int>.Valid(Samples.Channel(x, m), filter).Cast<int>().Zip(expected, (a, b) => a + b)];
            }

            Assert.That(Samples.Channel(y, o).Cast<int>(), Is.EqualTo(expected));
        }
    }

    [Test, Formula("S4.41", "S4.42"), Erratum("E49")]
    public void A_layer_has_as_many_output_channels_as_filters_per_input_channel()
    {
        // The sizes of the lecture's second example are lost except M′ = 5; these are our own.
        int[,,] y = Channels<int>.Layer(new int[3, 6, 9], new int[5, 3, 2, 4]);
        int[,,] rgb = Channels<int>.Layer(new int[3, 4, 4], new int[3, 3, 3, 3]);

        Assert.That((y.GetLength(0), y.GetLength(1), y.GetLength(2)), Is.EqualTo((5, 5, 6)));
        Assert.That((rgb.GetLength(0), rgb.GetLength(1), rgb.GetLength(2)), Is.EqualTo((3, 2, 2)));
    }

    [Test, Formula("S4.43")]
    public void The_nonlinearity_comes_after_the_bias() =>
        Assert.That(
            Channels<int>.Layer(Lecture4Channels.Input, Weights, [-1000, -1000, -1000], Activation.Relu).Cast<int>(),
            Is.EqualTo(new[] { 0, 0, 0, 12, 0, 80, 280, 380, 220, 352, 616, 748 }));

    [Test, Formula("S4.45")]
    public void One_formula_serves_signals_images_and_volumes()
    {
        int[] x = Samples.Signal(7);
        int[] w = [2, -1, 3];
        int[,,] asImage = Channels<int>.Layer(Samples.Fill(1, 1, 7, x), Samples.Fill(1, 1, 1, 3, w));
        Assert.That(asImage.Cast<int>(), Is.EqualTo(Correlation<int>.Valid(x, w)));

        // A volume is correlated by a layer that takes as many slices for channels as the kernel is deep, and moves through the depth.
        int[,,] volume = Samples.Fill(4, 3, 4, Samples.Signal(48));
        int[,,] kernel = Samples.Fill(2, 2, 3, Samples.Signal(12));
        for (int depth = 0; depth <= 2; depth++)
        {
            int[,,] slices = Samples.Fill(2, 3, 4, [.. volume.Cast<int>().Skip(12 * depth).Take(24)]);
            int[,,] y = Channels<int>.Layer(slices, Samples.Fill(1, 2, 2, 3, [.. kernel.Cast<int>()]));
            for (int i = 0; i < 2; i++)
                for (int j = 0; j < 2; j++)
                    Assert.That(y[0, i, j], Is.EqualTo(At(depth, i, j)), $"({depth},{i},{j})");
        }

        int At(int o0, int o1, int o2)
        {
            int sum = 0;
            for (int k0 = 0; k0 < 2; k0++)
                for (int k1 = 0; k1 < 2; k1++)
                    for (int k2 = 0; k2 < 3; k2++)
                        sum += kernel[k0, k1, k2] * volume[o0 + k0, o1 + k1, o2 + k2];
            return sum;
        }
    }

    [Test, Formula("S1.40")]
    public void A_dense_layer_is_a_valid_convolution_with_a_kernel_as_large_as_the_input()
    {
        int[] x = Samples.Signal(2 * 3 * 4);
        int[,] W = Samples.Image(5, 24);
        int[,,] y = Channels<int>.Layer(Samples.Fill(2, 3, 4, x), WeightLayout.FromDense(W, M: 2, K1: 3, K2: 4));

        Assert.That((y.GetLength(0), y.GetLength(1), y.GetLength(2)), Is.EqualTo((5, 1, 1)));
        Assert.That(y.Cast<int>(), Is.EqualTo(Dense<int>.Layer(W, x)));
    }

    [Test]
    public void Channels_biases_and_sizes_must_agree()
    {
        Assert.That(
            () => Channels<int>.Layer(new int[3, 4, 4], new int[1, 2, 1, 1]),
            Refused.Because("number of input channels M must be 2, was 3"));
        Assert.That(
            () => Channels<int>.Layer(new int[2, 4, 4], new int[3, 2, 1, 1], [1, 2]),
            Refused.Because("number of biases must be 3, was 2"));
        Assert.That(
            () => Channels<int>.Layer(new int[1, 2, 4], new int[1, 1, 3, 1]),
            Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(
            () => Channels<int>.Layer(new int[1, 4, 2], new int[1, 1, 1, 3]),
            Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type()
    {
        BiasedNumber[,,] x = Samples.Fill(1, 1, 2, BiasedNumber.From([1, 2]));

        Assert.That(
            BiasedNumber.Values(
                Channels<BiasedNumber>.Layer(x, Samples.Fill(1, 1, 1, 2, BiasedNumber.From([3, 5])), BiasedNumber.From([10]))),
            Is.EqualTo(new[] { 23 }));
    }
}
