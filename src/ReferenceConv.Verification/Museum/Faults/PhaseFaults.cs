using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Where a stride is taken away by dealing positions into as many phases, each a convolution at stride one.</summary>
internal static class PhaseFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "a tap that begins before the image dealt to its phase by the division of C, which cuts towards zero",
            null,
            "stride > 1, padding that it does not divide",
            static () => new() { Position = static (p, a) => p.Position(a) + (IsCut(p.Axis(a), p.Tap[a]) ? p.Axis(a).Stride : 0) }),
        Fault.Convolution(
            "taps dealt to the phases of the transposed convolution without their dilation",
            null,
            "stride and dilation together, data gradient",
            static () => new() { Skips = static p => p.Geometry.Axes.Select((axis, a) => p.Tap[a] * (axis.Dilation - 1) % axis.Stride).Any(
                static rest => rest != 0) },
            Fault.DataGradient),
        Fault.Convolution(
            "two phases of the transposed convolution zipped the wrong way round where the padding is odd",
            null,
            "stride 2 on the last axis, odd padding at its beginning, data gradient",
            static () => new() { Bend = static p => p.XPosition += p.Axis(^1) is { Stride: 2 } axis && axis.Begin % 2 == 1
                ? OtherPhase(p.Input[^1], axis.Input)
                : 0 },
            Fault.DataGradient),
        Fault.Convolution(
            "two phases of the transposed convolution zipped in pairs, the last of an odd number lost",
            null,
            "stride 2 on the last axis and an odd number of inputs, data gradient",
            static () =>
                new() { Skips = static p => p.Axis(^1) is { Stride: 2 } axis && axis.Input % 2 == 1 && p.Input[^1] == axis.Input - 1 },
            Fault.DataGradient),
    ];

    /// <summary>Whether the tap's first position is negative and no multiple of the stride.</summary>
    private static bool IsCut(Axis axis, int tap) => axis.Position(0, tap) is < 0 and var first && first % axis.Stride != 0;

    /// <summary>From an input to its partner in the pair; the last of an odd number has none.</summary>
    private static int OtherPhase(int input, int inputs) => input % 2 == 1 ? -1 : input + 1 < inputs ? 1 : 0;
}
