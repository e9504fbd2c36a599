using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// Transposed convolutions: a piece for each stride phase, all pieces of a row zipped on their way out, two of them by vectors, and results
/// whose phase meets no tap at all.
/// </summary>
public sealed class TransposedTailTests
{
    private static readonly int[] Pixels = [1, 2, 3, 7, 8, 9, 15, 16, 17, 21, 22, 31, 32, 33, 56, 57, 65, 111, 112, 113];
    private static readonly int[] Channels = [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65];

    [Test]
    public void Any_number_of_pixels_under_any_stride([ValueSource(nameof(Pixels))] int pixels, [Range(1, 4)] int stride) =>
        ExactSums.Transposed(
            new(1, 17, 2, 1, Axis.Transposed(2, 2, stride), Axis.Transposed(pixels, 3, stride, padding: Padding.Explicit(1, 0))));

    [Test]
    public void Even_and_odd_rows_of_two_zipped_phases([Range(30, 37)] int pixels, [Range(1, 4)] int taps)
    {
        ExactSums.Transposed(new(1, 16, 2, 1, new Axis(4, 2, 2), new Axis(pixels, taps, 2)));
        ExactSums.Transposed(new(1, 33, 2, 1, new Axis((8 * pixels) + 3, taps, 2, padding: Padding.Explicit(1, 1))));
    }

    [Test]
    public void Any_number_of_channels([ValueSource(nameof(Channels))] int channels, [Values(1, 2, 3)] int stride)
    {
        ExactSums.Transposed(new(1, channels, 3, 1, Axis.Transposed(2, 3, stride), Axis.Transposed(9, 3, stride)));
        ExactSums.Transposed(new(2, 3, channels, 1, Axis.Transposed(2, 3, stride), Axis.Transposed(9, 3, stride)));
        ExactSums.Transposed(new(1, channels, channels, channels, Axis.Transposed(3, 3, stride), Axis.Transposed(17, 3, stride)));
    }

    [Test]
    public void Any_number_of_channels_in_a_group([Range(1, 9)] int channels, [Values(1, 2)] int stride) =>
        ExactSums.Transposed(new(1, 3 * channels, 3 * (10 - channels), 3, Axis.Transposed(3, 2, stride), Axis.Transposed(9, 4, stride)));

    [Test]
    public void Strides_wider_than_the_kernel([Values(1, 2)] int taps, [Values(2, 3, 5, 8, 15, 16)] int stride)
    {
        ExactSums.Transposed(new(
            1, 2, 3, 1, Axis.Transposed(3, taps, stride, outputPadding: 1), Axis.Transposed(4, taps, stride, outputPadding: stride - 1)));
        ExactSums.Transposed(new(1, 2, 2, 2, Axis.Transposed(3, taps, stride), Axis.Transposed(4, taps, stride)));
    }

    [Test]
    public void Any_dilation([Range(1, 4)] int dilation, [Range(1, 4)] int stride) =>
        ExactSums.Transposed(
            new(1, 3, 2, 1, Axis.Transposed(4, 3, stride, dilation), Axis.Transposed(11, 3, stride, dilation, Padding.Explicit(1, 2))));

    [Test]
    public void Any_number_of_axes([Range(1, 3)] int axes, [Range(1, 3)] int stride) =>
        ExactSums.Transposed(
            new(2, 5, 4, 1, Enumerable.Range(0, axes).Select(a => Axis.Transposed(3 + a, 2 + a, stride, padding: Padding.Explicit(a, 1)))));

    [Test]
    public void Padding_wider_than_the_kernel([Range(1, 3)] int stride) =>
        ExactSums.Transposed(new(1, 3, 2, 1, new Axis(2, 2, stride, padding: Padding.Explicit(9, 8)),
            new Axis(19, 3, stride, padding: Padding.Explicit(7, 21))));

    [Test]
    public void Many_phases_of_rows_of_any_length(
        [Values(5, 10, 11, 15, 17, 36, 71, 141)] int stride, [Values(1, 7, 15)] int pixels) =>
        ExactSums.Transposed(new(1, 2, 3, 1, Axis.Transposed(pixels, 2, stride, outputPadding: stride - 1)));
}
