using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ImageBackpropagationTests
{
    /// <summary>Strides, paddings, dilations: every axis other than the other.</summary>
    private static readonly object[][] Settings =
    [
        [(1, 1), (0, 0), (1, 1)],
        [(2, 1), (0, 2), (1, 1)],
        [(1, 3), (2, 0), (1, 2)],
        [(2, 3), (1, 2), (2, 1)],
        [(3, 2), (1, 1), (1, 3)],
    ];

    [Test, Formula("S4.52")]
    public void The_gradient_of_the_image_of_lecture_2_by_its_own_output()
    {
        int[,] dx = ImageBackpropagation<int>.ToInput(Lecture2.CorrelationValid, Lecture2.Kernel, (5, 5), (1, 1), (0, 0), (1, 1));

        Assert.That(dx, Is.EqualTo(Convolution<int>.Full(Lecture2.CorrelationValid, Lecture2.Kernel)));
        Assert.That(Samples.Inner(dx, Lecture2.Image), Is.EqualTo(399));
    }

    [TestCaseSource(nameof(Settings)), Formula("S4.52"), Erratum("E46")]
    public void Going_back_is_multiplying_by_the_transposed_matrix((int, int) stride, (int, int) padding, (int, int) dilation)
    {
        int[,] w = Samples.Image(3, 2);
        int[,] C = MatrixOf(w, stride, padding, dilation);
        int[,] dy = UpstreamOf(stride, padding, dilation);

        int[,] dx = ImageBackpropagation<int>.ToInput(dy, w, (7, 6), stride, padding, dilation);

        Assert.That((dx.GetLength(0), dx.GetLength(1)), Is.EqualTo((7, 6)));
        Assert.That(Matrix.Vec(dx), Is.EqualTo(Dense<int>.Layer(Matrix.Transpose(C), Matrix.Vec(dy))));
    }

    [TestCaseSource(nameof(Settings)), Erratum("E46")]
    public void The_kernel_gradient_is_the_difference_of_J_for_a_step_of_one_in_each_tap(
        (int, int) stride, (int, int) padding, (int, int) dilation)
    {
        int[,] x = Samples.Image(7, 6);
        int[,] dy = UpstreamOf(stride, padding, dilation);

        int[,] dw = ImageBackpropagation<int>.ToKernel(x, dy, (3, 2), stride, padding, dilation);

        Assert.That((dw.GetLength(0), dw.GetLength(1)), Is.EqualTo((3, 2)));
        for (int k1 = 0; k1 < 3; k1++)
            for (int k2 = 0; k2 < 2; k2++)
            {
                var tap = new int[3, 2];
                tap[k1, k2] = 1;
                int[] y = Dense<int>.Layer(MatrixOf(tap, stride, padding, dilation), Matrix.Vec(x));
                Assert.That(dw[k1, k2], Is.EqualTo(Samples.Inner(y, dy)), $"tap ({k1},{k2})");
            }
    }

    [Test]
    public void The_upstream_gradient_must_have_the_size_of_the_output()
    {
        int[,] w = new int[2, 2];

        Assert.That(
            () => ImageBackpropagation<int>.ToInput(new int[1, 2], w, (3, 3), (1, 1), (0, 0), (1, 1)),
            Refused.Because("size of dy must be 2, was 1"));
        Assert.That(
            () => ImageBackpropagation<int>.ToInput(new int[2, 1], w, (3, 3), (1, 1), (0, 0), (1, 1)),
            Refused.Because("size of dy must be 2, was 1"));
        Assert.That(
            () => ImageBackpropagation<int>.ToKernel(new int[3, 3], new int[1, 2], (2, 2), (1, 1), (0, 0), (1, 1)),
            Refused.Because("size of dy must be 2, was 1"));
        Assert.That(
            () => ImageBackpropagation<int>.ToKernel(new int[3, 3], new int[2, 1], (2, 2), (1, 1), (0, 0), (1, 1)),
            Refused.Because("size of dy must be 2, was 1"));
    }

    [Test]
    public void Numbers_out_of_range_are_refused()
    {
        int[,] one = new int[1, 1];

        Assert.That(() => ImageBackpropagation<int>.ToInput(one, one, (1, 1), (0, 1), (0, 0), (1, 1)),
            Refused.Because("stride must be ≥ 1, was 0"));
        Assert.That(
            () => ImageBackpropagation<int>.ToInput(one, one, (1, 1), (1, 1), (0, -1), (1, 1)),
            Refused.Because("padding must be ≥ 0, was -1"));
        Assert.That(
            () => ImageBackpropagation<int>.ToInput(one, one, (1, 1), (1, 1), (0, 0), (1, 0)),
            Refused.Because("dilation must be ≥ 1, was 0"));
        Assert.That(
            () => ImageBackpropagation<int>.ToKernel(one, one, (2, 1), (1, 1), (0, 0), (1, 1)),
            Refused.Because("kernel extent δ(K−1)+1 must be in 1..D+2P = 1..1, was 2"));
        Assert.That(
            () => ImageBackpropagation<int>.ToKernel(one, one, (1, 2), (1, 1), (0, 0), (1, 1)),
            Refused.Because("kernel extent δ(K−1)+1 must be in 1..D+2P = 1..1, was 2"));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type()
    {
        BiasedNumber[,] w = BiasedNumber.From(new[,] { { 3, 5 } });
        BiasedNumber[,] dy = BiasedNumber.From(new[,] { { 7 } });

        Assert.That(
            BiasedNumber.Values(ImageBackpropagation<BiasedNumber>.ToInput(dy, w, (1, 3), (1, 2), (0, 0), (1, 1))),
            Is.EqualTo(new[] { 21, 35, 0 }));
        Assert.That(
            BiasedNumber.Values(ImageBackpropagation<BiasedNumber>.ToKernel(dy, dy, (1, 3), (1, 1), (0, 1), (1, 1))),
            Is.EqualTo(new[] { 0, 49, 0 }));
    }

    /// <summary>The matrix of the layer on a 7 × 6 image; the dilation is in the kernel, as holes.</summary>
    private static int[,] MatrixOf(int[,] w, (int S1, int S2) stride, (int P1, int P2) padding, (int D1, int D2) dilation) =>
        ParameterSharing<int>.Matrix(
            Dilation<int>.KernelWithHoles(w, dilation.D1, dilation.D2), 7, 6, stride.S1, stride.S2, padding.P1, padding.P2);

    private static int[,] UpstreamOf((int S1, int S2) stride, (int P1, int P2) padding, (int D1, int D2) dilation) =>
        Samples.Image(
            (7 + 2 * padding.P1 - dilation.D1 * 2 - 1) / stride.S1 + 1,
            (6 + 2 * padding.P2 - dilation.D2 * 1 - 1) / stride.S2 + 1);
}
