using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class DenseTests
{
    private static readonly int[,] Weights = { { 1, 2, 3 }, { 4, 5, 6 } };

    [Test, Formula("S2.17", "S4.08", "S4.04")]
    public void A_dense_layer_is_a_matrix_times_the_input_plus_a_bias()
    {
        Assert.That(Dense<int>.Layer(Weights, [1, 10, 100]), Is.EqualTo(new[] { 321, 654 }));
        Assert.That(Dense<int>.Layer(Weights, [1, 10, 100], [1000, 2000]), Is.EqualTo(new[] { 1321, 2654 }));
        Assert.That(Dense<int>.Layer(Weights, [1, 10, -100], g: Activation.Relu), Is.EqualTo(new[] { 0, 0 }), "y = g(Wx), Wx = −279 −546");
        Assert.That(Dense<int>.Layer(Weights, [1, 10, -1], g: Activation.Relu), Is.EqualTo(new[] { 18, 48 }));
    }

    [Test, Formula("S0.07"), Erratum("E17")]
    public void Lecture_0_stores_the_weights_input_first()
    {
        int[,] w = { { 1, 4 }, { 2, 5 }, { 3, 6 } };
        int[] x = [1, 10, 100];
        int[] b = [7, 8];

        var y = new int[2];
        for (int i = 0; i < 2; i++)
            y[i] = b[i] + Enumerable.Range(0, 3).Sum(j => w[j, i] * x[j]);

        Assert.That(Dense<int>.Layer(WeightLayout.FromInputFirst(w), x, b), Is.EqualTo(y));
    }

    [Test, Formula("S2.18")]
    public void The_third_unit_reads_the_third_row()
    {
        int[,] W = Samples.Image(5, 5);
        int[] x = Samples.Signal(5);
        int[] b = Samples.Count(5);

        int h3 = W[2, 0] * x[0] + W[2, 1] * x[1] + W[2, 2] * x[2] + W[2, 3] * x[3] + W[2, 4] * x[4] + b[2];

        Assert.That(Dense<int>.Layer(W, x, b)[2], Is.EqualTo(h3));
    }

    [Test, Formula("S3.01", "S3.03", "S3.04")]
    public void The_nonlinearity_comes_after_the_bias()
    {
        Assert.That(Dense<int>.Layer(Weights, [1, -1, 0], g: Activation.Relu), Is.EqualTo(new[] { 0, 0 }));
        Assert.That(Dense<int>.Layer(Weights, [1, -1, 0], [3, -3], Activation.Relu), Is.EqualTo(new[] { 2, 0 }));
    }

    [Test, Formula("S3.01"), Erratum("E55")]
    public void Weights_include_the_bias_once_a_one_is_appended_to_the_input()
    {
        int[] x = [1, 10, 100];

        Assert.That(
            Dense<int>.Layer(new[,] { { 1, 2, 3, 7 }, { 4, 5, 6, 8 } }, [.. x, 1]), Is.EqualTo(Dense<int>.Layer(Weights, x, [7, 8])));
    }

    [Test, Formula("S0.07"), Erratum("E39")]
    public void A_layer_with_a_bias_is_affine_and_not_a_linear_combination()
    {
        int[] x = [1, 10, 100];
        int[] z = [2, -3, 5];
        int[] sum = [3, 7, 105];

        Assert.That(Dense<int>.Layer(Weights, sum), Is.EqualTo(Sum(Dense<int>.Layer(Weights, x), Dense<int>.Layer(Weights, z))));
        Assert.That(
            Dense<int>.Layer(Weights, sum, [7, 8]),
            Is.Not.EqualTo(Sum(Dense<int>.Layer(Weights, x, [7, 8]), Dense<int>.Layer(Weights, z, [7, 8]))));

        static int[] Sum(int[] a, int[] b) => [.. a.Zip(b, (p, q) => p + q)];
    }

    [Test, Formula("S3.05", "S3.03", "S3.04")]
    public void A_stack_is_one_layer_after_the_other()
    {
        int[,] first = { { 1, -1 }, { -1, 1 }, { 2, 1 } };
        int[,] second = { { 1, 10, 100 }, { -1, 0, 0 } };
        int[] x = [3, 1];

        int[] hidden = Dense<int>.Layer(first, x, g: Activation.Relu);

        Assert.That(hidden, Is.EqualTo(new[] { 2, 0, 7 }));
        Assert.That(Dense<int>.Stack(x, Activation.Relu, first, second), Is.EqualTo(new[] { 702, 0 }));
        Assert.That(Dense<int>.Stack(x, Activation.Relu, first, second), Is.EqualTo(Dense<int>.Layer(second, hidden, g: Activation.Relu)));
        Assert.That(Dense<int>.Stack(x, Activation.Relu), Is.EqualTo(x));
    }

    [Test, Formula("S4.02", "S4.01")]
    public void A_classifier_ends_in_a_softmax_instead_of_a_rectifier()
    {
        double[,] image = { { 1, 2 }, { 3, 4 } };
        double[,] first = { { 1, 0, 0, -1 }, { 0, 1, -1, 2 } };
        double[,] last = { { 1, 1 }, { 2, 1 } };

        double[] scores = Dense<double>.Layer(last, Dense<double>.Stack(Matrix.Vec(image), Activation.Relu, first));

        // vec = 1 2 3 4, W⁽¹⁾vec = −3 7, rectified 0 7, scores 7 7: two equal chances.
        Assert.That(scores, Is.EqualTo(new double[] { 7, 7 }));
        Assert.That(Activation.Softmax(scores), Is.EqualTo(new[] { 0.5, 0.5 }));
    }

    [Test, Formula("S4.03")]
    public void A_dense_layer_does_not_mind_shuffled_pixels_and_a_convolution_does()
    {
        int[] x = Samples.Signal(6);
        int[,] W = Samples.Image(3, 6);
        int[] order = [3, 0, 5, 1, 4, 2];

        var shuffled = new int[3, 6];
        for (int c = 0; c < 3; c++)
            for (int d = 0; d < 6; d++)
                shuffled[c, d] = W[c, order[d]];
        int[] shuffledX = [.. order.Select(d => x[d])];

        Assert.That(Dense<int>.Layer(shuffled, shuffledX), Is.EqualTo(Dense<int>.Layer(W, x)));
        Assert.That(
            Correlation<int>.Valid(shuffledX, [2, -1, 3]).Order(),
            Is.Not.EqualTo(Correlation<int>.Valid(x, [2, -1, 3]).Order()));
    }

    [Test]
    public void Inputs_and_biases_must_agree_with_the_weights()
    {
        Assert.That(() => Dense<int>.Layer(Weights, [1, 2]), Refused.Because("number of inputs must be 3, was 2"));
        Assert.That(() => Dense<int>.Layer(Weights, [1, 2, 3], [1]), Refused.Because("number of biases must be 2, was 1"));
        Assert.That(
            () => Dense<int>.Stack([1, 2, 3], Activation.Relu, Weights, Weights), Refused.Because("number of inputs must be 3, was 2"));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type() =>
        Assert.That(
            BiasedNumber.Values(Dense<BiasedNumber>.Layer(BiasedNumber.From(Weights), BiasedNumber.From([1, 10, 100]))),
            Is.EqualTo(new[] { 321, 654 }));
}
