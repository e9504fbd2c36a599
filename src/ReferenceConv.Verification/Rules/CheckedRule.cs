using System.Numerics;

namespace ReferenceConv.Verification.Rules;

/// <summary>A rule and how often it is checked.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Every">1 for every case, n for every n-th.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record CheckedRule<T>(Rule<T> Rule, int Every)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether it is checked on all kinds of cases, also on those that are asked exact numbers only.</summary>
    public bool IsOfEveryKind { get; init; }
}
