using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class BackpropagationTests
{
    private static int[] X => Lecture4Gradients.X;

    private static int[] W => Lecture4Gradients.W;

    private static int[] Dy => Lecture4Gradients.Dy;

    [Test, Formula("S4.49")]
    public void The_operation_to_differentiate_is_the_valid_correlation()
    {
        Assert.That(Backpropagation<int>.Forward(X, W), Is.EqualTo(Lecture4Gradients.Y));
        Assert.That(Backpropagation<int>.Forward(X, W), Is.EqualTo(Correlation<int>.Valid(X, W)));
    }

    [Test, Formula("S4.50")]
    public void The_kernel_gradient_is_the_valid_correlation_of_the_input_with_the_upstream_gradient()
    {
        Assert.That(Backpropagation<int>.ToKernel(X, Dy), Is.EqualTo(Lecture4Gradients.Dw));
        Assert.That(Backpropagation<int>.ToKernel(X, Dy), Is.EqualTo(Correlation<int>.Valid(X, Dy)));
    }

    [Test, Formula("S4.51")]
    public void The_input_gradient_is_the_full_convolution_of_the_upstream_gradient_with_the_kernel()
    {
        Assert.That(Backpropagation<int>.ToInput(Dy, W), Is.EqualTo(Lecture4Gradients.Dx));
        Assert.That(Backpropagation<int>.ToInput(Dy, W), Is.EqualTo(Convolution<int>.Full(Dy, W)));
    }

    [Test]
    public void The_bias_gradient_is_the_sum_of_the_upstream_gradient()
    {
        Assert.That(Backpropagation<int>.ToBias(Dy), Is.EqualTo(2));
        Assert.That(Backpropagation<int>.ToBias([]), Is.Zero);
    }

    [Test, Formula("S4.50", "S4.51")]
    public void Gradients_are_the_differences_of_J_for_a_step_of_one()
    {
        // J = ⟨y, dy⟩ is linear in x, in w and in b, so a difference with step 1 is the derivative, exactly.
        int J = Samples.Inner(Backpropagation<int>.Forward(X, W), Dy);

        Assert.That(
            X.Select((_, d) => Samples.Inner(Backpropagation<int>.Forward(Stepped(X, d), W), Dy) - J), Is.EqualTo(Lecture4Gradients.Dx));
        Assert.That(
            W.Select((_, k) => Samples.Inner(Backpropagation<int>.Forward(X, Stepped(W, k)), Dy) - J), Is.EqualTo(Lecture4Gradients.Dw));
        Assert.That(
            Samples.Inner(Backpropagation<int>.Forward(X, W).Select(v => v + 1).ToArray(), Dy) - J,
            Is.EqualTo(Backpropagation<int>.ToBias(Dy)));
    }

    [Test, Formula("S4.51", "S4.50"), Erratum("E46")]
    public void Only_one_reading_of_the_scattered_indices_gives_the_gradient()
    {
        // One-based, as the lecture counts: w[d−d′+1] and nothing else, with 1 ≤ d−d′+1 ≤ K.
        Assert.That(InputGradient((d, o) => d - o + 1), Is.EqualTo(Lecture4Gradients.Dx).And.EqualTo(Backpropagation<int>.ToInput(Dy, W)));
        Assert.That(InputGradient((d, o) => d - o), Is.EqualTo(new[] { 0, 2, 3, -1, 7 }), "without the +1");
        Assert.That(InputGradient((d, o) => o - d + 1), Is.EqualTo(new[] { -3, 5, -2, 0, 0 }), "with the sign turned");

        // x[d′+k−1] and nothing else.
        Assert.That(
            KernelGradient((o, k) => o + k - 1), Is.EqualTo(Lecture4Gradients.Dw).And.EqualTo(Backpropagation<int>.ToKernel(X, Dy)));
        Assert.That(KernelGradient((o, k) => o + k), Is.EqualTo(new[] { 4, 6, 14 }), "without the −1");
        Assert.That(KernelGradient((o, k) => o - k + 1), Is.EqualTo(new[] { 2, 0, -1 }), "with the sign turned");

        static int[] InputGradient(Func<int, int, int> tap)
        {
            var dx = new int[5];
            for (int d = 1; d <= 5; d++)
                for (int o = 1; o <= 3; o++)
                    if (1 <= tap(d, o) && tap(d, o) <= 3)
                        dx[d - 1] += Dy[o - 1] * W[tap(d, o) - 1];
            return dx;
        }

        static int[] KernelGradient(Func<int, int, int> sample)
        {
            var dw = new int[3];
            for (int k = 1; k <= 3; k++)
                for (int o = 1; o <= 3; o++)
                    if (1 <= sample(o, k) && sample(o, k) <= 5)
                        dw[k - 1] += Dy[o - 1] * X[sample(o, k) - 1];
            return dw;
        }
    }

    [Test, Formula("S4.52")]
    public void Going_back_is_multiplying_by_the_transposed_matrix() =>
        Assert.That(
            Backpropagation<int>.ToInput(Dy, W),
            Is.EqualTo(Dense<int>.Layer(Matrix.Transpose(ParameterSharing<int>.Matrix(W, 5)), Dy)));

    [Test]
    public void Sizes_out_of_range_are_refused()
    {
        Assert.That(() => Backpropagation<int>.Forward([1], W), Refused.Because("kernel size K must be in 1..D = 1..1, was 3"));
        Assert.That(() => Backpropagation<int>.ToKernel([1], Dy), Refused.Because("length of dy must be in 1..D = 1..1, was 3"));
        Assert.That(() => Backpropagation<int>.ToKernel([1], []), Refused.Because("length of dy must be in 1..D = 1..1, was 0"));
        Assert.That(() => Backpropagation<int>.ToInput([], W), Refused.Because("length of dy must be ≥ 1, was 0"));
        Assert.That(() => Backpropagation<int>.ToInput(Dy, []), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(Backpropagation<int>.ToKernel([3], [5]), Is.EqualTo(new[] { 15 }));
        Assert.That(Backpropagation<int>.ToInput([3], [5]), Is.EqualTo(new[] { 15 }));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type()
    {
        (BiasedNumber[] x, BiasedNumber[] w, BiasedNumber[] dy) = (BiasedNumber.From(X), BiasedNumber.From(W), BiasedNumber.From(Dy));

        Assert.That(BiasedNumber.Values(Backpropagation<BiasedNumber>.Forward(x, w)), Is.EqualTo(Lecture4Gradients.Y));
        Assert.That(BiasedNumber.Values(Backpropagation<BiasedNumber>.ToKernel(x, dy)), Is.EqualTo(Lecture4Gradients.Dw));
        Assert.That(BiasedNumber.Values(Backpropagation<BiasedNumber>.ToInput(dy, w)), Is.EqualTo(Lecture4Gradients.Dx));
        Assert.That(Backpropagation<BiasedNumber>.ToBias(dy).Value, Is.EqualTo(2));
    }

    private static int[] Stepped(int[] values, int at) => [.. values.Select((v, i) => i == at ? v + 1 : v)];
}
