using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Paths for special shapes: right nearly everywhere, wrong where two or three things come together.</summary>
internal static class ConjunctionFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "the fifth tap of a depthwise kernel lost, a vector having four lanes",
            null,
            "depthwise with a kernel wider than 4",
            static () => new() { Skips = static p => p.Geometry.Groups > 1 && p.Geometry.GroupInChannels == 1 && p.Tap[^1] == 4 }),
        Fault.Convolution(
            "depth strides like height, in volumes only",
            null,
            "three axes with another stride on each",
            static () => new() { Position = static (p, a) => p.Position(a, stride: a == 0 && p.At.Length == 3 ? p.Axis(1).Stride : null) }),
        Fault.Convolution(
            "a line taken for an image of height 1 that is padded too",
            null,
            "one axis, padding",
            static () => new() { Skips = static p => p.At.Length == 1 && p.Axis(0) is { Begin: > 0, Kernel: > 1 } && p.Tap[0] == 0
                && p.Position(0) == 0 }),
        Fault.Convolution(
            "windows wider than the input lose their last tap",
            null,
            "kernel extent > input",
            static () => new() { Skips = static p => p.Axis(^1).Extent > p.Axis(^1).Input && p.Tap[^1] == p.Axis(^1).Kernel - 1 }),
        Fault.Convolution(
            "an even dilated kernel centred one place too far",
            null,
            "an even kernel with dilation and equal padding at both sides",
            static () =>
                new() { Position = static (p, a) => p.Position(a, begin: IsEvenAndDilated(p.Axis(a)) ? p.Axis(a).Begin - 1 : null) }),
        Fault.Convolution(
            "stride 3 taken for 2 in the weight gradient of groups",
            null,
            "stride 3 and groups > 1, weight gradient",
            static () =>
                new() { Position = static (p, a) => p.Position(a, stride: p.Axis(a).Stride == 3 && p.Geometry.Groups > 1 ? 2 : null) },
            Fault.WeightGradient),
        Fault.Convolution(
            "third image of a grouped batch read from the second",
            null,
            "batch 3 and groups > 1",
            static () => new() { Bend = static p => p.XImage = p.XImage == 2 && p.Geometry.Groups > 1 ? 1 : p.XImage }),
        Fault.Convolution(
            "ninth output channel of the data gradient lost where kernel and stride are equal",
            null,
            "kernel = stride > 1 with more than 8 output channels, data gradient",
            static () => new() { Skips = static p => p.YChannel == 8 && p.Axis(^1).Kernel == p.Axis(^1).Stride && p.Axis(^1).Stride > 1 },
            Fault.DataGradient),
        Fault.Convolution(
            "cyclic borders of a dilated kernel wrap without the dilation",
            null,
            "a cyclic border, dilation > 1",
            static () => new() { Position = static (p, a) => p.Position(a, dilation: IsCyclic(p.Axis(a)) && p.Position(a) >= p.Axis(a).Input
                ? 1
                : null) }),
        Fault.Convolution(
            "one product of several thousand lost, in the middle",
            null,
            "numbers that are not zero and equality at every output",
            static () => new() { Skips = static p => p is { Geometry.MultiplyAdds: > 4000, XImage: 0, Y: var y, W: 0 }
                && y == p.Geometry.Relation.Outputs / 2 }),
    ];

    private static bool IsCyclic(Axis axis) => axis.Border == Border.Cyclic;

    private static bool IsEvenAndDilated(Axis axis) =>
        axis.Kernel % 2 == 0 && axis.Dilation > 1 && axis.Begin == axis.End && axis.Begin > 0;
}
