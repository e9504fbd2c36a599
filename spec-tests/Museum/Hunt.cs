using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Museum;

/// <summary>Asks a candidate case after case, every operator it claims and every rule that binds, until a rule is broken.</summary>
/// <param name="Rule">The rule of numbers or of conduct that was broken; null if none was.</param>
/// <param name="Case">The number of the case, from 1; the number of cases if none was broken.</param>
/// <param name="Rank">Of the case.</param>
/// <param name="Fault">What was wrong.</param>
internal sealed record Hunt(string? Rule, int Case, int Rank, string? Fault)
{
    private const ulong Seed = 1;

    private static readonly string[] Exact = ["structure", "precision of first", "precision of second"];

    /// <summary>Hunts through so many cases of a check.</summary>
    /// <param name="candidate">Who is asked.</param>
    /// <param name="cases">How many cases.</param>
    /// <param name="mostPairs">Cases with more pairs of an input and a tap are left out.</param>
    public static Hunt For<T>(ICandidate<T> candidate, int cases, double mostPairs = double.PositiveInfinity)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int index = 0;
        foreach (ScheduledCase scheduled in new CheckSchedule(candidate.Capabilities, Seed).Cases(cases))
        {
            if (Pairs(scheduled.Case.Geometry) > mostPairs)
                continue;
            foreach (ConvolutionOperator op in candidate.Capabilities.Operators)
                if (OperatorCase.Of(scheduled.Case, op) is { } instance
                    && candidate.Capabilities.Lacks(instance.Geometry, op, instance.Flag) is null
                    && Broken(candidate, instance, scheduled.Extent == AskedRules.All, index) is ({ } rule, var fault))
                    return new Hunt(rule, index + 1, instance.Geometry.Axes.Length, $"{fault}: {instance}");
            index++;
        }

        return new Hunt(null, cases, 0, null);
    }

    private static double Pairs(ConvolutionGeometry geometry) => geometry.Axes.Aggregate(
        (double)geometry.Batch * geometry.InChannels * geometry.GroupOutChannels,
        static (product, axis) => product * axis.Input * axis.Kernel);

    private static (string Rule, string? Fault)? Broken<T>(ICandidate<T> candidate, OperatorCase instance, bool isWhole, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IEnumerable<Rule<T>> numbers = RuleBook<T>.Data.Where(rule => isWhole || Exact.Contains(rule.Name));
        IEnumerable<Rule<T>> repeated =
            RuleBook<T>.Repeated.Where(rule => index % rule.Every == 0 && (isWhole || rule.IsOfEveryKind)).Select(static rule => rule.Rule);
        foreach (Rule<T> rule in numbers.Concat(repeated).Where(static rule => rule.Level == RuleLevel.Must))
            if (rule.Check(candidate, instance) is { Standing: Standing.Broken } finding)
                return (finding.Conduct?.ToString() ?? rule.Name, finding.Fault);
        return null;
    }
}
