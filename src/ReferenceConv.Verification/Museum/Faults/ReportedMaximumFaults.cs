using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Reports of maxima that are wrong in special cases.</summary>
internal static class ReportedMaximumFaults
{
    private const int BlockOfRows = 8;
    private const int BlockOfColumns = 32;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Wrong(
            Bent.Result(
                "windows that begin in the padding moved to the first input, so that dilated taps fall between the right ones",
                "https://github.com/microsoft/onnxruntime/issues/29637",
                "dilation, and padding at the beginning of an axis that it does not divide",
                Fault.Only(ConvolutionOperator.MaxPooling),
                static geometry => geometry.Axes.All(static axis => axis.Border == Border.Zeros),
                MoveWindows)),
        Wrong(
            Bent.Inputs(
                "rows and columns of windows exchanged in the numbers of blocks: rows beyond 8, columns beyond 32 lost",
                "https://github.com/pytorch/pytorch/pull/36820",
                "three axes, more than 8 rows of windows and more rows than columns, gradient",
                Fault.Only(ConvolutionOperator.MaxPoolingGradient),
                static geometry => geometry.Axes.Length == 3,
                LoseBlocks)),
        Wrong(
            Bent.Inputs(
                "windows looked for on the last axis of the gradient with the dilation of the first",
                "https://github.com/tracel-ai/burn/pull/4466",
                "two axes, more dilation on the second, gradient",
                Fault.Only(ConvolutionOperator.MaxPoolingGradient),
                static geometry => SpecialShape.IsZeroPadded(geometry) && geometry.Axes[0].Dilation < geometry.Axes[1].Dilation,
                LoseFarWindows)),
    ];

    private static Exhibit<float> Wrong(Exhibit<float> exhibit) =>
        exhibit with { CaughtBy = [.. exhibit.CaughtBy, .. Fault.ByPrecision, "real numbers"] };

    private static bool IsMoved(Axis axis, int output) => axis.Position(output, 0) is < 0 and var first && first % axis.Dilation != 0;

    private static void MoveWindows(Operands<float> operands, Span<float> y)
    {
        Relation relation = operands.Geometry.Relation;
        int[] outputs = [.. relation.Axes.Select(static axis => axis.Output)];
        for (int o = 0; o < relation.Outputs; o++)
        {
            int[] at = RowMajor.Coordinates(o, outputs);
            if (!relation.Axes.Where((axis, a) => IsMoved(axis, at[a])).Any())
                continue;
            int[] seen = [0];
            for (int a = 0; a < at.Length; a++)
            {
                (int[] places, int size) = (Places(relation.Axes[a], at[a]), relation.Axes[a].Input);
                seen = [.. seen.SelectMany(place => places.Select(i => (place * size) + i))];
            }

            for (int plane = 0; plane < y.Length / relation.Outputs; plane++)
                y[(plane * relation.Outputs) + o] = seen.Max(i => operands.Inputs[0][(plane * relation.Inputs) + i]);
        }
    }

    /// <summary>Inputs on an axis that a window sees; one that begins in the padding ends where it should.</summary>
    private static int[] Places(Axis axis, int output)
    {
        var places = new List<int>();
        long end = Math.Min(axis.Position(output, axis.Kernel - 1) + 1, axis.Input);
        for (long i = IsMoved(axis, output) ? 0 : axis.Position(output, 0); i < end; i += axis.Dilation)
            if (i >= 0)
                places.Add((int)i);
        return [.. places];
    }

    private static Operands<float> LoseBlocks(Operands<float> operands)
    {
        (int rows, int columns) = (operands.Geometry.Axes[1].Output, operands.Geometry.Axes[2].Output);
        int rowsDone = (columns + BlockOfRows - 1) / BlockOfRows * BlockOfRows;
        int columnsDone = (rows + BlockOfColumns - 1) / BlockOfColumns * BlockOfColumns;
        return Bent.WithZeros(operands, 1, e => e / columns % rows >= rowsDone || e % columns >= columnsDone);
    }

    /// <summary>A window keeps its gradient if it is among those that its greatest input looks through.</summary>
    private static Operands<float> LoseFarWindows(Operands<float> operands)
    {
        (Axis first, Axis axis) = (operands.Geometry.Axes[0], operands.Geometry.Axes[1]);
        Relation relation = operands.Geometry.Relation;
        int reach = (first.Dilation * axis.Kernel) - axis.Stride;
        var kept = (float[])operands.Inputs[1].Clone();
        foreach (Window window in relation.Windows)
            for (int plane = 0; plane < kept.Length / relation.Outputs; plane++)
            {
                int greatest = Greatest(window, operands.Inputs[0].AsSpan(plane * relation.Inputs, relation.Inputs));
                int from = Math.Max(((greatest % axis.Input) + axis.Begin - reach) / axis.Stride, 0);
                int column = window.Output % axis.Output;
                if (column < from || column > from + Math.Max(reach, 0))
                    kept[(plane * relation.Outputs) + window.Output] = 0;
            }

        return Bent.With(operands, 1, kept);
    }

    private static int Greatest(Window window, ReadOnlySpan<float> x)
    {
        int best = window.Pairs[0].Input;
        foreach ((_, int i) in window.Pairs)
            if (x[i] > x[best])
                best = i;
        return best;
    }
}
