using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>The 5×5 image and the 3×3 kernel of lecture 2, through the operators.</summary>
[TestFixture(typeof(ScalarConvolution<int>))]
[TestFixture(typeof(Im2ColConvolution<int>))]
public sealed class Lecture2Tests<TConvolution>
    where TConvolution : IConvolution<int>, new()
{
    private const string Valid = "1 4 11 / 4 11 5 / 7 7 1";

    [TestCase("valid", Valid)]
    [TestCase("half", "2 0 0 5 7 / 0 1 4 11 2 / 1 4 11 5 2 / 6 7 7 1 1 / 7 3 0 0 2")]
    [TestCase("same", "2 0 0 5 7 / 0 1 4 11 2 / 1 4 11 5 2 / 6 7 7 1 1 / 7 3 0 0 2")]
    [TestCase("full", "0 1 1 0 1 3 2 / 0 2 0 0 5 7 0 / 1 0 1 4 11 2 1 / 0 1 4 11 5 2 0 / 0 6 7 7 1 1 1 / 1 7 3 0 0 2 0 / 3 0 0 0 1 0 0")]
    [Formula("S2.09", "S2.15", "S2.16")]
    public void Correlation_slides_the_kernel(string padding, string figure) =>
        Assert.That(Correlate(1, 1, 1, padding), Is.EqualTo(figure));

    [TestCase("valid", "0 2 11 / 3 8 8 / 8 9 2")]
    [TestCase("half", "2 0 0 2 7 / 1 0 2 11 3 / 0 3 8 8 2 / 3 8 9 2 1 / 8 4 3 0 2")]
    [TestCase("full", "0 0 1 0 0 1 2 / 0 2 0 0 2 7 0 / 1 1 0 2 11 3 1 / 0 0 3 8 8 2 0 / 0 3 8 9 2 1 1 / 1 8 4 3 0 2 0 / 3 3 0 0 1 1 0")]
    public void Convolution_slides_the_rotated_kernel(string padding, string figure)
    {
        ConvolutionGeometry geometry = Geometry(1, 1, 1, padding);
        Tensor<int> y = new TConvolution().Forward(geometry, Figure.Read(Figure.Image), Figure.Rotated(Figure.Read(Figure.Kernel)));
        Assert.That(Figure.Write(y), Is.EqualTo(figure));
    }

    [Test, Formula("S2.08")]
    public void Entry_0_0_is_1_and_entry_2_2_is_1_not_the_printed_7() => Assert.That(Correlate(1, 1, 1, "valid"), Is.EqualTo(Valid));

    [TestCase(1, 2, "valid", "1 11 / 4 5 / 7 1")]
    [TestCase(2, 1, "valid", "1 4 11 / 7 7 1")]
    [TestCase(2, 2, "valid", "1 11 / 7 1")]
    [TestCase(2, 2, "1", "2 0 7 / 1 11 2 / 7 0 2")]
    [TestCase(2, 2, "2", "0 1 1 2 / 1 1 11 1 / 0 7 1 1 / 3 0 1 0")]
    [Formula("S2.25", "S2.26", "S4.37")]
    public void A_stride_keeps_every_other_window(int rows, int columns, string padding, string figure) =>
        Assert.That(Correlate(rows, columns, 1, padding), Is.EqualTo(figure));

    [TestCase("valid", "9")]
    [TestCase("2", "2 1 2 4 7 / 1 1 4 7 3 / 3 3 9 2 3 / 2 5 6 0 0 / 8 1 1 0 2")]
    [Formula("S2.33")]
    public void A_dilation_spreads_the_taps(string padding, string figure) =>
        Assert.That(Correlate(1, 1, 2, padding), Is.EqualTo(figure));

    [TestCase(Border.Cyclic, "2 0 0 6 10 / 1 1 4 11 3 / 1 4 11 5 2 / 7 7 7 1 1 / 10 4 0 1 6")]
    [TestCase(Border.Extended, "2 0 1 7 9 / 0 1 4 11 4 / 2 4 11 5 2 / 9 7 7 1 2 / 13 6 0 0 3")]
    public void A_border_changes_the_rim_and_nothing_inside(Border border, string figure)
    {
        Assert.That(Correlate(1, 1, 1, "half", border), Is.EqualTo(figure));
        string inside = string.Join(" / ", figure.Split(" / ")[1..^1].Select(static row => string.Join(" ", row.Split(' ')[1..^1])));
        Assert.That(inside, Is.EqualTo(Valid));
    }

    [Test, Formula("S4.52")]
    public void The_transposed_convolution_writes_each_output_back_through_the_kernel()
    {
        ConvolutionGeometry geometry = Geometry(1, 1, 1, "valid");
        Tensor<int> back = new TConvolution().Transposed(geometry, Figure.Read(Valid), Figure.Read(Figure.Kernel));
        const string Expected = "0 0 1 4 11 / 0 2 12 33 5 / 1 13 44 28 1 / 4 29 30 7 0 / 7 14 8 1 0";
        Assert.That(Figure.Write(back), Is.EqualTo(Expected));

        // It is the full true convolution of the outputs with the kernel; and ⟨Ax, y⟩ = ⟨x, Aᵀy⟩ = 399 for y = Ax.
        var full = ConvolutionGeometry.SingleChannel(new Axis(3, 3, padding: Padding.Full), new Axis(3, 3, padding: Padding.Full));
        Tensor<int> convolved = new TConvolution().Forward(full, Figure.Read(Valid), Figure.Rotated(Figure.Read(Figure.Kernel)));
        Assert.That(Figure.Write(convolved), Is.EqualTo(Expected));
        Assert.That(Dot(Figure.Read(Valid), Figure.Read(Valid)), Is.EqualTo(399));
        Assert.That(Dot(Figure.Read(Figure.Image), back), Is.EqualTo(399));
    }

    [Test, Formula("S2.10")]
    public void The_windows_written_as_columns_times_the_kernel_give_the_output()
    {
        ConvolutionGeometry geometry = Geometry(1, 1, 1, "valid");
        int[] columns = Figure.Elements(Im2Col<int>.Columns(geometry.Relation, Figure.Read(Figure.Image)));
        int[] kernel = Figure.Elements(Figure.Read(Figure.Kernel));
        int[] y = [.. Enumerable.Range(0, 9).Select(o => Enumerable.Range(0, 9).Sum(r => columns[(r * 9) + o] * kernel[r]))];
        Assert.That(y, Is.EqualTo(Figure.Elements(Figure.Read(Valid))));
    }

    private static int Dot(Tensor<int> a, Tensor<int> b) => Figure.Elements(a).Zip(Figure.Elements(b), static (p, q) => p * q).Sum();

    private static string Correlate(int rowStride, int columnStride, int dilation, string padding, Border border = Border.Zeros) =>
        Figure.Write(new TConvolution().Forward(
            Geometry(rowStride, columnStride, dilation, padding, border),
            Figure.Read(Figure.Image),
            Figure.Read(Figure.Kernel)));

    private static ConvolutionGeometry Geometry(
        int rowStride, int columnStride, int dilation, string padding, Border border = Border.Zeros) =>
        ConvolutionGeometry.SingleChannel(
            new Axis(5, 3, rowStride, dilation, Padding.Parse(padding), border),
            new Axis(5, 3, columnStride, dilation, Padding.Parse(padding), border));
}
