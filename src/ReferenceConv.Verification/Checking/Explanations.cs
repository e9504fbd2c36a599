using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>
/// Makes the smallest case of every broken rule. A rule that was broken only where a plainer one was broken too is explained by that one's
/// smallest case, if that breaks it as well; a rule that was broken alone somewhere is a fault of its own, and explained by a case of its
/// own.
/// </summary>
internal static class Explanations
{
    private static readonly TimeSpan LongSearch = TimeSpan.FromSeconds(5);    // for a fault of its own
    private static readonly TimeSpan ShortSearch = TimeSpan.FromSeconds(1);   // for what follows from a plainer one
    private static readonly TimeSpan TriggerSearch = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastSearch = TimeSpan.FromSeconds(1);    // for all together, once the check is stopped

    private static readonly ImmutableArray<string> OfExactSums = ["structure", "precision of first", "precision of second"];

    /// <summary>Per operator in the order of the rule book, so that the plainest rule is told first.</summary>
    /// <param name="candidate">Who is asked again.</param>
    /// <param name="breaks">What was broken.</param>
    /// <param name="stop">After this there is one second left for everything.</param>
    public static IEnumerable<Break> Of<T>(ICandidate<T> candidate, IEnumerable<FirstBreak<T>> breaks, CancellationToken stop)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var stopped = new Stopwatch();
        string[] order = [.. RuleBook<T>.All.Select(static rule => rule.Name)];
        foreach (var op in breaks.GroupBy(static first => first.Instance.Operator).OrderBy(static op => op.Key))
        {
            OperatorCase? plainest = null;
            foreach (FirstBreak<T> first in op.OrderBy(first => Array.IndexOf(order, first.Rule.Name)).ThenBy(
                static first => first.Finding.Conduct is not null))
            {
                bool isOfItsOwn = plainest is null || first.IsPlainest;
                TimeSpan search = Left(isOfItsOwn ? LongSearch : ShortSearch);
                (OperatorCase smallest, Finding finding, bool isRepeatable) =
                    search <= TimeSpan.Zero ? (first.Instance, first.Finding, true)
                    : !isOfItsOwn && Shrinker<T>.SameBreak(first.Rule, candidate, plainest!, first.Finding) is { } same
                        ? (plainest!, same, true)
                        : Shrinker<T>.Smallest(first.Rule, candidate, first.Instance, first.Finding, search);
                plainest ??= isRepeatable ? smallest.WithMask(null) : null;
                yield return new Break(
                    first.Rule.Name, first.Level, first.Rule.Hint, first.CaseNumber, first.Instance, smallest, finding, isRepeatable)
                {
                    Name = first.Name,
                    IsOfItsOwn = isOfItsOwn,
                    Trigger = isOfItsOwn && isRepeatable && finding.Conduct is null && OfExactSums.Contains(first.Rule.Name)
                        ? Trigger<T>.Of(first.Rule, candidate, smallest, Left(TriggerSearch))
                        : null,
                };
            }
        }

        TimeSpan Left(TimeSpan usual)
        {
            if (!stop.IsCancellationRequested)
                return usual;
            stopped.Start();
            return LastSearch - stopped.Elapsed;
        }
    }
}
