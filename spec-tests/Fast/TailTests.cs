using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// Sizes around every boundary of strips, tiles, panels, blocks and chunks: strips of up to 6 or 14 pixels and 140 of them to a chunk,
/// vectors of 4, 8 and 16 numbers and three of them to a tile, panels of two vectors of channels and of up to 4 or 8 channels, blocks of up
/// to 64 channels.
/// </summary>
public sealed class TailTests
{
    private static readonly int[] Pixels =
        [.. Enumerable.Range(1, 17), 20, 21, 22, 28, 29, 31, 32, 33, 47, 48, 49, 97, 111, 112, 113, 139, 140, 141, 225, 281];
    private static readonly int[] ResultChannels = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 49, 65];
    private static readonly int[] InputChannels = [1, 2, 3, 15, 16, 17, 31, 32, 33, 47, 48, 49, 63, 64, 65, 95, 96, 97, 127, 128, 129, 131];
    private static readonly int[] Rows = [1, 2, 3, 4, 6, 7, 8, 13, 14, 15, 17];

    [Test]
    public void Any_number_of_pixels_in_a_row([ValueSource(nameof(Pixels))] int pixels)
    {
        ExactSums.Forward(
            new(1, 2, 5, 1, new Axis(2, 2, padding: Padding.Explicit(0, 1)), new Axis(pixels, 3, padding: Padding.Explicit(1, 1))));
        ExactSums.Forward(new(1, 3, 2, 1, new Axis(3, 2), new Axis(pixels + 2, 3)));
    }

    [Test]
    public void Any_number_of_pixels_in_a_row_of_one_channel([ValueSource(nameof(Pixels))] int pixels)
    {
        ExactSums.Forward(new(1, 2, 2, 2, new Axis(3, 3, padding: Padding.Half), new Axis(pixels, 3, padding: Padding.Half)));
        ExactSums.Forward(new(1, 1, 3, 1, new Axis(pixels + 4, 5)));
    }

    [Test]
    public void Any_number_of_pixels_of_a_plane_without_rows_between([ValueSource(nameof(Pixels))] int pixels) =>
        ExactSums.Forward(new(2, 5, 9, 1, new Axis(3, 1), new Axis(pixels, 1)));

    [Test]
    public void Any_number_of_rows([ValueSource(nameof(Rows))] int rows)
    {
        ExactSums.Forward(new(1, 3, 4, 1, new Axis(rows, 3, padding: Padding.Half), new Axis(4, 2)));
        ExactSums.Forward(new(1, 2, 2, 2, new Axis(rows, 3, padding: Padding.Half), new Axis(18, 2)));
        ExactSums.Forward(new(1, 2, 3, 1, new Axis(rows, 2, padding: Padding.Full), new Axis(2, 2), new Axis(5, 3)));
    }

    [Test]
    public void Any_number_of_result_channels([ValueSource(nameof(ResultChannels))] int channels)
    {
        ExactSums.Forward(new(1, 3, channels, 1, new Axis(3, 2), new Axis(19, 2, padding: Padding.Half)));
        ExactSums.Forward(new(1, 17, channels, 1, new Axis(2, 1), new Axis(10, 1)));
    }

    [Test]
    public void Any_number_of_input_channels([ValueSource(nameof(InputChannels))] int channels)
    {
        ExactSums.Forward(new(1, channels, 5, 1, new Axis(3, 2), new Axis(19, 3, padding: Padding.Half)));
        ExactSums.Forward(new(2, channels, 9, 1, new Axis(23, 3, 2)));
    }

    [Test]
    public void Any_number_of_channels_in_a_group([Range(1, 9)] int channels)
    {
        ExactSums.Forward(new(1, 3 * channels, 6, 3, new Axis(4, 3, padding: Padding.Half), new Axis(9, 3, padding: Padding.Half)));
        ExactSums.Forward(new(2, 2 * channels, 2 * (10 - channels), 2, new Axis(3, 2), new Axis(17, 2)));
    }

    [Test]
    public void Any_number_of_groups([Values(1, 2, 3, 7, 15, 16, 17)] int groups)
    {
        ExactSums.Forward(new(2, groups, groups, groups, new Axis(4, 3, padding: Padding.Half), new Axis(9, 3, padding: Padding.Half)));
        ExactSums.Forward(new(1, groups, 2 * groups, groups, new Axis(5, 3), new Axis(21, 3)));
    }
}
