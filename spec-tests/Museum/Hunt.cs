using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Museum;

/// <summary>Asks one exhibit case after case, every operator it claims and every rule, until a rule is broken.</summary>
/// <param name="Rule">The rule of numbers or of conduct that was broken; null if none was.</param>
/// <param name="Case">The number of the case, from 1; the number of cases if none was broken.</param>
/// <param name="Rank">Of the case.</param>
/// <param name="Fault">What was wrong.</param>
internal sealed record Hunt(string? Rule, int Case, int Rank, string? Fault)
{
    private const ulong Seed = 1;

    /// <summary>Hunts through so many cases.</summary>
    public static Hunt For<T>(Exhibit<T> exhibit, int cases)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => For(exhibit.Candidate(), [.. exhibit.CaughtBy.Intersect([SeveralCalls.Repeats, SeveralCalls.Concurrent])], cases);

    /// <summary>Hunts through so many cases; several calls are looked at as asked.</summary>
    public static Hunt For<T>(ICandidate<T> candidate, ImmutableArray<string> severalCalls, int cases)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int index = 0; index < cases; index++)
            foreach (ConvolutionOperator op in candidate.Capabilities.Operators)
                if (OperatorCase.Of(ConvolutionCase.Random(Seed, index), op) is { } instance
                    && candidate.Capabilities.Lacks(instance.Geometry, op, instance.Flag) is null
                    && Broken(candidate, instance, severalCalls) is ({ } rule, var fault))
                    return new Hunt(rule, index + 1, instance.Geometry.Axes.Length, $"{fault}: {instance}");
        return new Hunt(null, cases, 0, null);
    }

    private static (string Rule, string? Fault)? Broken<T>(ICandidate<T> candidate, OperatorCase instance, ImmutableArray<string> severalCalls)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (DataRule<T> rule in RuleBook<T>.Data)
            if (rule.Check(candidate, instance) is { Standing: Standing.Broken } finding)
                return (finding.Conduct?.ToString() ?? rule.Name, finding.Fault);
        if (severalCalls.Contains(SeveralCalls.Repeats) && !SeveralCalls.AreRepeatable(candidate, instance))
            return (SeveralCalls.Repeats, "the same call gave another answer");
        if (severalCalls.Contains(SeveralCalls.Concurrent) && !SeveralCalls.AreIndependent(candidate, instance))
            return (SeveralCalls.Concurrent, "calls at the same time gave other answers");
        return null;
    }
}
