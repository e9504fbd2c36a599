using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Sizes that a counter does not hold, or that its blocks do not divide.</summary>
internal static class CounterFaults
{
    private const int BlockOfImages = 32;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Bent.Result(
            "images beyond a multiple of 32 lost under kernels of three axes",
            "https://github.com/NervanaSystems/neon/issues/361",
            "three axes, more than 32 images, not a multiple of 32",
            Fault.Forward,
            static geometry => geometry is { Axes.Length: 3, Batch: > BlockOfImages },
            static (operands, y) => ClearFrom(operands.Geometry, y, operands.Geometry.Batch / BlockOfImages * BlockOfImages)),
        Bent.Inputs(
            "taps from the 256th on an axis lost",
            "https://github.com/pytorch/pytorch/pull/188359",
            "a kernel of 256 taps or more on one axis",
            Fault.Forward,
            static geometry => geometry.Axes.Length < 3 && geometry.Axes.Any(static axis => axis.Kernel > byte.MaxValue),
            static operands => Bent.WithoutTaps(operands, static tap => tap.Any(static r => r >= byte.MaxValue))),
        Bent.Result(
            "output channels beyond 65,536 summed in the place of the first ones",
            "https://github.com/pytorch/pytorch/issues/129207",
            "more than 65,536 output channels",
            Fault.Forward,
            static geometry => geometry is { Axes.Length: < 3, OutChannels: > 1 << 16 },
            WrapChannels),
        Bent.Result(
            "images from the 65,537th on left zero",
            "https://github.com/tensorflow/tensorflow/issues/9870",
            "more than 65,536 images",
            Fault.Forward,
            static geometry => geometry is { Axes.Length: < 3, Batch: > 1 << 16 },
            static (operands, y) => ClearFrom(operands.Geometry, y, 1 << 16)),
        Bent.Result(
            "a line of results the same up to 32,768 before its end",
            "https://github.com/ml-explore/mlx-swift/issues/424",
            "one axis with more than 32,768 results",
            Fault.Only(ConvolutionOperator.Forward, ConvolutionOperator.DataGradient),
            static geometry => geometry is { Axes: [{ Input: > 1 << 15 } or { Output: > 1 << 15 }], IsTiled: false },
            static (operands, line) => Flatten(operands.Signature.Result.Sizes[^1], line)),
        Bent.Result(
            "images of the weight gradient counted in 16 bits",
            "https://github.com/pytorch/pytorch/pull/193577",
            "65,536 images or more, weight gradient",
            Fault.WeightGradient,
            static geometry => geometry is { Axes.Length: < 3, Batch: > ushort.MaxValue },
            SumWrappedBatch),
    ];

    private static void ClearFrom(ConvolutionGeometry geometry, Span<float> y, int image)
    {
        if (image < geometry.Batch)
            y[(image * (y.Length / geometry.Batch))..].Clear();
    }

    private static void WrapChannels(Operands<float> operands, Span<float> y)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        int outputs = geometry.Relation.Outputs;
        new ScalarConvolution<float>().Forward(geometry, operands.Inputs[0], operands.Inputs[1], [], y);
        for (int plane = 0; plane < geometry.Batch * geometry.OutChannels; plane++)
        {
            Span<float> sums = y.Slice(plane * outputs, outputs);
            int k = plane % geometry.OutChannels;
            if (k > ushort.MaxValue)
            {
                sums.CopyTo(y[((plane - k + (k & ushort.MaxValue)) * outputs)..]);
                sums.Clear();
            }
        }

        for (int e = 0; e < y.Length && !operands.Bias.IsEmpty; e++)
            if (e / outputs % geometry.OutChannels is var k and <= ushort.MaxValue)
                y[e] += operands.Bias[k];
    }

    private static void Flatten(int length, Span<float> lines)
    {
        int wrong = Math.Max(length - (1 << 15), 0);
        for (int start = 0; start < lines.Length && wrong > 0; start += length)
            lines.Slice(start, wrong).Fill(lines[start + wrong]);
    }

    private static void SumWrappedBatch(Operands<float> operands, Span<float> dw)
    {
        ConvolutionGeometry all = operands.Geometry;
        var wrapped = new ConvolutionGeometry(all.Batch & ushort.MaxValue, all.InChannels, all.OutChannels, all.Groups, all.Axes);
        new ScalarConvolution<float>().WeightGradient(
            wrapped,
            operands.Inputs[0].AsSpan(0, wrapped.InputLength),
            operands.Inputs[1].AsSpan(0, wrapped.OutputLength),
            dw);
    }
}
