using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

public sealed class AxisTests
{
    [Test]
    public void An_axis_keeps_what_it_was_given_and_knows_what_follows()
    {
        var axis = new Axis(7, 3, 2, 2, Padding.Explicit(3, 1), Border.Cyclic, 4, Rounding.Ceiling);
        Assert.That((axis.Input, axis.Kernel, axis.Stride, axis.Dilation), Is.EqualTo((7, 3, 2, 2)));
        Assert.That((axis.Begin, axis.End, axis.Border, axis.Tile, axis.Rounding), Is.EqualTo((3, 1, Border.Cyclic, 4, Rounding.Ceiling)));
        Assert.That((axis.Extent, axis.Output), Is.EqualTo((5, 4)));
    }

    [Test]
    public void A_plain_axis_has_unit_stride_and_dilation_no_padding_and_one_kernel() =>
        Assert.That(new Axis(5, 3), Is.EqualTo(new Axis(5, 3, 1, 1, Padding.Valid, Border.Zeros, 1, Rounding.Floor)));

    [TestCase(-1, 1, 1, 1, 1, "input size must be ≥ 0, was -1")]
    [TestCase(1, 0, 1, 1, 1, "kernel size must be ≥ 1, was 0")]
    [TestCase(1, 1, 0, 1, 1, "stride must be ≥ 1, was 0")]
    [TestCase(1, 1, 1, 0, 1, "dilation must be ≥ 1, was 0")]
    [TestCase(1, 1, 1, 1, 0, "tile must be ≥ 1, was 0")]
    [TestCase(4, 3, 1, 2, 1, "kernel extent d(k−1)+1 must be ≤ the padded input size i+p₀+p₁ = 4, was 5")]
    [TestCase(0, 1, 1, 1, 1, "kernel extent d(k−1)+1 must be ≤ the padded input size i+p₀+p₁ = 0, was 1")]
    [TestCase(1, 2, 1, int.MaxValue, 1, "kernel extent d(k−1)+1 must be in 0..2147483647, was 2147483648")]
    public void An_axis_refuses(int input, int kernel, int stride, int dilation, int tile, string message) =>
        Assert.That(
            () => new Axis(input, kernel, stride, dilation, tile: tile),
            Throws.ArgumentException.With.Message.EqualTo(message));

    [TestCase(5, 3, 1, 2, 1)]
    [TestCase(1, 1, 1, 1, 1)]
    [TestCase(1, 1, 9, 9, 9)]
    [TestCase(int.MaxValue, 2, 1, 2147483646, 1)]
    public void An_axis_accepts_the_limit(int input, int kernel, int stride, int dilation, int tile) =>
        Assert.That(new Axis(input, kernel, stride, dilation, tile: tile).Output, Is.EqualTo(1));

    [Test]
    public void The_refusal_counts_both_paddings() =>
        Assert.That(
            static () => new Axis(1, 9, padding: Padding.Explicit(2, 3)),
            Throws.ArgumentException.With.Message.EqualTo("kernel extent d(k−1)+1 must be ≤ the padded input size i+p₀+p₁ = 6, was 9"));

    [Test]
    public void Padding_beyond_the_largest_size_is_refused() =>
        Assert.That(
            static () => new Axis(int.MaxValue, 1, padding: Padding.Explicit(0, 1)),
            Throws.ArgumentException.With.Message.EqualTo("padded input size i+p₀+p₁ must be in 0..2147483647, was 2147483648"));

    [Test]
    public void An_empty_axis_may_be_padded_with_zeros() =>
        Assert.That(new Axis(0, 2, padding: Padding.Explicit(1, 2)).Output, Is.EqualTo(2));

    [TestCase(Border.Extended)]
    [TestCase(Border.Cyclic)]
    [TestCase(Border.Reflected)]
    public void A_border_that_copies_needs_an_input(Border border)
    {
        Assert.That(
            () => new Axis(0, 1, padding: Padding.Explicit(1, 1), border: border),
            Throws.ArgumentException.With.Message.EqualTo(
                $"a border of kind {border} needs an input to copy: input size must be ≥ 1, was 0"));
        Assert.That(new Axis(1, 1, padding: Padding.Explicit(1, 1), border: border).Output, Is.EqualTo(3));
    }

    [Test]
    public void A_position_is_counted_in_64_bits()
    {
        var axis = new Axis(int.MaxValue - 2, 2, 1 << 30, 3, Padding.Explicit(1, 1));
        Assert.That(axis.Position(0, 0), Is.EqualTo(-1));
        Assert.That(axis.Position(1, 1), Is.EqualTo((1L << 30) + 2));
        Assert.That(axis.Position(5, 4), Is.EqualTo((5L << 30) - 1 + 12));
        Assert.That(axis.Position(0, int.MaxValue), Is.EqualTo((3L * int.MaxValue) - 1));
    }

    [Test]
    public void Output_o_uses_kernel_o_mod_t()
    {
        var axis = new Axis(9, 3, tile: 3);
        Assert.That(Enumerable.Range(0, axis.Output).Select(axis.PhaseOf), Is.EqualTo(new[] { 0, 1, 2, 0, 1, 2, 0 }));
    }

    [TestCase(5, 3, 2, 0, 0, "3 3")]
    [TestCase(6, 3, 2, 0, 0, "3 3 2")]
    [TestCase(6, 3, 2, 1, 1, "3 3 3 2")]
    [TestCase(6, 3, 2, 0, 1, "3 3 3")]
    [TestCase(4, 1, 3, 0, 1, "1 1")]
    public void Padded_taps_are_fewer_only_in_a_partial_window(int input, int kernel, int stride, int begin, int end, string taps)
    {
        var axis = new Axis(input, kernel, stride, 1, Padding.Explicit(begin, end), rounding: Rounding.Ceiling);
        Assert.That(string.Join(" ", Enumerable.Range(0, axis.Output).Select(axis.PaddedTaps)), Is.EqualTo(taps));
    }

    [Test]
    public void Padded_taps_skip_the_holes_of_a_dilation()
    {
        // Taps at 4, 6, 8 of an input of 7: the last lies beyond.
        var axis = new Axis(7, 3, 4, 2, rounding: Rounding.Ceiling);
        Assert.That(axis.PaddedTaps(1), Is.EqualTo(2));
    }

    [TestCase(Border.Zeros, 1, Rounding.Floor, "7 k3 s2 d1 p1,0 → 3")]
    [TestCase(Border.Reflected, 1, Rounding.Floor, "7 k3 s2 d1 p1,0 reflected → 3")]
    [TestCase(Border.Zeros, 2, Rounding.Floor, "7 k3 s2 d1 p1,0 t2 → 3")]
    [TestCase(Border.Cyclic, 3, Rounding.Ceiling, "7 k3 s2 d1 p1,0 cyclic t3 ceil → 4")]
    public void The_text_names_what_is_unusual(Border border, int tile, Rounding rounding, string text) =>
        Assert.That(new Axis(7, 3, 2, 1, Padding.Explicit(1, 0), border, tile, rounding).ToString(), Is.EqualTo(text));

    [Test]
    public void A_border_and_a_rounding_must_be_one_of_the_named()
    {
        Assert.That(
            () => new Axis(5, 3, border: (Border)4),
            Throws.ArgumentException.With.Message.EqualTo("border must be one of Zeros, Extended, Cyclic, Reflected, was 4"));
        Assert.That(
            () => new Axis(5, 3, rounding: (Rounding)2),
            Throws.ArgumentException.With.Message.EqualTo("rounding must be one of Floor, Ceiling, was 2"));
    }
}
