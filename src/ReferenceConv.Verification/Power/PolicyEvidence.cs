using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Power;

/// <summary>What a policy looks at.</summary>
/// <param name="Operator">What was computed.</param>
/// <param name="Expected">The reference, in double.</param>
/// <param name="MagnitudeAtMost">The operator on magnitudes, those of the first operand taken as their greatest: Σ max|x|·|w|. What is only
/// compared, the input of a max pooling's gradient, stays.</param>
/// <param name="Actual">What the candidate gave.</param>
/// <param name="Terms">Products in a result, at most.</param>
/// <param name="LargestFirst">max|x|, of the first operand.</param>
/// <param name="LargestSecond">max|w|, of the second operand; 1 if there is none.</param>
public sealed record PolicyEvidence(
    ConvolutionOperator Operator,
    double[] Expected,
    double[] MagnitudeAtMost,
    float[] Actual,
    long Terms,
    double LargestFirst,
    double LargestSecond)
{
    /// <summary>Whether |actual − expected| ≤ bound everywhere; a NaN is within no bound, and equal infinities are.</summary>
    public bool IsWithin(Func<int, double> bound)
    {
        for (int e = 0; e < Expected.Length; e++)
            if (Actual[e] != Expected[e] && !(Math.Abs(Actual[e] - Expected[e]) <= bound(e)))
                return false;
        return true;
    }
}
