using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Faults that only NaN, ∞, the smallest and the largest numbers show.</summary>
internal static class SpecialValueFaults
{
    private static readonly ImmutableArray<string> BySpecials = ["special values"];

    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Wrapped(
            "lanes beyond the channels of a group read its neighbour, times zero",
            "https://github.com/uxlfoundation/oneDNN/issues/5717",
            "a NaN in a channel that the result does not meet",
            static () => new(),
            AddsTailLanes,
            Fault.Forward) with { CaughtBy = BySpecials },
        Fault.Convolution(
            "padding multiplied from 8 channels on, skipped below",
            "https://github.com/tracel-ai/burn/issues/5385",
            "a NaN in a tap over padding, the same for every shape",
            static () => new() { MultipliesPadding = static geometry => geometry.InChannels >= 8 },
            Fault.Forward) with { CaughtBy = BySpecials },
        Fault.Convolution(
            "padding multiplied though it is claimed to be skipped",
            null,
            "a NaN in a tap over padding",
            static () => new() { MultipliesPadding = static _ => true },
            Fault.Only(ConvolutionOperator.Forward, ConvolutionOperator.WeightGradient)) with { CaughtBy = BySpecials },
        Fault.Convolution(
            "NaN taken for zero",
            null,
            "a NaN",
            static () => new() { Store = static sum => float.IsNaN(sum) ? 0 : sum }) with { CaughtBy = BySpecials },
        Fault.Convolution(
            "results clamped to finite numbers",
            null,
            "an ∞",
            static () => new() { Store = static sum => Math.Clamp(sum, float.MinValue, float.MaxValue) }) with { CaughtBy = BySpecials },
        Fault.Convolution(
            "products of zero skipped by a mask that spoils ∞",
            null,
            "an ∞",
            static () => new() { Multiply = static (first, second) => (first * second) + (0 * first) }) with { CaughtBy = BySpecials },
        Fault.Convolution(
            "zeros skipped, and with them what they meet",
            null,
            "a NaN that meets a zero",
            static () => new() { Multiply = static (first, second) => first == 0 ? 0 : first * second }) with { CaughtBy = BySpecials },
        Fault.Convolution(
            "a factor −0 gives NaN",
            null,
            "a −0",
            static () =>
                new() { Multiply = static (first, second) => IsMinusZero(first) || IsMinusZero(second) ? float.NaN : first * second }) with
        {
            CaughtBy = BySpecials,
        },
        Fault.Convolution(
            "nothing added to a sum that is ∞ already",
            null,
            "∞ and −∞ in one window",
            static () => new() { Add = static (sum, product) => float.IsInfinity(sum) && float.IsInfinity(product)
                ? sum
                : sum + product }) with { CaughtBy = BySpecials },
        Fault.Wrapped(
            "nothing written if all weights are zero",
            null,
            "weights that are all zero",
            static () => new(),
            SkipsZeroWeights,
            Fault.Only(ConvolutionOperator.Forward, ConvolutionOperator.DataGradient)) with { CaughtBy = BySpecials },
        Fault.Wrapped(
            "bias forgotten for an image of zeros",
            null,
            "a bias and an image that is all zero",
            static () => new(),
            ForgetsBiasOfZeroImages,
            Fault.Forward) with { CaughtBy = BySpecials },
        Fault.Convolution(
            "subnormal results flushed to zero",
            null,
            "subnormal numbers",
            static () => new() { Store = static sum => float.IsSubnormal(sum) ? 0 : sum }) with { CaughtBy = ["subnormals"] },
        Fault.Convolution(
            "subnormal operands taken for zero",
            null,
            "subnormal numbers",
            static () => new() { Multiply = static (first, second) => (float.IsSubnormal(first) ? 0 : first) * second }) with { CaughtBy =
                ["subnormals"] },
        Fault.Convolution(
            "operands below the range of half taken for zero",
            null,
            "magnitudes over many octaves",
            static () => new() { Multiply = static (first, second) => InRangeOfHalf(first) * InRangeOfHalf(second) }) with
        {
            CaughtBy = ["wide exponents", "subnormals"],
        },
        Fault.Convolution(
            "sums in fixed point of 16 fractional bits",
            null,
            "magnitudes over many octaves",
            static () => new() { Store = static sum => float.IsFinite(sum) ? (float)(Math.Round(sum * 65536.0) / 65536.0) : sum }) with
        {
            CaughtBy = ["real numbers", "wide exponents", "cancellation", "subnormals"],
        },
        Fault.Convolution(
            "sums cut off instead of rounded",
            null,
            "the variance of the errors",
            static () => new() { Add = static (sum, product) => Cut(sum, product) }) with { CaughtBy =
                ["real numbers", "wide exponents", "cancellation"] },
    ];

    private static float InRangeOfHalf(float number) => MathF.Abs(number) < 6e-5f ? 0 : number;

    private static bool IsMinusZero(float number) => number == 0 && float.IsNegative(number);

    /// <summary>The sum rounded toward zero.</summary>
    private static float Cut(float sum, float product)
    {
        double exact = (double)sum + product;
        float rounded = (float)exact;
        bool isAway = float.IsFinite(rounded) && Math.Abs((double)rounded) > Math.Abs(exact);
        return !isAway ? rounded : rounded > 0 ? float.BitDecrement(rounded) : float.BitIncrement(rounded);
    }

    private static void SkipsZeroWeights(NaiveConvolution<float> convolution, Operands<float> operands, Span<float> result)
    {
        if (operands.Inputs[operands.Operator == ConvolutionOperator.Forward ? 1 : 0].AsSpan().ContainsAnyExcept(0))
            operands.Apply(convolution, result);
    }

    private static void ForgetsBiasOfZeroImages(NaiveConvolution<float> convolution, Operands<float> operands, Span<float> y)
    {
        operands.Apply(convolution, y);
        ConvolutionGeometry geometry = operands.Geometry;
        float[] withoutBias = new Operands<float>(
            geometry, operands.Operator, operands.CountsPadding, operands.Inputs[0], operands.Inputs[1]).Apply(convolution);
        int inputs = geometry.InChannels * geometry.Relation.Inputs;
        int outputs = geometry.OutChannels * geometry.Relation.Outputs;
        for (int n = 0; n < geometry.Batch; n++)
            if (inputs > 0 && !operands.Inputs[0].AsSpan(n * inputs, inputs).ContainsAnyExcept(0))
                withoutBias.AsSpan(n * outputs, outputs).CopyTo(y[(n * outputs)..]);
    }

    private static void AddsTailLanes(NaiveConvolution<float> convolution, Operands<float> operands, Span<float> y)
    {
        operands.Apply(convolution, y);
        ConvolutionGeometry geometry = operands.Geometry;
        if (geometry.GroupInChannels % 4 == 0)
            return;
        foreach (Window window in geometry.Windows)
            for (int plane = 0; plane < geometry.Batch * geometry.OutChannels; plane++)
            {
                int next = ((plane % geometry.OutChannels / geometry.GroupOutChannels) + 1) * geometry.GroupInChannels;
                int row = ((plane / geometry.OutChannels * geometry.InChannels) + next) * geometry.Relation.Inputs;
                foreach ((_, int i) in window.Pairs)
                    if (next < geometry.InChannels)
                        y[(plane * geometry.Relation.Outputs) + window.Output] += 0 * operands.Inputs[0][row + i];
            }
    }
}
