using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Runs;

/// <summary>A comparison's outcome with its evidence.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Outputs">How many outputs were compared.</param>
/// <param name="Difference">Where the results differ, if they do.</param>
/// <param name="Exception">Who threw what, in one line, if anybody did.</param>
public sealed record Verdict(Outcome Outcome, int Outputs = 0, Difference? Difference = null, string? Exception = null)
{
    /// <summary>
    /// What is wrong, in one line, or null: for example <c>dx[0, 3, 12] expected 17, got 19; 5 of 200,704 outputs differ</c>.
    /// </summary>
    /// <param name="geometry">The shapes that were compared.</param>
    /// <param name="op">The operator that was compared.</param>
    public string? Fault(ConvolutionGeometry geometry, ConvolutionOperator op)
    {
        if (Difference is not { } difference)
            return Exception;

        ArrayShape result = Signature.Of(geometry, op, hasBias: false).Result;
        return $"{result.At(difference.Index)} expected {difference.Expected}, got {difference.Actual}; {difference.Count:N0} of {difference.Total:N0} outputs differ";
    }
}

