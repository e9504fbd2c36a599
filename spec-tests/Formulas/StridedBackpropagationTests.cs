using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class StridedBackpropagationTests
{
    private static int[] W => Lecture4Gradients.W;

    [Test, Formula("S4.50", "S4.51", "S4.52")]
    public void Without_stride_and_padding_the_gradients_are_the_lectures()
    {
        Assert.That(StridedBackpropagation<int>.ToInput(Lecture4Gradients.Dy, W, D: 5), Is.EqualTo(Lecture4Gradients.Dx));
        Assert.That(
            StridedBackpropagation<int>.ToKernel(Lecture4Gradients.X, Lecture4Gradients.Dy, K: 3), Is.EqualTo(Lecture4Gradients.Dw));
    }

    [Test, Formula("S4.52")]
    public void Copies_of_the_kernel_lie_a_stride_apart() =>
        Assert.That(
            StridedBackpropagation<int>.ToInput([1, 2, 3], [1, 10, 100], D: 7, stride: 2),
            Is.EqualTo(new[] { 1, 10, 102, 20, 203, 30, 300 }));

    [Test, Formula("S4.52"), Erratum("E46")]
    public void Going_back_is_multiplying_by_the_transposed_matrix(
        [Range(1, 3)] int stride, [Range(0, 2)] int padding, [Range(1, 2)] int dilation, [Values(5, 6, 8)] int D)
    {
        int[,] C = ParameterSharing<int>.Matrix(W, D, stride, padding, dilation);
        int[] dy = Samples.Signal(C.GetLength(0));

        Assert.That(StridedBackpropagation<int>.ToInput(dy, W, D, stride, padding, dilation),
            Is.EqualTo(Dense<int>.Layer(Matrix.Transpose(C), dy)));
    }

    [Test, Formula("S4.52"), Erratum("E46")]
    public void The_number_J_is_the_same_computed_three_ways(
        [Range(1, 3)] int stride, [Range(0, 2)] int padding, [Range(1, 2)] int dilation, [Values(5, 6, 8)] int D)
    {
        int[] x = Samples.Signal(D);
        int[] y = Dense<int>.Layer(ParameterSharing<int>.Matrix(W, D, stride, padding, dilation), x);
        int[] dy = [.. Samples.Signal(y.Length + 3).Skip(3)];
        int J = Samples.Inner(y, dy);

        Assert.That(Samples.Inner(x, StridedBackpropagation<int>.ToInput(dy, W, D, stride, padding, dilation)), Is.EqualTo(J));
        Assert.That(Samples.Inner(W, StridedBackpropagation<int>.ToKernel(x, dy, 3, stride, padding, dilation)), Is.EqualTo(J));
    }

    [Test, Formula("S4.50"), Erratum("E46")]
    public void The_kernel_gradient_is_the_difference_of_J_for_a_step_of_one_in_each_tap(
        [Range(1, 3)] int stride, [Range(0, 2)] int padding, [Range(1, 2)] int dilation)
    {
        int[] x = Samples.Signal(8);
        int[] y = Forward([0, 0, 0]);
        int[] dy = [.. Samples.Signal(y.Length + 3).Skip(3)];
        int[] dw = StridedBackpropagation<int>.ToKernel(x, dy, 3, stride, padding, dilation);

        Assert.That(dw, Has.Length.EqualTo(3));
        for (int k = 0; k < 3; k++)
        {
            int[] tap = new int[3];
            tap[k] = 1;
            Assert.That(dw[k], Is.EqualTo(Samples.Inner(Forward(tap), dy)), $"tap {k}");
        }

        int[] Forward(int[] w) => Dense<int>.Layer(ParameterSharing<int>.Matrix(w, 8, stride, padding, dilation), x);
    }

    [Test]
    public void Inputs_no_window_reaches_have_no_gradient() =>
        Assert.That(StridedBackpropagation<int>.ToInput([5, 7], [1, 2], D: 6, stride: 3), Is.EqualTo(new[] { 5, 10, 0, 7, 14, 0 }));

    [Test]
    public void The_upstream_gradient_must_have_the_size_of_the_output()
    {
        const string message = "length of dy must be 3, was 2";

        Assert.That(() => StridedBackpropagation<int>.ToInput([1, 2], W, 7, stride: 2), Refused.Because(message));
        Assert.That(() => StridedBackpropagation<int>.ToKernel(new int[7], [1, 2], 3, stride: 2), Refused.Because(message));
    }

    [Test]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.That(() => StridedBackpropagation<int>.ToInput([1], W, 3, stride: 0), Refused.Because("stride must be ≥ 1, was 0"));
        Assert.That(() => StridedBackpropagation<int>.ToInput([1], W, 3, padding: -1), Refused.Because("padding must be ≥ 0, was -1"));
        Assert.That(() => StridedBackpropagation<int>.ToInput([1], W, 3, dilation: 0), Refused.Because("dilation must be ≥ 1, was 0"));
        Assert.That(
            () => StridedBackpropagation<int>.ToInput([1], W, 4, dilation: 2),
            Refused.Because("kernel extent δ(K−1)+1 must be in 1..D+2P = 1..4, was 5"));
        Assert.That(() => StridedBackpropagation<int>.ToKernel([1], [1], 0), Refused.Because("kernel size K must be ≥ 1, was 0"));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type()
    {
        Assert.That(
            BiasedNumber.Values(
                StridedBackpropagation<BiasedNumber>.ToInput(BiasedNumber.From([5, 7]), BiasedNumber.From([1, 2]), D: 6, stride: 3)),
            Is.EqualTo(new[] { 5, 10, 0, 7, 14, 0 }));
        Assert.That(
            BiasedNumber.Values(
                StridedBackpropagation<BiasedNumber>.ToKernel(BiasedNumber.From([3]), BiasedNumber.From([5]), K: 3, padding: 1)),
            Is.EqualTo(new[] { 0, 15, 0 }));
    }
}
