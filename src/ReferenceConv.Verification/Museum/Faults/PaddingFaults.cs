using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Padding at the wrong side, of the wrong size, or of the wrong axis.</summary>
internal static class PaddingFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "begin and end padding exchanged",
            "https://github.com/root-project/root/issues/21737",
            "begin ≠ end",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Axis(a).End) }),
        Fault.Convolution(
            "begin and end padding exchanged in the transposed convolution",
            "https://github.com/ARM-software/ComputeLibrary/issues/743",
            "begin ≠ end, data gradient",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Axis(a).End) },
            Fault.DataGradient),
        Fault.Convolution(
            "padding split evenly over both sides",
            "https://github.com/ROCm/MIOpen/issues/142",
            "begin ≠ end, even kernels",
            static () => new() { Position = static (p, a) => p.Position(a, begin: (p.Axis(a).Begin + p.Axis(a).End) / 2) }),
        Fault.Convolution(
            "SAME_UPPER and SAME_LOWER exchanged in the transposed convolution",
            "https://github.com/onnx/onnx/issues/1609",
            "begin and end differ by 1, data gradient",
            static () => new() { Position = static (p, a) => p.Position(a, begin: IsSame(p.Axis(a)) ? p.Axis(a).End : null) },
            Fault.DataGradient),
        Fault.Convolution(
            "begins and ends of padding read as pairs",
            "https://github.com/robertknight/rten/pull/1399",
            "two axes with padding of their own",
            static () => new() { Position = static (p, a) => p.Position(a, begin: AsPairs(p.Geometry, 2 * a)) }),
        Fault.Convolution(
            "padding clipped below the kernel size",
            "https://github.com/onnx/onnx/blob/main/onnx/reference/ops/op_conv.py",
            "padding ≥ kernel",
            static () => new() { Position = static (p, a) => p.Position(a, begin: Math.Min(p.Axis(a).Begin, p.Axis(a).Kernel - 1)) }),
        Fault.Convolution(
            "padding at the end alone folded to the beginning",
            "https://github.com/google/XNNPACK/issues/958",
            "begin = 0, end > 0",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Axis(a).Begin == 0 ? p.Axis(a).End : null) }),
        Fault.Convolution(
            "padding (0, n) decoded as the word valid",
            "https://github.com/dotnet/TorchSharp/issues/496",
            "two axes, the first without padding",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Axis(0).Begin == 0 ? 0 : null) }),
        Fault.Convolution(
            "VALID padded like SAME",
            "https://github.com/onnx/onnx/blob/main/onnx/reference/ops/op_conv.py",
            "no padding, kernel > 2",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Axis(a) is { Begin: 0, End: 0 }
                ? (p.Axis(a).Extent - 1) / 2
                : null) }),
        Fault.Convolution(
            "SAME computed without the dilation",
            "https://github.com/onnx/onnx/pull/2043",
            "padding and dilation",
            static () => new() { Position = static (p, a) => p.Position(
                a, begin: Math.Max(p.Axis(a).Begin - ((p.Axis(a).Extent - p.Axis(a).Kernel) / 2), 0)) }),
        Fault.Convolution(
            "width padded like height",
            null,
            "another padding on every axis",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Axis(0).Begin) }),
        Fault.Convolution(
            "padding ignored",
            null,
            "any padding",
            static () => new() { Position = static (p, a) => p.Position(a, begin: 0) }),
        Fault.Convolution(
            "stale numbers in the padding lanes at the end of a row",
            "https://github.com/uxlfoundation/oneDNN/issues/5080",
            "end > begin, a look at the last columns",
            static () => new() { Border = static (axis, position) => IsStale(axis, position) ? 0 : NaiveBorder.InputAt(axis, position) }),
        Fault.Convolution(
            "padding of the data gradient not turned to k̂−1−p",
            null,
            "data gradient with padding ≠ (k̂−1)/2",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Axis(a).Extent - 1 - p.Axis(a).Begin) },
            Fault.DataGradient),
    ];

    private static bool IsSame(Axis axis) => Math.Abs(axis.Begin - axis.End) == 1;

    private static bool IsStale(Axis axis, long position) =>
        axis.Border == Border.Zeros && position >= (long)axis.Input + axis.Begin && axis.Input > 0;

    private static int AsPairs(ConvolutionGeometry geometry, int index)
    {
        int rank = geometry.Axes.Length;
        return index < rank ? geometry.Axes[index].Begin : geometry.Axes[index - rank].End;
    }
}
