using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Reading and writing where nobody may, and not answering at all.</summary>
internal static class MemoryFaults
{
    private const int Lanes = 8;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Wrong(
            "one element written beyond the result",
            "https://github.com/tensorflow/tensorflow/issues/43623",
            "canaries behind the result",
            static (operands, result) => WriteBeyond(operands, result, 1),
            Conduct.StaysInItsArrays),
        Wrong(
            "one element written before the result",
            null,
            "canaries before the result",
            static (operands, result) =>
            {
                Compute(operands, result);
                MemoryMarshal.CreateSpan(ref Unsafe.Subtract(ref MemoryMarshal.GetReference(result), 1), 1)[0] = 0;
            },
            Conduct.StaysInItsArrays),
        Wrong(
            "the 1×1 weight gradient with a stride writes a whole vector of channels",
            "https://github.com/uxlfoundation/oneDNN/issues/6035",
            "kernel 1, stride > 1, fewer channels than a vector has lanes; canaries",
            static (operands, dw) =>
                WriteBeyond(operands, dw, IsStrided1By1(operands.Geometry) ? -operands.Geometry.GroupInChannels & (Lanes - 1) : 0),
            Conduct.StaysInItsArrays,
            Fault.WeightGradient),
        Wrong(
            "the first operand reversed in place",
            "https://github.com/ScalingIntelligence/KernelBench/pull/82",
            "inputs compared after the call",
            static (operands, result) =>
            {
                Compute(operands, result);
                operands.Inputs[0].AsSpan().Reverse();
            },
            Conduct.LeavesItsInputs),
        Wrong(
            "the kernel rotated in place and not turned back",
            null,
            "inputs compared after the call, data gradient",
            static (operands, dx) =>
            {
                Compute(operands, dx);
                int taps = operands.Geometry.Relation.Taps;
                for (int start = 0; start < operands.Inputs[0].Length; start += taps)
                    operands.Inputs[0].AsSpan(start, taps).Reverse();
            },
            Conduct.LeavesItsInputs,
            Fault.DataGradient),
        Wrong(
            "dilation with a stride not implemented, though it is claimed",
            null,
            "dilation and stride together",
            static (operands, result) =>
            {
                if (operands.Geometry.Axes.Any(static axis => axis.Dilation > 1 && axis.Stride > 1))
                    throw new NotSupportedException("dilation with a stride");
                Compute(operands, result);
            },
            Conduct.Returns),
        Wrong(
            "an empty batch divided by",
            "https://github.com/FluxML/NNlib.jl/pull/763",
            "an empty batch",
            static (operands, result) =>
            {
                int perImage = result.Length / operands.Geometry.Batch;
                Compute(operands, result[..Math.Max(perImage, result.Length)]);
            },
            Conduct.Returns),
        Wrong(
            "padding copied into a buffer that ends with the last window",
            null,
            "padding that no window reaches",
            static (operands, result) =>
            {
                foreach (Axis axis in operands.Geometry.Axes)
                    new float[((axis.Output - 1) * axis.Stride) + axis.Extent].AsSpan(axis.Begin, axis.Input).Clear();
                Compute(operands, result);
            },
            Conduct.Returns),
        Cheat("all results zero", "https://github.com/ScalingIntelligence/KernelBench/issues/165", static (_, result) => result.Clear()),
        Cheat("nothing written", null, static (_, _) => { }),
        Cheat("the input handed back", null, static (operands, result) => Repeat(operands.Inputs[0], result)),
        Cheat("the mean of the results everywhere", null, static (operands, result) =>
        {
            Compute(operands, result);
            float sum = 0;
            foreach (float number in result)
                sum += number;
            result.Fill(sum / result.Length);
        }),
    ];

    private static bool IsStrided1By1(ConvolutionGeometry geometry) => geometry.Relation.Taps == 1 && geometry.Axes[^1].Stride > 1;

    private static void Compute(Operands<float> operands, Span<float> result) => operands.Apply(new ScalarConvolution<float>(), result);

    private static void WriteBeyond(Operands<float> operands, Span<float> result, int elements)
    {
        Compute(operands, result);
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(result), result.Length + elements)[result.Length..].Clear();
    }

    private static void Repeat(float[] input, Span<float> result)
    {
        for (int e = 0; e < result.Length && input.Length > 0; e++)
            result[e] = input[e % input.Length];
    }

    private static Exhibit<float> Wrong(
        string name, string? report, string lesson, Computation<float> compute, Conduct conduct, Capabilities? claims = null) =>
        Fault.Whole(name, report, lesson, () => compute, claims ?? Capabilities.Convolution) with { CaughtBy = [$"{conduct}"] };

    private static Exhibit<float> Cheat(string name, string? report, Computation<float> compute) =>
        Fault.Whole(name, report, "results of numbers that are not zero", () => compute, Capabilities.Convolution);
}
