using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>A rule that asks once, with numbers chosen for what they show.</summary>
/// <param name="name">Short, for tables.</param>
/// <param name="statement">What must hold, in one sentence.</param>
/// <param name="hint">If it is broken, what to look at first.</param>
/// <param name="vector">Makes the numbers and what must come out; null where the rule says nothing.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed class DataRule<T>(string name, string statement, string hint, Func<OperatorCase, Capabilities, TestVector<T>?> vector)
    : Rule<T>(name, RuleLevel.Must, statement, hint)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The numbers for a case, or null where the rule says nothing.</summary>
    public TestVector<T>? Vector(OperatorCase instance, Capabilities capabilities) => vector(instance, capabilities);

    /// <summary>Asks and judges one vector.</summary>
    public static Finding Ask(ICandidate<T> candidate, TestVector<T> asked)
    {
        var result = new T[asked.Expected.Length];
        return Finding.Without(candidate.Answer(asked.Operands, result)) ?? Grader.Grade(asked, result);
    }

    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance) =>
        vector(instance, candidate.Capabilities) is { } asked ? Ask(candidate, asked) : Finding.NotApplicable;
}
