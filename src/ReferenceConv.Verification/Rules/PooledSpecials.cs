using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// What a pooling makes of NaN and ∞. No padding takes part in it, so that an ∞ is exact whatever is claimed about padding.
/// </summary>
internal static class PooledSpecials
{
    /// <summary>
    /// Whether a NaN may be put into an array. Which input is the greatest if one is NaN, and what a mean is without it, no claim says.
    /// </summary>
    public static bool HasNaN(ConvolutionOperator op, int input, PoolingNaN claim) =>
        !ConvolutionOperators.Pooling.Contains(op)
        || (claim == PoolingNaN.Propagates && !(op == ConvolutionOperator.MaxPoolingGradient && input == 0))
        || (claim == PoolingNaN.Dropped && op == ConvolutionOperator.MaxPooling);

    /// <summary>What must come out. A maximum that drops NaN is that of the other inputs, and of a window of NaN alone −∞ or NaN.</summary>
    public static TestVector<T> Judged<T>(TestVector<T> plain, Operands<double> operands, PoolingNaN claim)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (operands.Operator != ConvolutionOperator.MaxPooling || claim != PoolingNaN.Dropped)
            return plain with { Expected = Oracle.Of(operands) };
        double[] others = Oracle.Of(operands.Select(static number => double.IsNaN(number) ? double.NegativeInfinity : number));
        double[] isSeen = Oracle.Of(operands.Select(static number => double.IsNaN(number) ? 0.0 : 1.0));
        return plain with { Expected = others, MayBeNaN = Array.ConvertAll(isSeen, static seen => seen == 0) };
    }
}
