using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Windows and taps at the wrong distance.</summary>
internal static class StrideFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "stride ignored",
            null,
            "any stride > 1",
            static () => new() { Position = static (p, a) => p.Position(a, stride: 1) }),
        Fault.Convolution(
            "width strides like height",
            null,
            "another stride on every axis",
            static () => new() { Position = static (p, a) => p.Position(a, stride: p.Axis(0).Stride) }),
        Fault.Convolution(
            "windows advance by min(kernel, stride)",
            "https://github.com/uxlfoundation/oneDNN/pull/5494",
            "stride > kernel",
            static () => new() { Position = static (p, a) => p.Position(a, stride: Math.Min(p.Axis(a).Stride, p.Axis(a).Kernel)) }),
        Fault.Convolution(
            "the 1×1 path ignores the stride",
            null,
            "kernel 1 with a stride",
            static () => new() { Position = static (p, a) => p.Position(a, stride: p.Geometry.Relation.Taps == 1 ? 1 : null) }),
        Fault.Convolution(
            "the 1×1 path ignores the padding",
            null,
            "kernel 1 with padding",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Geometry.Relation.Taps == 1 ? 0 : null) }),
        Fault.Convolution(
            "rows of the output as long as if their number were rounded up",
            null,
            "a stride that does not divide, two axes",
            static () =>
                new() { Bend = static p => p.YPosition = RoundedUp(p), Skips = static p => p.YPosition >= p.Geometry.Relation.Outputs }),
        Fault.Convolution(
            "the last column lost where the stride does not divide",
            null,
            "a stride that does not divide",
            static () => new() { Skips = static p => p.At[^1] == p.Axis(^1).Output - 1 && Rest(p.Axis(^1)) > 0 }),
        Fault.Convolution(
            "dilation ignored",
            null,
            "any dilation > 1",
            static () => new() { Position = static (p, a) => p.Position(a, dilation: 1) }),
        Fault.Convolution(
            "dilation ignored where there is a stride",
            null,
            "dilation and stride together",
            static () => new() { Position = static (p, a) => p.Position(a, dilation: p.Axis(a).Stride > 1 ? 1 : null) }),
        Fault.Convolution(
            "dilation on the last axis only",
            null,
            "dilation on every axis",
            static () => new() { Position = static (p, a) => p.Position(a, dilation: a < p.Tap.Length - 1 ? 1 : null) }),
        Fault.Convolution(
            "width dilated like height",
            "https://github.com/tenstorrent/tt-metal/pull/19542",
            "another dilation on every axis",
            static () => new() { Position = static (p, a) => p.Position(a, dilation: p.Axis(0).Dilation) }),
        Fault.Convolution(
            "stride and dilation exchanged in the weight gradient",
            null,
            "stride ≠ dilation, weight gradient",
            static () => new() { Position = static (p, a) => p.Position(a, stride: p.Axis(a).Dilation, dilation: p.Axis(a).Stride) },
            Fault.WeightGradient),
    ];

    private static int Rest(Axis axis) => (axis.Input + axis.Begin + axis.End - axis.Extent) % axis.Stride;

    private static int RoundedUp(Product p)
    {
        int position = 0;
        for (int a = 0; a < p.At.Length; a++)
            position = (position * (p.Axis(a).Output + (Rest(p.Axis(a)) > 0 ? 1 : 0))) + p.At[a];
        return position;
    }
}
