using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class LocalLayerTests
{
    [Test, Formula("S0.09"), Erratum("E37")]
    public void The_taps_of_lecture_0_stand_in_the_order_centre_left_right()
    {
        int[] x = [1, 4, 2, 6];
        int[] y = LocalLayer<int>.ThreeTaps(x, w1: 2, w2: 3, w3: 5, b: new int[4]);

        Assert.That(y, Is.EqualTo(new[] { 22, 21, 46, 18 }));
        Assert.That(y, Is.EqualTo(Correlation<int>.Same(x, [3, 2, 5])));
        Assert.That(y, Is.EqualTo(Convolution<int>.Same(x, [5, 2, 3])));
        Assert.That(y, Is.Not.EqualTo(Correlation<int>.Same(x, [2, 3, 5])));
    }

    [Test, Formula("S0.09")]
    public void Bias_is_added_before_the_nonlinearity() =>
        Assert.That(
            LocalLayer<int>.ThreeTaps([1, 4, 2, 6], 2, 3, 5, [-30, 0, -40, 1], Activation.Relu), Is.EqualTo(new[] { 0, 21, 6, 19 }));

    [Test, Formula("S0.09"), Erratum("E19")]
    public void A_bias_for_each_position_breaks_equivariance_and_one_for_all_does_not()
    {
        int[] x = [0, 0, 1, 4, 2, 0, 0, 0];
        int[] everywhere = [7, 7, 7, 7, 7, 7, 7, 7];

        Assert.That(Layer(Samples.Shifted(x, 1), everywhere)[1..], Is.EqualTo(Layer(x, everywhere)[..^1]));
        Assert.That(Layer(Samples.Shifted(x, 1), Samples.Count(8))[1..], Is.Not.EqualTo(Layer(x, Samples.Count(8))[..^1]));

        static int[] Layer(int[] x, int[] b) => LocalLayer<int>.ThreeTaps(x, 2, 3, 5, b);
    }

    [Test, Formula("S2.19")]
    public void The_layer_of_lecture_2_is_a_centred_correlation_with_one_bias()
    {
        int[] x = Digits.Signal;

        Assert.That(LocalLayer<int>.Shared(x, Digits.Kernel, b: 0), Is.EqualTo(new[] { 210, 321, 432, 543, 654, 765, 76 }));
        Assert.That(LocalLayer<int>.Shared(x, Digits.Kernel, b: 1000), Is.EqualTo(new[] { 1210, 1321, 1432, 1543, 1654, 1765, 1076 }));
        Assert.That(LocalLayer<int>.Shared(x, [1, 2, 3, 4, 5], b: 0), Is.EqualTo(Correlation<int>.Same(x, [1, 2, 3, 4, 5])));
    }

    [Test, Formula("S2.19", "S2.17", "S4.46", "S3.29"), Erratum("E19")]
    public void The_layer_of_lecture_2_is_a_dense_layer_whose_weights_depend_on_the_distance_only()
    {
        int[] x = Samples.Signal(6);
        int[,] W = ParameterSharing<int>.Matrix([2, -1, 3], D: 6, padding: 1);

        Assert.That(LocalLayer<int>.Shared(x, [2, -1, 3], b: 4), Is.EqualTo(Dense<int>.Layer(W, x, [4, 4, 4, 4, 4, 4])));
    }

    [Test]
    public void There_is_one_bias_for_each_position_and_a_tap_in_the_centre()
    {
        Assert.That(() => LocalLayer<int>.ThreeTaps([1, 2], 1, 1, 1, [0]), Refused.Because("number of biases must be 2, was 1"));
        Assert.That(() => LocalLayer<int>.Shared([1, 2], [1, 2], 0), Refused.Because("kernel size K must be odd and ≥ 1, was 2"));
        Assert.That(() => LocalLayer<int>.Shared([1, 2], [], 0), Refused.Because("kernel size K must be odd and ≥ 1, was 0"));
        Assert.That(LocalLayer<int>.Shared([5], [3], 1), Is.EqualTo(new[] { 16 }));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type()
    {
        BiasedNumber[] x = BiasedNumber.From([1, 2, 3]);
        BiasedNumber zero = new(0);

        Assert.That(
            BiasedNumber.Values(LocalLayer<BiasedNumber>.Shared(x, BiasedNumber.From([1, 10, 100]), zero)),
            Is.EqualTo(new[] { 210, 321, 32 }));
        Assert.That(
            BiasedNumber.Values(LocalLayer<BiasedNumber>.ThreeTaps(x, new(10), new(1), new(100), [zero, zero, zero])),
            Is.EqualTo(new[] { 210, 321, 32 }));
    }
}
