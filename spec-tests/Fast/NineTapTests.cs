using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// One channel under 3 × 3 taps, read where the input has it: at each edge a row or column of zeros or none, any rest of a vector or of
/// three, rows shorter than a vector, a stride of two that ends on either row of a pair; and what only looks like it.
/// </summary>
public sealed class NineTapTests
{
    private static readonly int[] Pixels =
        [.. Enumerable.Range(1, 18), 23, 24, 25, 31, 32, 33, 34, 47, 48, 49, 50, 63, 64, 65, 66, 95, 96, 97, 98, 112];
    private static readonly Padding[] Paddings =
        [.. from begin in Enumerable.Range(0, 3) from end in Enumerable.Range(0, 3) select Padding.Explicit(begin, end)];

    [Test]
    public void Any_row([ValueSource(nameof(Pixels))] int pixels, [Values(1, 2, 3)] int stride)
    {
        foreach (Padding padding in Paddings)
            ExactSums.Forward(
                new(1, 2, 2, 2, new Axis(5, 3, stride, padding: Padding.Half), new Axis(pixels + 2, 3, stride, padding: padding)));
    }

    [Test]
    public void Any_rows([Range(1, 9)] int rows, [Values(1, 2, 3)] int stride)
    {
        foreach (Padding padding in Paddings)
            ExactSums.Forward(
                new(1, 2, 2, 2, new Axis(rows + 2, 3, stride, padding: padding), new Axis(20, 3, stride, padding: Padding.Half)));
        ExactSums.Forward(
            new(1, 2, 2, 2, new Axis(rows, 3, stride, padding: Padding.Half), new Axis(20, 3, stride, padding: Padding.Half)));
    }

    [Test]
    public void Any_step_between_taps(
        [Values(1, 2)] int dilation, [Values(1, 2)] int otherDilation, [Values(1, 2)] int stride, [Values(1, 2)] int otherStride) =>
        ExactSums.Forward(new(
            2,
            3,
            3,
            3,
            new Axis(9, 3, stride, dilation, Padding.Explicit(1, 1)),
            new Axis(38, 3, otherStride, otherDilation, Padding.Explicit(1, 1))));

    [Test]
    public void Several_results_of_a_channel([Values(1, 2)] int stride) =>
        ExactSums.Forward(
            new(2, 2, 6, 2, new Axis(8, 3, stride, padding: Padding.Half), new Axis(36, 3, stride, padding: Padding.Half)), threads: 2);

    [Test]
    public void Any_border([Values] Border border, [Values(1, 2)] int stride)
    {
        Axis row = new(34, 3, stride, padding: Padding.Half, border: border);
        ExactSums.Forward(new(1, 2, 2, 2, new Axis(8, 3, stride, padding: Padding.Half), row));
        ExactSums.Forward(new(1, 2, 2, 2, row, new Axis(20, 3, stride, padding: Padding.Half)));
    }

    [Test]
    public void The_transposed_kernel([Values(1, 2)] int stride)
    {
        Padding one = Padding.Explicit(1, 1);
        ExactSums.Transposed(new(1, 2, 2, 2, Axis.Transposed(6, 3, stride, padding: one), Axis.Transposed(35, 3, stride, padding: one)));
    }

    /// <summary>
    /// Far taps of which only the middle one meets the image, or that a border brings together: their images are long and are cut.
    /// </summary>
    [Test]
    public void Taps_that_meet_neighbours_from_afar()
    {
        Axis padded = new(20, 3, padding: Padding.Half);
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(1, 3, dilation: 2300, padding: Padding.Explicit(2300, 2300)), padded));
        Axis around = new(40, 3, dilation: 24001, padding: Padding.Explicit(23991, 23991), border: Border.Cyclic);
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(5, 3, padding: Padding.Half), around));
    }

    [Test]
    public void Kernels_in_turn([Values(1, 2)] int stride, [Values(1, 2)] int otherStride)
    {
        Axis row = new(36, 3, otherStride, padding: Padding.Half);
        ExactSums.Forward(new(1, 2, 2, 2, new Axis(9, 3, stride, padding: Padding.Half, tile: 2), row));
        ExactSums.Forward(new(1, 2, 2, 2, row, new Axis(9, 3, stride, padding: Padding.Half, tile: 2)));
    }

    [Test]
    public void Numbers_of_eight_bytes([Values(7, 8, 9, 20, 27)] int pixels, [Values(1, 2)] int stride)
    {
        Axis height = new(6, 3, stride, padding: Padding.Half);
        var layer = new ConvolutionGeometry(1, 2, 2, 2, height, new Axis(stride * pixels, 3, stride, padding: Padding.Half));
        var integers = new GuardedLayer<long>(layer, transposed: false, hasBias: true, int.MaxValue, long.MinValue);
        var doubles = new GuardedLayer<double>(layer, transposed: false, hasBias: true, 99, double.NaN);
        foreach (Engine engine in Engine.All())
            Assert.That(new[] { integers.Fault(engine), doubles.Fault(engine) }, Is.All.Null);
    }

    /// <summary>A path that is left by mistake gives the same sums; what gives it away is that it stores an image.</summary>
    [Test]
    public void Nothing_is_stored([Values(4, 7, 14, 28, 56, 1500)] int side, [Values(1, 2)] int stride)
    {
        Axis axis = new(stride * side, 3, stride, padding: Padding.Half);
        var layer = new ConvolutionGeometry(1, 2, 2, 2, new Axis(stride * 8, 3, stride, padding: Padding.Half), axis);
        Assert.That(new FastConvolution<float>().Prepare(layer, new float[layer.WeightLength]).ScratchBytes, Is.Zero);
    }

    [Test]
    public void Long_rows_in_bands([Values(1, 2)] int stride) =>
        ExactSums.Forward(
            new(1, 2, 2, 2, new Axis(30, 3, stride, padding: Padding.Half), new Axis(2200, 3, stride, padding: Padding.Half)));
}
