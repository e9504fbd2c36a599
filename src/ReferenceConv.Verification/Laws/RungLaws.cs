using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Fast;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>The rungs of the fast path against the scalar operators: equal to the last bit.</summary>
internal static class RungLaws
{
    private const int FloatBits = 24;
    private const int DoubleBits = 53;

    private static readonly ImmutableArray<FastConvolution<int>> EveryWidthAndTiling =
    [
        .. from width in Enum.GetValues<VectorWidth>()
           from tiling in Enum.GetValues<Tiling>()
           select new FastConvolution<int>(threads: 1, width, tiling),
    ];

    public static ImmutableArray<Law> All { get; } =
    [
        .. Of("Im2col", new Im2ColConvolution<int>(), new Im2ColConvolution<float>(), new Im2ColConvolution<double>()),
        .. Of("Fast", new FastConvolution<int>(), new FastConvolution<float>(), new FastConvolution<double>()),
        new("Fast forward equals scalar forward in every vector width and tiling",
            static instance => InEvery(instance, ConvolutionOperator.Forward)),
        new("Fast data gradient equals scalar data gradient in every vector width and tiling",
            static instance => InEvery(instance, ConvolutionOperator.DataGradient)),
    ];

    private static ImmutableArray<Law> Of(
        string rung, IConvolution<int> integers, IConvolution<float> floats, IConvolution<double> doubles) =>
    [
        new($"{rung} forward equals scalar forward on integers", instance => OnIntegers(instance, ConvolutionOperator.Forward, integers)),
        new($"{rung} data gradient equals scalar data gradient on integers",
            instance => OnIntegers(instance, ConvolutionOperator.DataGradient, integers)),
        new($"{rung} weight gradient equals scalar weight gradient on integers",
            instance => OnIntegers(instance, ConvolutionOperator.WeightGradient, integers)),
        new($"{rung} equals scalar on floats filled for structure", instance => OnNumbers(instance, Fill.Structure, FloatBits, floats)),
        new($"{rung} equals scalar on floats filled wide first", instance => OnNumbers(instance, Fill.PrecisionOfFirst, FloatBits, floats)),
        new($"{rung} equals scalar on floats filled wide second",
            instance => OnNumbers(instance, Fill.PrecisionOfSecond, FloatBits, floats)),
        new($"{rung} equals scalar on doubles filled for structure", instance => OnNumbers(instance, Fill.Structure, DoubleBits, doubles)),
        new($"{rung} equals scalar on doubles filled wide first",
            instance => OnNumbers(instance, Fill.PrecisionOfFirst, DoubleBits, doubles)),
        new($"{rung} equals scalar on doubles filled wide second",
            instance => OnNumbers(instance, Fill.PrecisionOfSecond, DoubleBits, doubles)),
    ];

    private static string? OnIntegers(ConvolutionCase instance, ConvolutionOperator op, IConvolution<int> rung) =>
        Agreement.OnWrappingIntegers(instance, op, new ScalarConvolution<int>(), rung);

    private static string? OnNumbers<T>(ConvolutionCase instance, Fill fill, int significandBits, IConvolution<T> rung)
        where T : INumberBase<T>
    {
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
            if (Agreement.OnExactNumbers(instance, op, fill, significandBits, new ScalarConvolution<T>(), rung) is { } difference)
                return difference;
        return null;
    }

    private static string? InEvery(ConvolutionCase instance, ConvolutionOperator op) =>
        EveryWidthAndTiling.Select(rung => OnIntegers(instance, op, rung)).FirstOrDefault(static difference => difference is not null);
}
