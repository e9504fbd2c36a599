using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Rules;

/// <summary>Something a candidate must do, checked on one case at a time.</summary>
/// <param name="name">Short, for tables.</param>
/// <param name="level">How binding it is.</param>
/// <param name="statement">What must hold, in one sentence.</param>
/// <param name="hint">If it is broken, what to look at first.</param>
/// <typeparam name="T">float or double.</typeparam>
public abstract class Rule<T>(string name, RuleLevel level, string statement, string hint)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Short, for tables.</summary>
    public string Name { get; } = name;

    /// <summary>How binding it is.</summary>
    public RuleLevel Level { get; } = level;

    /// <summary>What must hold, in one sentence.</summary>
    public string Statement { get; } = statement;

    /// <summary>If it is broken, what to look at first.</summary>
    public string Hint { get; } = hint;

    /// <summary>How binding what was found is: rules of conduct bind, whichever rule was asked.</summary>
    public RuleLevel LevelOf(Finding finding) => finding.Conduct is null ? Level : RuleLevel.Must;

    /// <summary>Asks the candidate and judges what it answers.</summary>
    public abstract Finding Check(ICandidate<T> candidate, OperatorCase instance);
}
