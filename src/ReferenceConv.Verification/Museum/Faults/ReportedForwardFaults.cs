using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Reports of forward paths for popular kernels that are wrong for some sizes of the image.</summary>
internal static class ReportedForwardFaults
{
    private const int MicroRows = 6;   // outputs that one call of a micro-kernel computes

    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Wrong(
            "padding at the right of 3×3 read as the last pixel where both sides of the image are multiples of 16",
            "https://github.com/iree-org/iree/issues/16476",
            "a 3×3 with padding 1, both sides of the image multiples of 16",
            static geometry => SpecialShape.IsSquare(geometry, 3)
                && geometry.Axes.All(static axis => axis is { Begin: 1, End: 1 } && axis.Input % 16 == 0),
            static (operands, y) => ReadAtTheRight(operands, y, (row, _) => ((row + 1) * operands.Geometry.Axes[1].Input) - 1)),
        Wrong(
            "planes of 3×3 with stride 2 written without gaps and read as if their sizes were rounded up to 4",
            "https://github.com/Tencent/ncnn/issues/1014",
            "a 3×3 of stride 2, more than one output channel, a number of outputs that is no multiple of 4",
            static geometry => SpecialShape.IsSquare(geometry, 3, 2) && geometry.Relation.Outputs % 4 != 0,
            ReadWithGaps),
        Wrong(
            "only as many outputs as groups computed by a depthwise 3×3 of stride 1",
            "https://github.com/pytorch/pytorch/pull/60460",
            "a depthwise 3×3 of stride 1 with a channel multiplier",
            static geometry => SpecialShape.IsDepthwise(geometry) && SpecialShape.IsSquare(geometry, 3, 1),
            static (operands, y) => ClearChannels(operands.Geometry, y, operands.Geometry.Groups)),
        Wrong(
            "padding at the right of the first layer, three channels under 3×3 of stride 2, read as the beginning of the next row",
            "https://github.com/mit-han-lab/tinyengine/issues/95",
            "three input channels, a 3×3 of stride 2 with padding 1, an odd width",
            static geometry => geometry is { InChannels: 3, Groups: 1 } && SpecialShape.IsSquare(geometry, 3, 2)
                && geometry.Axes.All(static axis => axis.Begin == 1),
            static (operands, y) => ReadAtTheRight(operands, y, (row, position) => ReadOn(operands.Geometry, row, position))),
        Wrong(
            "the padded ends of a row taken for as wide as a micro-kernel, six outputs",
            "https://github.com/modular/modular/issues/6712",
            "two axes, stride 1, padding wider than 6 and a row of more than 12 outputs",
            static geometry => SpecialShape.IsZeroPadded(geometry) && geometry.Axes[1] is { Stride: 1, Dilation: 1 },
            static (operands, y) => Beside.Add(
                operands,
                y,
                column => column >= MicroRows && column < operands.Geometry.Axes[1].Output - MicroRows,
                (row, position) => ReadOn(operands.Geometry, row, position))),
        Wrong(
            "results of a dilated depthwise 3×3 left at the bias",
            "https://github.com/Tencent/ncnn/issues/315",
            "a depthwise 3×3 with dilation on both axes",
            static geometry => SpecialShape.IsDepthwise(geometry) && SpecialShape.IsImage(geometry)
                && geometry.Axes.All(static axis => axis is { Kernel: 3, Dilation: > 1 }),
            static (operands, y) => LeaveBias(operands, y)),
        Bent.Inputs(
            "an image of one column turned to a row, and the first row of its depthwise kernel taken for the column",
            "https://github.com/alibaba/MNN/issues/2291",
            "depthwise, an image of one column, a kernel wider than 1",
            Fault.Forward,
            static geometry => SpecialShape.IsDepthwise(geometry) && SpecialShape.IsZeroPadded(geometry)
                && geometry.OutChannels == geometry.Groups
                && geometry.Axes[0].Output > 1 && geometry.Axes[1] is { Input: 1, Output: 1, Kernel: > 1 },
            TakeFirstRow),
    ];

    private static Exhibit<float> Wrong(
        string name,
        string report,
        string lesson,
        Predicate<ConvolutionGeometry> when,
        Action<Operands<float>, Span<float>> bend) => Bent.Result(name, report, lesson, Fault.Forward, when, bend);

    /// <summary>Reads something else than zero beside the right end of a row.</summary>
    private static void ReadAtTheRight(Operands<float> operands, Span<float> y, Func<int, int, int> read)
    {
        if (SpecialShape.IsZeroPadded(operands.Geometry))
            Beside.Add(operands, y, static _ => true, (row, position) => position < 0 ? -1 : read(row, position));
    }

    /// <summary>What stands in the plane where a row is read on: the rows before and after it; −1 outside the plane.</summary>
    private static int ReadOn(ConvolutionGeometry geometry, int row, int position) =>
        (row * geometry.Axes[1].Input) + position is var place && place >= 0 && place < geometry.Relation.Inputs ? place : -1;

    private static void ReadWithGaps(Operands<float> operands, Span<float> y)
    {
        int outputs = operands.Geometry.Relation.Outputs;
        int apart = (outputs + 3) / 4 * 4;
        int image = operands.Geometry.OutChannels * outputs;
        float[] written = y.ToArray();
        for (int e = 0; e < y.Length; e++)
        {
            int read = (e % image / outputs * apart) + (e % outputs);
            y[e] = read < image ? written[(e / image * image) + read] : 0;
        }
    }

    /// <summary>Clears the channels from one on in every image.</summary>
    private static void ClearChannels(ConvolutionGeometry geometry, Span<float> y, int first)
    {
        int outputs = geometry.Relation.Outputs;
        for (int image = 0; image < geometry.Batch; image++)
            y.Slice(((image * geometry.OutChannels) + first) * outputs, (geometry.OutChannels - first) * outputs).Clear();
    }

    private static void LeaveBias(Operands<float> operands, Span<float> y)
    {
        for (int e = 0; e < y.Length; e++)
            y[e] = operands.Bias.IsEmpty ? 0 : operands.Bias[e / operands.Geometry.Relation.Outputs % operands.Geometry.OutChannels];
    }

    private static Operands<float> TakeFirstRow(Operands<float> operands)
    {
        (Axis column, Axis row) = (operands.Geometry.Axes[0], operands.Geometry.Axes[1]);
        float[] w = operands.Inputs[1];
        var taken = (float[])w.Clone();
        for (int tap = 0; tap < row.Kernel; tap++)
            if (row.InputAt(0, tap) == 0)
                for (int e = 0; e < w.Length; e += column.Kernel * row.Kernel)
                    for (int r = 0; r < column.Kernel; r++)
                        taken[e + (r * row.Kernel) + tap] = w[e + r];
        return Bent.With(operands, 1, taken);
    }
}
