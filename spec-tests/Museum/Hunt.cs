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
/// <param name="Fault">What was wrong.</param>
internal sealed record Hunt(string? Rule, int Case, string? Fault)
{
    private const ulong Seed = 1;

    /// <summary>Hunts through so many cases.</summary>
    public static Hunt For<T>(Exhibit<T> exhibit, int cases)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ICandidate<T> candidate = exhibit.Candidate();
        for (int index = 0; index < cases; index++)
            foreach (ConvolutionOperator op in exhibit.Operators)
                if (OperatorCase.Of(ConvolutionCase.Random(Seed, index), op) is { } instance
                    && candidate.Capabilities.Lacks(instance.Geometry, op, instance.Flag) is null
                    && Broken(candidate, instance, exhibit.CaughtBy) is ({ } rule, var fault))
                    return new Hunt(rule, index + 1, $"{fault}: {instance}");
        return new Hunt(null, cases, null);
    }

    private static (string Rule, string? Fault)? Broken<T>(ICandidate<T> candidate, OperatorCase instance, ImmutableArray<string> caughtBy)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (DataRule<T> rule in RuleBook<T>.Data)
            if (rule.Check(candidate, instance) is { Standing: Standing.Broken } finding)
                return (finding.Conduct?.ToString() ?? rule.Name, finding.Fault);
        if (caughtBy.Contains(SeveralCalls.Repeats) && !SeveralCalls.AreRepeatable(candidate, instance))
            return (SeveralCalls.Repeats, "the same call gave another answer");
        if (caughtBy.Contains(SeveralCalls.Concurrent) && !SeveralCalls.AreIndependent(candidate, instance))
            return (SeveralCalls.Concurrent, "calls at the same time gave other answers");
        return null;
    }
}
