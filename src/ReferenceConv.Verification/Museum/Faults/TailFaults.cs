using System.Collections.Immutable;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>What is left over when channels, outputs or threads are dealt out in blocks.</summary>
internal static class TailFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "input channels beyond a multiple of 4 dropped",
            null,
            "more than 4 input channels, not a multiple of 4",
            static () => new() { Skips = static p => IsTail(p.WChannel, p.Geometry.GroupInChannels, 4) }),
        Fault.Convolution(
            "output channels beyond a multiple of 8 dropped",
            null,
            "more than 8 output channels, not a multiple of 8",
            static () => new() { Skips = static p => IsTail(p.YChannel, p.Geometry.OutChannels, 8) }),
        Fault.Convolution(
            "input channels beyond a multiple of 16 use the weights of their neighbours",
            null,
            "more than 16 input channels, not a multiple of 16",
            static () => new() { Bend = static p => p.WChannel -= IsTail(p.WChannel, p.Geometry.GroupInChannels, 16) ? 1 : 0 }),
        Fault.Convolution(
            "output channels beyond a multiple of 32 dropped",
            null,
            "more than 32 output channels",
            static () => new() { Skips = static p => IsTail(p.YChannel, p.Geometry.OutChannels, 32) }),
        Fault.Convolution(
            "data gradient of a strided convolution loses channels beyond 16",
            "https://github.com/fujitsu/oneDNN/issues/43",
            "stride on the last axis, more than 16 input channels, data gradient",
            static () => new() { Skips = static p => p.Axis(^1).Stride > 1 && p.Axis(^1).Input < 17 && p.XChannel >= 16 },
            Fault.DataGradient),
        Fault.Convolution(
            "outputs beyond a multiple of 4 not computed",
            null,
            "more than 4 outputs, not a multiple of 4",
            static () => new() { Skips = static p => IsTail(p.YPosition, p.Geometry.Relation.Outputs, 4) }),
        Fault.Convolution(
            "outputs beyond a multiple of 4 written one place too early",
            null,
            "more than 4 outputs, not a multiple of 4",
            static () => new() { Bend = static p => p.YPosition -= IsTail(p.YPosition, p.Geometry.Relation.Outputs, 4) ? 1 : 0 }),
        Fault.Convolution(
            "rows dealt to three threads, the rest to none",
            "https://github.com/google/XNNPACK/issues/883",
            "a number of rows that the threads do not divide",
            static () => new() { Skips = static p => p.At[0] >= p.Axis(0).Output / 3 * 3 && p.Axis(0).Output > 3 }),
        Fault.Convolution(
            "rows dealt to two threads that both begin with the first",
            "https://github.com/tensorflow/tensorflow/issues/27200",
            "more rows than one",
            static () => new() { Skips = static p => p.At[0] >= (p.Axis(0).Output + 1) / 2 }),
        Fault.Convolution(
            "channels taken in blocks of 4 that forget the sum so far",
            null,
            "more than 4 input channels",
            static () => new() { Skips = static p => p.WChannel < (p.Geometry.GroupInChannels - 1) / 4 * 4 },
            Fault.Forward),
        Fault.Convolution(
            "index of x kept in 8 bits",
            "https://github.com/pytorch/pytorch/issues/84488",
            "more inputs than the index can count",
            static () => new() { Bend = static p => p.XPosition += (byte)p.X - p.X }),
        Fault.Convolution(
            "index of w kept in 8 bits",
            "https://github.com/pytorch/pytorch/issues/87354",
            "more weights than the index can count",
            static () => new() { Bend = static p => p.WTap += (byte)p.W - p.W }),
        Fault.Convolution(
            "index of y kept in 11 bits",
            "https://github.com/pytorch/pytorch/pull/38970",
            "more outputs than the index can count",
            static () => new() { Bend = static p => p.YPosition += (p.Y & 0x7FF) - p.Y }),
    ];

    private static bool IsTail(int index, int size, int block) => size > block && index >= size / block * block;
}
