using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// Any number of taps, any distance between them and between windows: rows of taps that lie over zeros and are left out, the ring of up to
/// seven tap rows and its passes beyond, a run of stored positions for each remainder of the stride, and copies of every second number.
/// </summary>
public sealed class TapTests
{
    private static readonly int[] Taps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 15, 31];

    [Test]
    public void Any_number_of_tap_rows([ValueSource(nameof(Taps))] int taps)
    {
        ExactSums.Forward(new(1, 2, 3, 1, new Axis(taps + 2, taps, padding: Padding.Half), new Axis(8, 2)));
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(taps + 4, taps), new Axis(19, 3, padding: Padding.Half)));
    }

    [Test]
    public void A_ring_over_any_rows_of_zeros([ValueSource(nameof(Taps))] int taps, [Values(0, 1, 2, 5, 9, 30)] int padding)
    {
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(taps + 1, taps, padding: Padding.Explicit(padding, 2)), new Axis(18, 2)));
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(taps + 1, taps, padding: Padding.Explicit(1, padding)), new Axis(5, 2)));
    }

    [Test]
    public void A_ring_of_any_stride([Range(2, 4)] int stride, [ValueSource(nameof(Taps))] int taps)
    {
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(taps + 9, taps, stride, padding: Padding.Half), new Axis(19, 2)));
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(taps, taps, stride, padding: Padding.Explicit(1, 0)), new Axis(19, 2)));
    }

    [Test]
    public void An_image_of_padding_alone([Values(2, 9)] int taps)
    {
        ExactSums.Forward(new(1, 2, 2, 2, new Axis(0, taps, padding: Padding.Explicit(taps, taps)), new Axis(18, 2)));
        ExactSums.Forward(new(1, 2, 3, 1, new Axis(3, taps, padding: Padding.Explicit(20, 0)), new Axis(5, 2)));
        ExactSums.Forward(new(1, 2, 3, 1, new Axis(5, 2), new Axis(0, taps, padding: Padding.Explicit(20, 0))));
    }

    [Test]
    public void Any_number_of_taps_in_a_row([ValueSource(nameof(Taps))] int taps)
    {
        ExactSums.Forward(new(1, 3, 2, 1, new Axis(3, 2), new Axis(taps + 9, taps, padding: Padding.Half)));
        ExactSums.Forward(new(1, 3, 3, 3, new Axis(3, 2), new Axis(taps + 9, taps, padding: Padding.Half)));
        ExactSums.Forward(new(1, 2, 17, 1, new Axis(taps + 20, taps)));
    }

    [Test]
    public void Any_stride([Range(1, 4)] int stride, [Values(1, 2, 3, 4, 7, 11)] int taps)
    {
        Axis height = new(taps + 9, taps, stride, padding: Padding.Explicit(1, 2));
        Axis row = new(taps + 40, taps, stride, padding: Padding.Explicit(2, 1));
        ExactSums.Forward(new(1, 2, 3, 1, height, row));
        ExactSums.Forward(new(1, 2, 2, 2, height, row));
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(4, 1), row));
    }

    [Test]
    public void Any_stride_in_depth([Range(1, 4)] int stride, [Values(1, 2, 3)] int taps)
    {
        Axis depth = new(taps + 8, taps, stride, padding: Padding.Explicit(1, 2));
        ExactSums.Forward(new(1, 3, 17, 1, depth, new Axis(5, 2, 2), new Axis(9, 2)));
        ExactSums.Forward(new(1, 2, 2, 2, depth, new Axis(5, 3), new Axis(9, 3, 2)));
    }

    /// <summary>0 2 4 6, 1 3 5, 0 2 4: that a cyclic border brings the odd numbers between the even ones is an accident.</summary>
    [Test]
    public void A_stride_of_two_around_a_cycle([Range(0, 20)] int padding) =>
        ExactSums.Forward(new(1, 17, 3, 1, new Axis(7, 1, 2, padding: Padding.Explicit(0, padding), border: Border.Cyclic)));

    [Test]
    public void A_stride_of_two_to_the_last_number_of_the_input([Range(30, 37)] int pixels, [Values(1, 2, 3)] int taps)
    {
        Axis row = new(pixels, taps, 2);
        ExactSums.Forward(new(1, 2, 2, 2, new Axis(5, taps, 2), row));
        foreach (int channels in new[] { 2, 4, 8, 16 })
            ExactSums.Forward(new(1, channels, 2, 1, new Axis(3, 1, 2), row));
        ExactSums.Forward(new(1, 2, 2, 1, new Axis(1, 2, padding: Padding.Explicit(2, 2), border: Border.Extended), row));
    }

    [Test]
    public void Any_dilation([Range(1, 4)] int dilation, [Values(1, 2, 3)] int stride)
    {
        Axis height = new(12, 3, stride, dilation, Padding.Explicit(2, 1));
        Axis row = new(25, 3, stride, dilation, Padding.Explicit(3, 4));
        ExactSums.Forward(new(1, 2, 3, 1, height, row));
        ExactSums.Forward(new(1, 2, 2, 2, height, row));
        ExactSums.Forward(new(1, 2, 3, 1, new Axis(9, 2, 1, dilation), height, row));
        ExactSums.Forward(new(1, 2, 2, 2, new Axis(20, 4, stride, dilation), row));
    }

    [Test]
    public void Any_border([Values] Border border, [Values(1, 2, 3)] int stride)
    {
        Axis height = new(3, 5, stride, padding: Padding.Explicit(7, 4), border: border);
        Axis row = new(19, 3, stride, padding: Padding.Explicit(5, 22), border: border);
        ExactSums.Forward(new(1, 17, 3, 1, height, row));
        ExactSums.Forward(new(1, 2, 2, 2, height, row));
    }

    /// <summary>The same numbers stand several times in the stored row: 4 k2 s2 p0,4 cyclic stores 0 2 0 2 and 1 3 1 3.</summary>
    [Test]
    public void Short_rows_that_a_border_repeats(
        [Values(Border.Extended, Border.Cyclic, Border.Reflected)] Border border, [Range(2, 6)] int pixels, [Range(1, 4)] int stride)
    {
        Axis row = new(pixels, 2, stride, padding: Padding.Explicit(0, 13), border: border);
        ExactSums.Forward(new(1, 1, 1, 1, row));
        ExactSums.Forward(new(1, 17, 3, 1, new Axis(3, 2), row));
        ExactSums.Forward(new(1, 2, 2, 2, row, new Axis(18, 3)));
    }

    [Test]
    public void More_kernels_in_turn_than_results() =>
        ExactSums.Forward(new(1, 2, 3, 1, new Axis(3, 2, tile: 4), new Axis(3, 2, tile: 3), new Axis(9, 2, tile: 9)));

    [Test]
    public void Any_number_of_kernels_in_turn([Values(1, 2, 3, 4, 7, 10)] int tiles, [Values(1, 2)] int stride)
    {
        ExactSums.Forward(new(1, 2, 3, 1, new Axis(4, 2, tile: 2), new Axis(40, 3, stride, padding: Padding.Half, tile: tiles)));
        ExactSums.Forward(new(1, 2, 17, 1, new Axis(120, 2, stride, tile: tiles)));
    }
}
