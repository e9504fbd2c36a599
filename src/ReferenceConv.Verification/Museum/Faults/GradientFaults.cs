using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Sums that are scattered: what is added, what is overwritten, and what nobody writes.</summary>
internal static class GradientFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "results added to what stood there",
            null,
            "results filled before the call",
            static () => new() { Clears = static _ => false }),
        Fault.Convolution(
            "data gradient overwritten where windows overlap",
            null,
            "stride < kernel, data gradient",
            static () => new() { Add = static (_, product) => product },
            Fault.DataGradient),
        Fault.Wrapped(
            "data gradient never written where no window looks",
            "https://github.com/pytorch/pytorch/issues/99519",
            "results filled before the call, stride > kernel",
            static () => new(),
            LeavesUnmet,
            Fault.DataGradient),
        Fault.Convolution(
            "output padding of the transposed convolution shifts everything",
            "https://github.com/apache/tvm/issues/19524",
            "a stride that does not divide, data gradient",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Axis(a).Begin - OutputPadding(p.Axis(a))) },
            Fault.DataGradient),
        Fault.Convolution(
            "the last inputs of the transposed convolution, its output padding, left out",
            "https://github.com/pytorch/pytorch/pull/195043",
            "a stride that does not divide, data gradient",
            static () => new() { Border = static (axis, position) => position >= (long)axis.Input - OutputPadding(axis)
                ? -1
                : NaiveBorder.InputAt(axis, position) },
            Fault.DataGradient),
        Fault.Convolution(
            "the last row of taps short in the weight gradient with stride 2 and padding 1",
            "https://github.com/pytorch/pytorch/issues/50042",
            "stride 2, padding; tap by tap",
            static () => new() { Skips = static p => p.Axis(0) is { Stride: 2, Begin: > 0 } && p.Tap[0] == p.Axis(0).Kernel - 1
                && p.At[0] == p.Axis(0).Output - 1 },
            Fault.WeightGradient),
        Fault.Convolution(
            "columns added back without their padding",
            null,
            "padding, data gradient through im2col",
            static () => new() { Position = static (p, a) => p.Position(a, begin: Math.Max(p.Axis(a).Begin - 1, 0)) },
            Fault.DataGradient),
        Fault.Convolution(
            "the data gradient adds only the last output channel of a group",
            null,
            "more than one output channel, data gradient",
            static () => new() { Skips = static p => p.YChannel % p.Geometry.GroupOutChannels != p.Geometry.GroupOutChannels - 1 },
            Fault.DataGradient),
        Fault.Convolution(
            "the weight gradient of an empty batch left as it was",
            "https://github.com/FluxML/NNlib.jl/pull/763",
            "an empty batch, results filled before the call",
            static () => new() { Clears = static geometry => geometry.Batch > 0 },
            Fault.WeightGradient),
        Fault.Convolution(
            "gradients of an input without elements left as they were",
            "https://github.com/tensorflow/tensorflow/issues/9949",
            "an input of size 0, results filled before the call",
            static () => new() { Clears = static geometry => geometry.InputLength > 0 },
            Fault.WeightGradient),
    ];

    /// <summary>The sizes that no window reaches: (i + p₀ + p₁ − k̂) mod s.</summary>
    private static int OutputPadding(Axis axis) => (axis.Input + axis.Begin + axis.End - axis.Extent) % axis.Stride;

    private static void LeavesUnmet(NaiveConvolution<float> convolution, Operands<float> operands, Span<float> dx)
    {
        float[] before = dx.ToArray();
        operands.Apply(convolution, dx);
        int[] participation = operands.Geometry.Relation.Participation();
        for (int e = 0; e < dx.Length; e++)
            if (participation[e % participation.Length] == 0)
                dx[e] = before[e];
    }
}
