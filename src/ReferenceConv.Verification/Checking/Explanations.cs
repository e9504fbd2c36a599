using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>
/// Makes the smallest case of every broken rule. A rule that was broken only where a plainer one was broken too is explained by that one's smallest case, if
/// that breaks it as well; a rule that was broken alone somewhere is a fault of its own, and explained by a case of its own.
/// </summary>
internal static class Explanations
{
    private static readonly TimeSpan LongSearch = TimeSpan.FromSeconds(5);    // for a fault of its own
    private static readonly TimeSpan ShortSearch = TimeSpan.FromSeconds(1);   // for what follows from a plainer one

    /// <summary>Per operator in the order of the rule book, so that the plainest rule is told first.</summary>
    public static IEnumerable<Break> Of<T>(ICandidate<T> candidate, IEnumerable<FirstBreak<T>> breaks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string[] order = [.. RuleBook<T>.All.Select(static rule => rule.Name)];
        foreach (var op in breaks.GroupBy(static first => first.Instance.Operator).OrderBy(static op => op.Key))
        {
            OperatorCase? plainest = null;
            foreach (FirstBreak<T> first in op.OrderBy(first => Array.IndexOf(order, first.Rule.Name)).ThenBy(static first => first.Finding.Conduct is not null))
            {
                bool isOfItsOwn = plainest is null || first.IsPlainest;
                (OperatorCase smallest, Finding finding, bool isRepeatable) =
                    !isOfItsOwn && Shrinker<T>.SameBreak(first.Rule, candidate, plainest!, first.Finding) is { } same
                        ? (plainest!, same, true)
                        : Shrinker<T>.Smallest(first.Rule, candidate, first.Instance, first.Finding, isOfItsOwn ? LongSearch : ShortSearch);
                plainest ??= isRepeatable ? smallest.WithMask(null) : null;
                yield return new Break(first.Rule.Name, first.Rule.Level, first.Rule.Hint, first.CaseNumber, first.Instance, smallest, finding, isRepeatable)
                {
                    Name = first.Name,
                    IsOfItsOwn = isOfItsOwn,
                };
            }
        }
    }
}
