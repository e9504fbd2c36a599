using System.Numerics;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Laws;

/// <summary>Two convolutions, one case: null if they agree to the last bit, otherwise where they differ, in one line.</summary>
public static class Agreement
{
    /// <summary>On 32-bit integers that wrap around: any operands, any order of summation, every indexing fault.</summary>
    public static string? OnWrappingIntegers(
        ConvolutionCase instance, ConvolutionOperator op, IConvolution<int> reference, IConvolution<int> candidate) =>
        Of(instance, op, new ExactRange(int.MaxValue, int.MaxValue), reference, candidate);

    /// <summary>On floating-point numbers that hold integers, as wide as is provably exact.</summary>
    /// <param name="instance">The case.</param>
    /// <param name="op">The operator.</param>
    /// <param name="fill">Which operand is wide.</param>
    /// <param name="significandBits">24 for float, 53 for double.</param>
    /// <param name="reference">Is right.</param>
    /// <param name="candidate">Is asked.</param>
    /// <returns>
    /// Null, the difference, or that no fill is provably exact: the law then does not apply, and says so instead of holding.
    /// </returns>
    public static string? OnExactNumbers<T>(
        ConvolutionCase instance,
        ConvolutionOperator op,
        Fill fill,
        int significandBits,
        IConvolution<T> reference,
        IConvolution<T> candidate)
        where T : INumberBase<T>
    {
        long terms = ExactRange.MostTerms(instance.Geometry, op);
        return ExactRange.Widest(fill, terms, significandBits) is { } range
            ? Of(instance, op, range, reference, candidate)
            : $"not applicable: {op} sums {terms} products, which no fill makes exact in {significandBits} bits";
    }

    private static string? Of<T>(
        ConvolutionCase instance, ConvolutionOperator op, ExactRange range, IConvolution<T> reference, IConvolution<T> candidate)
        where T : INumberBase<T>
    {
        var operands = Operands.Integers<T>(instance.Geometry, op, range, (ulong)instance.Seed, instance.HasBias);
        Difference? difference = Difference.Between<T>(operands.Apply(reference), operands.Apply(candidate));
        return difference is null
            ? null
            : $"{op}: element {difference.Index} must be {difference.Expected}, is {difference.Actual}; {difference.Count} of {difference.Total} differ";
    }
}
