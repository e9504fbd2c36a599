using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;

namespace ReferenceConv.NUnit;

/// <summary>What a user brings: looked at before the candidate is, so that no mistake in it passes for an answer.</summary>
/// <param name="Convolution">A convolution, or null.</param>
/// <param name="Pooling">A pooling, or null.</param>
/// <param name="Computation">One function for the operators that the others do not have, or null.</param>
/// <param name="Claims">What is claimed.</param>
/// <param name="Plan">How much to ask.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed record Setup<T>(
    IConvolution<T>? Convolution, IPooling<T>? Pooling, Computation<T>? Computation, Capabilities Claims, CheckPlan Plan)
{
    private const int MostDrawn = 100_000;   // with the least that can be claimed one case in 9,216 fits

    /// <summary>What is wrong with it, in one line; null if nothing is.</summary>
    public string? Fault()
    {
        if (Convolution is null && Pooling is null && Computation is null)
            return "nothing to check: override Convolution, Pooling or Computation";
        if (Claims.Operators.IsEmpty)
            return "nothing is claimed: Claims.Operators must name an operator, was empty";
        foreach (ConvolutionOperator op in Claims.Operators.Where(op => !Has(op)))
            return $"Claims.Operators names {op.Name()}, but no {Interface(op)} is given";
        if (Convolution is not null && !Claims.Operators.Any(ConvolutionOperators.Trilinear.Contains))
            return $"Convolution is given, but Claims.Operators must name one of {Names(ConvolutionOperators.Trilinear)}, was {Names(Claims.Operators)}";
        if (Pooling is not null && !Claims.Operators.Any(ConvolutionOperators.Pooling.Contains))
            return $"Pooling is given, but Claims.Operators must name one of {Names(ConvolutionOperators.Pooling)}, was {Names(Claims.Operators)}";
        foreach (int rank in Claims.Ranks.Where(static rank => rank is < 1 or > 3))
            return $"Claims.Ranks must be in 1..3, was {rank}";
        if (Plan.Cases < 1)
            return $"Plan.Cases must be ≥ 1, was {Plan.Cases}";
        if (!Enumerable.Range(0, MostDrawn).Any(index => IsAsked(ConvolutionCase.Random(Plan.Seed, index))))
            return $"nothing is claimed: none of {MostDrawn} cases is within the claims, which lack {string.Join(", ", Claims.NotClaimed())}";
        return null;
    }

    /// <summary>Answers an operator by whoever has it.</summary>
    public void Compute(Operands<T> operands, Span<T> result)
    {
        if (Convolution is not null && ConvolutionOperators.Trilinear.Contains(operands.Operator))
            operands.Apply(Convolution, result);
        else if (Pooling is not null && ConvolutionOperators.Pooling.Contains(operands.Operator))
            operands.Apply(Pooling, result);
        else
            Computation!(operands, result);
    }

    private static string Names(IEnumerable<ConvolutionOperator> operators) => string.Join(", ", operators.Select(static op => op.Name()));

    private static string Interface(ConvolutionOperator op) =>
        ConvolutionOperators.Trilinear.Contains(op) ? "Convolution or Computation"
        : ConvolutionOperators.Pooling.Contains(op) ? "Pooling or Computation"
        : "Computation";

    private bool Has(ConvolutionOperator op) =>
        Computation is not null
        || (Convolution is not null && ConvolutionOperators.Trilinear.Contains(op))
        || (Pooling is not null && ConvolutionOperators.Pooling.Contains(op));

    private bool IsAsked(ConvolutionCase instance) =>
        Claims.Operators.Any(op => Claims.Lacks(instance.Geometry, op, instance.HasBias) is null);
}
