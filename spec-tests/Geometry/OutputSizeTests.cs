using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

public sealed class OutputSizeTests
{
    [TestCase(1, 1, 1)]
    [TestCase(3, 1, 3)]
    [TestCase(3, 2, 5)]
    [TestCase(3, 3, 7)]
    [TestCase(3, 4, 9)]
    [TestCase(1, 7, 1)]
    [TestCase(2, 2147483646, int.MaxValue)]
    [TestCase(int.MaxValue, 1, int.MaxValue)]
    public void Extent_spans_the_taps_and_the_holes_between_them(int kernel, int dilation, int extent) =>
        Assert.That(OutputSize.Extent(kernel, dilation), Is.EqualTo(extent));

    [TestCase(0, 1, "kernel size must be ≥ 1, was 0")]
    [TestCase(1, 0, "dilation must be ≥ 1, was 0")]
    [TestCase(2, int.MaxValue, "kernel extent d(k−1)+1 must be in 0..2147483647, was 2147483648")]
    public void Extent_refuses(int kernel, int dilation, string message) =>
        Assert.That(() => OutputSize.Extent(kernel, dilation), Throws.ArgumentException.With.Message.EqualTo(message));

    // The guard matters: −1/2 = 0 in C#, and the quotient alone would claim a window for the first case.
    [TestCase(2, 3, 2, 0, 0)]
    [TestCase(0, 1, 1, 0, 0)]
    [TestCase(0, 5, 3, 2, 2)]
    [TestCase(3, 9, 100, 2, 3)]
    public void No_window_is_claimed_where_none_fits(int input, int extent, int stride, int begin, int end)
    {
        Assert.That(OutputSize.Count(input, extent, stride, begin, end), Is.Zero);
        Assert.That(OutputSize.Count(input, extent, stride, begin, end, Rounding.Ceiling), Is.Zero);
    }

    [TestCase(0, 1, 1, 1, 0, 1)]
    [TestCase(0, 4, 3, 2, 2, 1)]
    [TestCase(3, 3, 9, 0, 0, 1)]
    [TestCase(int.MaxValue, 1, 1, 0, 0, int.MaxValue)]
    [TestCase(int.MaxValue - 3, 1, 1, 1, 2, int.MaxValue)]
    public void The_last_window_that_fits_is_counted(int input, int extent, int stride, int begin, int end, int count) =>
        Assert.That(OutputSize.Count(input, extent, stride, begin, end), Is.EqualTo(count));

    [TestCase(5, 0, 3, 2, 2)]
    [TestCase(6, 0, 3, 2, 2)]
    [TestCase(6, 1, 3, 2, 3)]
    [TestCase(7, 1, 3, 2, 4)]
    [TestCase(8, 0, 3, 3, 2)]
    [TestCase(10, 0, 3, 4, 2)]
    [TestCase(28, 0, 5, 2, 12)]
    [TestCase(32, 2, 5, 2, 16)]
    public void Count_is_the_floor_form(int input, int padding, int kernel, int stride, int count) =>
        Assert.That(OutputSize.Count(input, kernel, stride, padding, padding), Is.EqualTo(count));

    [TestCase(-1, 1, 1, 0, 0, "input size must be ≥ 0, was -1")]
    [TestCase(1, 0, 1, 0, 0, "kernel extent must be ≥ 1, was 0")]
    [TestCase(1, 1, 0, 0, 0, "stride must be ≥ 1, was 0")]
    [TestCase(1, 1, 1, -1, 0, "begin padding must be ≥ 0, was -1")]
    [TestCase(1, 1, 1, 0, -1, "end padding must be ≥ 0, was -1")]
    [TestCase(int.MaxValue, 1, 1, 0, 1, "padded input size i+p₀+p₁ must be in 0..2147483647, was 2147483648")]
    [TestCase(int.MaxValue, 1, 1, int.MaxValue, int.MaxValue, "padded input size i+p₀+p₁ must be in 0..2147483647, was 6442450941")]
    public void Count_refuses(int input, int extent, int stride, int begin, int end, string message) =>
        Assert.That(() => OutputSize.Count(input, extent, stride, begin, end), Throws.ArgumentException.With.Message.EqualTo(message));

    [Test]
    public void The_last_partial_window_is_found_near_the_limit_of_sizes()
    {
        // (whole)·s = 2³¹ does not fit into 32 bits: the start of the second window is compared as a 64-bit number.
        Assert.That(OutputSize.Count(int.MaxValue, int.MaxValue - 1, int.MaxValue, 0, 0, Rounding.Ceiling), Is.EqualTo(1));
        Assert.That(OutputSize.Count(int.MaxValue, 1 << 30, 1 << 30, 0, 0, Rounding.Ceiling), Is.EqualTo(2));
        Assert.That(OutputSize.Count(int.MaxValue, 3, 1 << 30, 0, 0, Rounding.Ceiling), Is.EqualTo(2));
    }
}
