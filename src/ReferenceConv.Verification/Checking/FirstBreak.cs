using System.Numerics;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>A case that broke a rule, as it was met.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="CaseNumber">The case, counted from 1.</param>
/// <param name="Name">The special path or the layer that it is of, or null.</param>
/// <param name="Instance">The case.</param>
/// <param name="Finding">What was wrong.</param>
/// <param name="IsPlainest">Whether no other rule was broken before on the same case: then no other explains it.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed record FirstBreak<T>(Rule<T> Rule, int CaseNumber, string? Name, OperatorCase Instance, Finding Finding, bool IsPlainest)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How binding what broke is.</summary>
    public RuleLevel Level => Rule.LevelOf(Finding);

    /// <summary>The rule of conduct if that is what broke, otherwise the rule.</summary>
    public string BrokenRule => Finding.Conduct is { } conduct ? Words.Of(conduct) : Rule.Name;
}
