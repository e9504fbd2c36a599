using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

public sealed class TransposedAxisTests
{
    [TestCase(0, 3, 1, 1, 0, "input size must be ≥ 1, was 0")]
    [TestCase(0, 1, 2, 1, 0, "input size must be ≥ 1, was 0")]
    [TestCase(3, 0, 1, 1, 0, "kernel size must be ≥ 1, was 0")]
    [TestCase(3, 3, 0, 1, 0, "stride must be ≥ 1, was 0")]
    [TestCase(3, 3, 1, 0, 0, "dilation must be ≥ 1, was 0")]
    [TestCase(3, 3, 2, 1, -1, "output padding must be in 0..stride−1 = 0..1, was -1")]
    [TestCase(3, 3, 2, 1, 2, "output padding must be in 0..stride−1 = 0..1, was 2")]
    [TestCase(3, 3, 1, 1, 1, "output padding must be in 0..stride−1 = 0..0, was 1")]
    [TestCase(65537, 1, 32768, 1, 0, "")]
    [TestCase(65537, 1, 32768, 1, 32767, "transposed output size s(i′−1)+a+k̂−p₀−p₁ must be in 0..2147483647, was 2147516416")]
    public void A_transposed_axis_refuses(int input, int kernel, int stride, int dilation, int outputPadding, string message)
    {
        if (message.Length == 0)
            message = "transposed output size s(i′−1)+a+k̂−p₀−p₁ must be in 0..2147483647, was 2147483649";
        Assert.That(
            () => Axis.Transposed(input, kernel, stride, dilation, outputPadding: outputPadding),
            Throws.ArgumentException.With.Message.EqualTo(message));
    }

    [Test]
    public void A_given_target_needs_an_input_too() =>
        Assert.That(() => Axis.TransposedTo(5, 0, 3), Throws.ArgumentException.With.Message.EqualTo("input size must be ≥ 1, was 0"));

    [Test]
    public void The_largest_transposed_size_is_accepted()
    {
        Assert.That(Axis.Transposed(65536, 1, 32768).Input, Is.EqualTo(2147450881));
        Assert.That(Axis.Transposed(65536, 1, 32768, outputPadding: 32766).Input, Is.EqualTo(int.MaxValue));
        Assert.That(Axis.Transposed(1, int.MaxValue, 1).Input, Is.EqualTo(int.MaxValue));
        Assert.That(Axis.Transposed(int.MaxValue, 1, 1, 1, Padding.SameUpper).Input, Is.EqualTo(int.MaxValue));
    }

    [Test]
    public void More_padding_than_the_transpose_writes_is_refused() =>
        Assert.That(
            static () => Axis.Transposed(1, 3, padding: Padding.Explicit(2, 2)),
            Throws.ArgumentException.With.Message.EqualTo("transposed output size s(i′−1)+a+k̂−p₀−p₁ must be in 0..2147483647, was -1"));

    [Test]
    public void A_transposed_output_may_be_empty() =>
        Assert.That(Axis.Transposed(1, 3, padding: Padding.Explicit(1, 2)).Input, Is.Zero);

    [Test]
    public void A_same_word_takes_no_output_padding()
    {
        Assert.That(
            static () => Axis.Transposed(3, 3, 2, 1, Padding.SameLower, 1),
            Throws.ArgumentException.With.Message.EqualTo("output padding must be 0 with a 'same' padding, was 1"));
        Assert.That(Axis.Transposed(3, 2, 2, 1, Padding.SameLower, 0).Input, Is.EqualTo(6));
    }

    [Test]
    public void A_same_size_beyond_the_limit_is_refused() =>
        Assert.That(
            static () => Axis.Transposed(1 << 30, 2, 2, 1, Padding.SameUpper),
            Throws.ArgumentException.With.Message.EqualTo("transposed output size s·i′ must be in 0..2147483647, was 2147483648"));

    [Test]
    public void A_given_size_must_convolve_back()
    {
        Assert.That(
            static () => Axis.TransposedTo(9, 3, 3, 2),
            Throws.ArgumentException.With.Message.EqualTo("transposed output size must be one that convolves back to 3: size 9 gives 4"));
        Assert.That(Axis.TransposedTo(8, 3, 3, 2).Input, Is.EqualTo(8));
        Assert.That(Axis.TransposedTo(7, 3, 3, 2).Input, Is.EqualTo(7));
        Assert.That(
            static () => Axis.TransposedTo(6, 3, 3, 2),
            Throws.ArgumentException.With.Message.EqualTo("transposed output size must be one that convolves back to 3: size 6 gives 2"));
    }

    [Test]
    public void A_padding_that_would_have_to_follow_beyond_the_limit_is_refused()
    {
        // The smaller half is refused first: total 2(2³¹−2) + 7 − 1 = 2³² + 2. With k = 4 it just fits, 2³¹−1, and the larger half does
        // not.
        Assert.That(
            static () => Axis.TransposedTo(1, int.MaxValue, 7, 2, 1, Padding.SameUpper),
            Throws.ArgumentException.With.Message.EqualTo("padding must be in 0..2147483647, was 2147483649"));
        Assert.That(
            static () => Axis.TransposedTo(1, int.MaxValue, 4, 2, 1, Padding.SameUpper),
            Throws.ArgumentException.With.Message.EqualTo("padding must be in 0..2147483647, was 2147483648"));
    }

    [Test]
    public void A_given_size_keeps_stride_dilation_and_padding() =>
        Assert.That(
            Axis.TransposedTo(10, 3, 3, 3, 2, Padding.Explicit(1, 0)),
            Is.EqualTo(new Axis(10, 3, 3, 2, Padding.Explicit(1, 0))));
}
