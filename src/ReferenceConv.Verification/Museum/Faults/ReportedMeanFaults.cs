using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Reports of means that are wrong where there is padding.</summary>
internal static class ReportedMeanFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Wrong(
            Bent.Result(
                "windows over the end padding of a mean that counts padding cut off at the width of the begin padding",
                "https://github.com/ROCm/AMDMIGraphX/pull/5007",
                "more padding at the end than at the beginning, padding that is counted",
                Fault.Only(ConvolutionOperator.AveragePooling),
                static geometry => geometry.Axes.All(static axis => axis.Dilation == 1),
                CutOff)),
        Wrong(
            Bent.Result(
                "inputs of the gradient of a mean taken for positions in the padded image",
                "https://github.com/pytorch/pytorch/issues/188344",
                "two axes, padding at the beginning, gradient",
                Fault.Only(ConvolutionOperator.AveragePoolingGradient),
                static geometry => SpecialShape.IsZeroPadded(geometry) && geometry.Axes.Any(static axis => axis.Begin > 0)
                    && geometry.Axes.All(static axis => axis.Dilation == 1),
                MoveInputs)),
    ];

    private static Exhibit<float> Wrong(Exhibit<float> exhibit) =>
        exhibit with { CaughtBy = [.. exhibit.CaughtBy, .. Fault.ByPrecision, "real numbers"] };

    private static void CutOff(Operands<float> operands, Span<float> y)
    {
        Relation relation = operands.Geometry.Relation;
        int[] outputs = [.. relation.Axes.Select(static axis => axis.Output)];
        for (int e = 0; e < y.Length && operands.CountsPadding; e++)
        {
            int[] at = RowMajor.Coordinates(e % relation.Outputs, outputs);
            long counted = 1;
            for (int a = 0; a < at.Length; a++)
                counted *= Counted(relation.Axes[a], at[a]);
            int taps = relation.PaddedTaps(e % relation.Outputs);
            if (counted > 0 && counted < taps)
                y[e] *= (float)taps / counted;
        }
    }

    private static long Counted(Axis axis, int output) => Math.Min(axis.Kernel, axis.Input + axis.Begin - axis.Position(output, 0));

    /// <summary>The share of a window is right, but it goes to where the window would be without its padding.</summary>
    private static void MoveInputs(Operands<float> operands, Span<float> dx)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        var padded = new ConvolutionGeometry(
            geometry.Batch,
            geometry.InChannels,
            geometry.OutChannels,
            geometry.Groups,
            geometry.Axes.Select(static axis => new Axis(axis.Begin + axis.Input + axis.End, axis.Kernel, axis.Stride)));
        var shares = (float[])operands.Inputs[0].Clone();
        foreach (Window window in geometry.Windows)
            for (int e = window.Output; e < shares.Length && !operands.CountsPadding; e += geometry.Relation.Outputs)
                shares[e] *= (float)geometry.Relation.Taps / window.Pairs.Length;
        float[] moved = Bent.Compute(new Operands<float>(padded, operands.Operator, false, shares));
        (Axis from, Axis to) = (padded.Axes[1], geometry.Axes[1]);
        for (int e = 0; e < dx.Length; e++)
        {
            int place = e % geometry.Relation.Inputs;
            dx[e] = moved[(e / geometry.Relation.Inputs * padded.Relation.Inputs) + (place / to.Input * from.Input) + (place % to.Input)];
        }
    }
}
