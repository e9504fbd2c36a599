using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Fast;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>The textbook rung of the fast path against the scalar operators: equal to the last bit.</summary>
internal static class Im2ColLaws
{
    private const int FloatBits = 24;
    private const int DoubleBits = 53;

    public static ImmutableArray<Law> All { get; } =
    [
        new("Im2col forward equals scalar forward on integers", static instance => OnIntegers(instance, ConvolutionOperator.Forward)),
        new("Im2col data gradient equals scalar data gradient on integers", static instance => OnIntegers(instance, ConvolutionOperator.DataGradient)),
        new("Im2col weight gradient equals scalar weight gradient on integers", static instance => OnIntegers(instance, ConvolutionOperator.WeightGradient)),
        new("Im2col equals scalar on floats filled for structure", static instance => OnNumbers<float>(instance, Fill.Structure, FloatBits)),
        new("Im2col equals scalar on floats filled wide first", static instance => OnNumbers<float>(instance, Fill.PrecisionOfFirst, FloatBits)),
        new("Im2col equals scalar on floats filled wide second", static instance => OnNumbers<float>(instance, Fill.PrecisionOfSecond, FloatBits)),
        new("Im2col equals scalar on doubles filled for structure", static instance => OnNumbers<double>(instance, Fill.Structure, DoubleBits)),
        new("Im2col equals scalar on doubles filled wide first", static instance => OnNumbers<double>(instance, Fill.PrecisionOfFirst, DoubleBits)),
        new("Im2col equals scalar on doubles filled wide second", static instance => OnNumbers<double>(instance, Fill.PrecisionOfSecond, DoubleBits)),
    ];

    private static string? OnIntegers(ConvolutionCase instance, ConvolutionOperator op) =>
        Agreement.OnWrappingIntegers(instance, op, new ScalarConvolution<int>(), new Im2ColConvolution<int>());

    private static string? OnNumbers<T>(ConvolutionCase instance, Fill fill, int significandBits)
        where T : INumberBase<T>
    {
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
            if (Agreement.OnExactNumbers(instance, op, fill, significandBits, new ScalarConvolution<T>(), new Im2ColConvolution<T>()) is { } difference)
                return difference;
        return null;
    }
}
