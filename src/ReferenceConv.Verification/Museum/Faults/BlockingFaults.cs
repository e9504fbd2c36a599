using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>
/// Where an image is cut into bands, strips and vectors, and weights are packed in panels: ends that are not whole, and seams.
/// </summary>
internal static class BlockingFaults
{
    private const int Lanes = 8;
    private const int LargestBlock = 16;
    private const int Pass = 4;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "the last vector of a row slides back to end with it, and is stored where it would have stood",
            null,
            "more than 8 outputs in a row, not a multiple of 8",
            static () => new() { Position = static (p, a) => p.Position(a) - (a == p.At.Length - 1
                ? (long)SlidBack(p.At[a], p.Axis(a).Output) * p.Axis(a).Stride
                : 0) }),
        Fault.Convolution(
            "the last vector of a channel's weights slides back to end with them, and is packed where it would have stood",
            null,
            "more than 8 weights to an output channel, not a multiple of 8",
            static () => new() { Bend = static p => p.WTap -= SlidBack(
                (p.WChannel * p.Geometry.Relation.Taps) + p.WTap, p.Geometry.GroupInChannels * p.Geometry.Relation.Taps) }),
        Fault.Convolution(
            "the bias of a panel that is not full read a panel too early",
            null,
            "a bias and more than 8 output channels, not a multiple of 8",
            static () => new() { Bias = static (
                geometry, bias, _, k) => bias[k - (IsBehindPanels(k % geometry.GroupOutChannels, geometry.GroupOutChannels) ? Lanes : 0)] },
            Fault.Forward) with { CaughtBy = [.. Fault.ByStructure, "concurrent calls"] },
        Fault.Convolution(
            "input channels dealt to equal blocks of at most 16, what is left over to none",
            null,
            "more than 16 input channels, an odd number of them",
            static () => new() { Skips = static p => p.WChannel >= InEqualBlocks(p.Geometry.GroupInChannels) }),
        Fault.Convolution(
            "rows of taps in passes of four, each of which begins anew",
            null,
            "one input channel to a group, two axes, a kernel of more than 4 rows",
            static () => new() { Skips = static p => IsRing(p) && p.Tap[^2] < (p.Axis(^2).Kernel - 1) / Pass * Pass },
            Fault.Forward),
        Fault.Convolution(
            "rows of padding below the image left out, and the last row of the image with them",
            null,
            "two axes, padding at the end of the first",
            static () => new() { Skips = static p => HasRows(p) && IsZeros(p.Axis(^2)) && p.Input[^2] == p.Axis(^2).Input - 1
                && LastPosition(p) >= p.Axis(^2).Input }),
        Fault.Convolution(
            "an image of more than 8 rows cut in two, the upper half stored without the last row that it reads",
            null,
            "two axes, more than 8 rows of outputs, kernels of several rows",
            static () => new() { Skips = static p => HasRows(p) && p.Axis(^2) is { Output: > 8, Kernel: > 1 } rows
                && p.At[^2] == (rows.Output - 1) / 2 && p.Tap[^2] == rows.Kernel - 1 }),
        Fault.Convolution(
            "two rows of outputs in one tile, the second without the rows of taps that lie over padding in the first",
            null,
            "two axes, padding at the beginning of the first",
            static () => new() { Skips = static p => HasRows(p) && IsZeros(p.Axis(^2)) && p.At[^2] % 2 == 1
                && p.Axis(^2).Position(p.At[^2] - 1, p.Tap[^2]) < 0 }),
        Fault.Convolution(
            "a ring of sums down the rows, whose last one is still open where the rows end, and never written",
            null,
            "one input channel to a group, two axes, padding at the end of the first",
            static () => new() { Skips = static p => IsRing(p) && IsZeros(p.Axis(^2)) && p.At[^2] == p.Axis(^2).Output - 1
                && LastPosition(p) >= p.Axis(^2).Input },
            Fault.Forward) with { CaughtBy = [.. Fault.ByStructure, "concurrent calls"] },
        Fault.Convolution(
            "rows taken in pairs at a stride of two, an image of more than 8 rows cut in two, the row above the lower half forgotten",
            null,
            "one input channel to a group, two axes, a stride of two, more than 8 rows of outputs",
            static () => new() { Skips = static p => IsRing(p) && p.Axis(^2) is { Stride: 2, Output: > 8 } rows
                && p.At[^2] == (rows.Output + 1) / 2 && p.Tap[^2] == 0 },
            Fault.Forward),
    ];

    /// <summary>How far the vector slides that ends with <paramref name="size"/>: nothing in full ones.</summary>
    private static int SlidBack(int index, int size) => IsBehindPanels(index, size) ? Lanes - (size % Lanes) : 0;

    private static bool IsBehindPanels(int index, int size) => size > Lanes && index >= size / Lanes * Lanes;

    private static int InEqualBlocks(int channels)
    {
        int blocks = (channels + LargestBlock - 1) / LargestBlock;
        return channels / blocks * blocks;
    }

    private static bool HasRows(Product p) => p.At.Length > 1;

    private static bool IsRing(Product p) => HasRows(p) && p.Geometry.GroupInChannels == 1;

    private static bool IsZeros(Axis axis) => axis.Border == Border.Zeros;

    /// <summary>Where the last row of taps stands.</summary>
    private static long LastPosition(Product p) => p.Axis(^2).Position(p.At[^2], p.Axis(^2).Kernel - 1);
}
