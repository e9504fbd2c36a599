using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Taps lost, doubled or in another order.</summary>
internal static class KernelFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "last tap lost",
            null,
            "any kernel",
            static () => new() { Skips = static p => p.WTap == p.Geometry.Relation.Taps - 1 }),
        Fault.Convolution(
            "first tap lost",
            null,
            "any kernel",
            static () => new() { Skips = static p => p.WTap == 0 }),
        Fault.Convolution(
            "one tap lost at the last output of the last channel only",
            null,
            "a look at every output",
            static () => new() { Skips = static p => IsLastOutput(p) && p.WTap == p.Geometry.Relation.Taps / 2 && p.WChannel == 0 }),
        Fault.Convolution(
            "last tap lost in the last column",
            null,
            "a look at the border",
            static () => new() { Skips = static p => p.At[^1] == p.Axis(^1).Output - 1 && p.Tap[^1] == p.Axis(^1).Kernel - 1 }),
        Fault.Convolution(
            "one product lost in the last image only",
            null,
            "batch > 1",
            static () => new() { Skips = static p => p.XImage > 0 && p.XImage == p.Geometry.Batch - 1
                && p is { WTap: 0, WChannel: 0, YChannel: 0 } }),
        Fault.Convolution(
            "second tap read from the place of the first",
            null,
            "a kernel of other numbers",
            static () => new() { Bend = static p => p.WTap = p.WTap == 1 ? 0 : p.WTap },
            Fault.Only(ConvolutionOperator.Forward, ConvolutionOperator.DataGradient)),
        Fault.Convolution(
            "true convolution instead of correlation",
            "https://github.com/onnx/onnx/issues/1208",
            "an asymmetric kernel",
            static () => new() { Bend = static p => p.WTap = p.Geometry.Relation.Taps - 1 - p.WTap }),
        Fault.Convolution(
            "kernel not rotated in the data gradient",
            null,
            "an asymmetric kernel, data gradient",
            static () => new() { Bend = static p => p.WTap = p.Geometry.Relation.Taps - 1 - p.WTap },
            Fault.DataGradient),
        Fault.Convolution(
            "kernel flipped along the last axis",
            null,
            "an asymmetric kernel",
            static () => new() { Bend = static p => p.WTap += p.Axis(^1).Kernel - 1 - (2 * p.Tap[^1]) }),
        Fault.Convolution(
            "kernel transposed",
            null,
            "an asymmetric kernel with two axes",
            static () => new() { Bend = static p => p.WTap = Transposed(p) }),
        Fault.Convolution(
            "rows of the kernel as long as its height",
            "https://github.com/tenstorrent/tt-metal/pull/19542",
            "another kernel size on every axis",
            static () => new() { Bend = static p => p.WTap = WithHeightForWidth(p) }),
        Fault.Convolution(
            "weights read in the order K, r, C instead of K, C, r",
            "https://github.com/pytorch/pytorch/issues/55781",
            "more than one channel and more than one tap",
            static () => new() { Bend = ReadChannelsLast }),
    ];

    private static bool IsLastOutput(Product p) =>
        p.YPosition == p.Geometry.Relation.Outputs - 1 && p.YChannel == p.Geometry.OutChannels - 1 && p.YImage == p.Geometry.Batch - 1;

    private static int Transposed(Product p)
    {
        int[] sizes = [.. p.Geometry.Axes.Select(static axis => axis.Kernel).Reverse()];
        return RowMajor.Index([.. p.Tap.Reverse()], sizes);
    }

    private static int WithHeightForWidth(Product p)
    {
        int tap = 0;
        for (int a = 0; a < p.Tap.Length; a++)
            tap = (tap * p.Axis(0).Kernel) + p.Tap[a];
        return Math.Min(tap, p.Geometry.Relation.Taps - 1);
    }

    private static void ReadChannelsLast(Product p)
    {
        int index = (p.WTap * p.Geometry.GroupInChannels) + p.WChannel;
        (p.WChannel, p.WTap) = (index / p.Geometry.Relation.Taps, index % p.Geometry.Relation.Taps);
    }
}
