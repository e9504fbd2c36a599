using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class TransposedConvolutionTests
{
    private static readonly int[,] BackFromLecture2 =
    {
        { 0, 0, 1, 4, 11 }, { 0, 2, 12, 33, 5 }, { 1, 13, 44, 28, 1 }, { 4, 29, 30, 7, 0 }, { 7, 14, 8, 1, 0 },
    };

    [Test, Formula("S0.13", "S4.53", "S4.58")]
    public void Each_value_paints_a_copy_of_the_kernel_and_copies_lie_a_stride_apart()
    {
        Assert.That(TransposedConvolution<int>.Of([1, 2, 3], [1, 10, 100], stride: 2), Is.EqualTo(new[] { 1, 10, 102, 20, 203, 30, 300 }));
        Assert.That(TransposedConvolution<int>.Of([1, 2, 3], [1, 10, 100]), Is.EqualTo(new[] { 1, 12, 123, 230, 300 }));
        Assert.That(
            TransposedConvolution<int>.Of([1, 2, 3], [1, 10, 100], stride: 2, padding: 1, outputPadding: 1),
            Is.EqualTo(new[] { 10, 102, 20, 203, 30, 300 }));
        Assert.That(TransposedConvolution<int>.Of([1, 2], [1, 10], dilation: 3), Is.EqualTo(new[] { 1, 2, 0, 10, 20 }));
    }

    [Test, Formula("S4.53", "S4.58")]
    public void The_output_of_lecture_2_transposed_back()
    {
        int[,] back = TransposedConvolution<int>.Of(Lecture2.CorrelationValid, Lecture2.Kernel, (1, 1), (0, 0), (0, 0));

        Assert.That(back, Is.EqualTo(BackFromLecture2));
        Assert.That(back, Is.EqualTo(Convolution<int>.Full(Lecture2.CorrelationValid, Lecture2.Kernel)));
        Assert.That(Samples.Inner(Lecture2.CorrelationValid, Lecture2.CorrelationValid), Is.EqualTo(399));
        Assert.That(Samples.Inner(Lecture2.Image, back), Is.EqualTo(399), "⟨A·I, Y⟩ = ⟨I, Aᵀ·Y⟩ for Y = A·I");
    }

    [Test, Formula("S0.13", "S4.53"), Erratum("E32")]
    public void It_recovers_the_shape_and_not_the_input()
    {
        int[,] back = TransposedConvolution<int>.Of(Lecture2.CorrelationValid, Lecture2.Kernel, (1, 1), (0, 0), (0, 0));

        Assert.That((back.GetLength(0), back.GetLength(1)), Is.EqualTo((Lecture2.Image.GetLength(0), Lecture2.Image.GetLength(1))));
        Assert.That(back, Is.Not.EqualTo(Lecture2.Image));
        Assert.That(
            Dense<int>.Layer(Matrix.Transpose(ParameterSharing<int>.Matrix(Lecture2.Kernel, 5, 5)), Matrix.Vec(Lecture2.CorrelationValid)),
            Is.EqualTo(Matrix.Vec(back)));
    }

    [Test, Formula("S4.52", "S4.53", "S4.58"), Erratum("E31")]
    public void It_is_multiplication_by_the_transposed_matrix(
        [Range(1, 3)] int stride, [Range(0, 3)] int padding, [Range(1, 2)] int dilation, [Values(5, 6, 8)] int D)
    {
        int[] w = [2, -1, 3];
        int[,] C = ParameterSharing<int>.Matrix(w, D, stride, padding, dilation);
        int[] y = Samples.Signal(C.GetLength(0));
        int outputPadding = TransposedSize.OutputPadding(D, 3, stride, padding, dilation);

        Assert.That(
            TransposedConvolution<int>.Of(y, w, stride, padding, dilation, outputPadding),
            Is.EqualTo(Dense<int>.Layer(Matrix.Transpose(C), y)));
    }

    [Test, Formula("S4.52", "S4.58")]
    public void On_images_it_is_multiplication_by_the_transposed_matrix(
        [Range(1, 2)] int stride1, [Range(1, 3)] int stride2, [Range(0, 2)] int padding1, [Range(0, 1)] int padding2)
    {
        int[,] w = Samples.Image(3, 2);
        int[,] C = ParameterSharing<int>.Matrix(w, 6, 7, stride1, stride2, padding1, padding2);
        int[,] y = Samples.Image((6 + 2 * padding1 - 3) / stride1 + 1, (7 + 2 * padding2 - 2) / stride2 + 1);
        (int, int) outputPadding =
            (TransposedSize.OutputPadding(6, 3, stride1, padding1), TransposedSize.OutputPadding(7, 2, stride2, padding2));

        int[,] x = TransposedConvolution<int>.Of(y, w, (stride1, stride2), (padding1, padding2), outputPadding);

        Assert.That((x.GetLength(0), x.GetLength(1)), Is.EqualTo((6, 7)));
        Assert.That(Matrix.Vec(x), Is.EqualTo(Dense<int>.Layer(Matrix.Transpose(C), Matrix.Vec(y))));
    }

    [Test, Formula("S4.57")]
    public void The_transpose_of_the_transposed_convolution_is_the_original([Range(1, 3)] int stride, [Range(0, 2)] int padding)
    {
        // Each column of the transposed operator is what it makes of one unit; the transpose of that matrix must be the convolution's.
        const int D = 8;
        int[] w = [2, -1, 3];
        int[,] C = ParameterSharing<int>.Matrix(w, D, stride, padding);
        int outputs = C.GetLength(0);
        int outputPadding = TransposedSize.OutputPadding(D, 3, stride, padding);

        for (int o = 0; o < outputs; o++)
        {
            int[] unit = new int[outputs];
            unit[o] = 1;
            Assert.That(
                TransposedConvolution<int>.Of(unit, w, stride, padding, outputPadding: outputPadding),
                Is.EqualTo(Samples.Row(C, o)),
                $"output {o}");
        }
    }

    [Test, Formula("S4.55", "S4.56"), Erratum("E30")]
    public void With_a_stride_it_samples_up_and_after_full_padding_it_shrinks()
    {
        Assert.That(TransposedConvolution<int>.Of(Samples.Count(4), [1, 1], stride: 2), Is.EqualTo(new[] { 1, 1, 2, 2, 3, 3, 4, 4 }));
        Assert.That(TransposedConvolution<int>.Of(Samples.Count(7), [1, 1, 1], padding: 2), Has.Length.EqualTo(5));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type()
    {
        Assert.That(
            BiasedNumber.Values(TransposedConvolution<BiasedNumber>.Of(BiasedNumber.From([1, 2]), BiasedNumber.From([1, 10]), dilation: 3)),
            Is.EqualTo(new[] { 1, 2, 0, 10, 20 }));
        Assert.That(
            BiasedNumber.Values(TransposedConvolution<BiasedNumber>.Of(
                BiasedNumber.From(new[,] { { 1, 2 } }), BiasedNumber.From(new[,] { { 3 } }), (1, 2), (0, 0), (0, 1))),
            Is.EqualTo(new[] { 3, 0, 6, 0 }));
    }
}
