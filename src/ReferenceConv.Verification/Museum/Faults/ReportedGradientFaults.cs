using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Reports of gradients that are wrong for some strides.</summary>
internal static class ReportedGradientFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Bent.Inputs(
            "taps of the later phases of a stride miscounted: those over in place of the quotient rounded up",
            "https://github.com/ROCm/MIOpen/issues/575",
            "two axes, a stride above 2 and a kernel that it does not divide, data gradient",
            Fault.DataGradient,
            SpecialShape.IsImage,
            static operands => Bent.WithoutTaps(operands, tap => tap.Where((r, a) => IsMiscounted(operands.Geometry.Axes[a], r)).Any())),
        Bent.Inputs(
            "only the first phase of a stride computed where there are no groups",
            "https://github.com/ROCm/rocm-libraries/pull/7732",
            "two axes, one group, a stride, data gradient",
            Fault.DataGradient,
            static geometry => geometry.Groups == 1 && SpecialShape.IsImage(geometry),
            static operands => Bent.WithoutTaps(operands, tap => tap.Where((r, a) => r % Phases(operands.Geometry.Axes[a]) != 0).Any())),
        Bent.Result(
            "finished rows of the data gradient handed on by whole strides only, so that the rest lands too high",
            "https://github.com/ARM-software/CMSIS-NN/issues/230",
            "two axes, one group, padding above the image that the stride does not divide, data gradient",
            Fault.DataGradient,
            static geometry => geometry.Groups == 1 && SpecialShape.IsZeroPadded(geometry)
                && geometry.Axes.All(static axis => axis.Dilation == 1)
                && geometry.Axes[0].Begin % geometry.Axes[0].Stride != 0
                && geometry.Axes[0].Output > InPadding(geometry.Axes[0]),
            LandTooHigh),
        Bent.Result(
            "padding above the image of a depthwise weight gradient left behind by one row for each output, whatever the stride",
            "https://github.com/uxlfoundation/oneDNN/pull/4081",
            "depthwise, two axes, a stride and padding above the image of two rows or more, weight gradient",
            Fault.WeightGradient,
            static geometry => SpecialShape.IsDepthwise(geometry) && SpecialShape.IsZeroPadded(geometry)
                && geometry.Axes[0] is { Dilation: 1, Stride: > 1, Begin: > 1, Output: > 1 } rows && rows.Kernel > rows.Begin - rows.Stride,
            LoseRows),
    ];

    /// <summary>How many residues of a tap a stride tells apart.</summary>
    private static int Phases(Axis axis) => axis.Stride / (int)BigInteger.GreatestCommonDivisor(axis.Stride, axis.Dilation);

    private static bool IsMiscounted(Axis axis, int tap)
    {
        int phases = Phases(axis);
        int most = (axis.Kernel + phases - 1) / phases;
        int counted = ((tap % phases) + 1) * most <= axis.Kernel ? most : axis.Kernel % most;
        return tap / phases >= counted;
    }

    /// <summary>How many windows begin in the padding.</summary>
    private static int InPadding(Axis axis) => (axis.Begin + axis.Stride - 1) / axis.Stride;

    /// <summary>Windows that begin in the padding hand on no rows; the last of them should hand on a part of a stride.</summary>
    private static void LandTooHigh(Operands<float> operands, Span<float> dx)
    {
        (Axis rows, Axis row) = (operands.Geometry.Axes[0], operands.Geometry.Axes[1]);
        int inPadding = InPadding(rows);
        int shift = ((inPadding * rows.Stride) - rows.Begin) * row.Input;
        float[] early = Bent.Compute(Bent.WithZeros(operands, 1, e => e / row.Output % rows.Output >= inPadding));
        float[] late = Bent.Compute(Bent.WithZeros(operands, 1, e => e / row.Output % rows.Output < inPadding));
        int plane = operands.Geometry.Relation.Inputs;
        for (int e = 0; e < dx.Length; e++)
            dx[e] = early[e] + ((e % plane) + shift < plane ? late[e + shift] : 0);
    }

    private static void LoseRows(Operands<float> operands, Span<float> dw)
    {
        (Axis rows, Axis row) = (operands.Geometry.Axes[0], operands.Geometry.Axes[1]);
        for (int o = 1; o < Math.Min(rows.Begin, rows.Output); o++)
        {
            float[] lost = Bent.Compute(Bent.WithZeros(operands, 1, e => e / row.Output % rows.Output != o));
            for (int e = 0; e < dw.Length; e++)
                if (e / row.Kernel % rows.Kernel < rows.Begin - o)
                    dw[e] -= lost[e];
        }
    }
}
