using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>A rule that a candidate breaks, at the first case found and at the smallest.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Level">How binding it is.</param>
/// <param name="Hint">What to look at first.</param>
/// <param name="CaseNumber">Which case it was, counted from 1.</param>
/// <param name="First">The case found.</param>
/// <param name="Smallest">The smallest case that breaks the rule in the same way.</param>
/// <param name="Finding">What is wrong in the smallest.</param>
/// <param name="IsRepeatable">Whether the case breaks when it is asked again by itself.</param>
public sealed record Break(
    string Rule,
    RuleLevel Level,
    string Hint,
    int CaseNumber,
    OperatorCase First,
    OperatorCase Smallest,
    Finding Finding,
    bool IsRepeatable)
{
    /// <summary>The special path or the layer of the case found; null where it was drawn axis by axis, or varied.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the rule was broken where no plainer one was: then no other break explains it.</summary>
    public bool IsOfItsOwn { get; init; } = true;

    /// <summary>Which sizes bring it about, if it depends on any: <c>input width mod 8 = 1 (9, 17, 25, 33)</c>.</summary>
    public string? Trigger { get; init; }

    /// <summary>The rule of conduct if that is what broke, otherwise the rule: what the report calls the fault.</summary>
    public string BrokenRule => Finding.Conduct is { } conduct ? Words.Of(conduct) : Rule;
}
