using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Rules;

/// <summary>The same call twice with another one in between: no answer may be remembered, and nothing may be left over.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RepeatRule<T>()
    : Rule<T>(
        "repeats",
        RuleLevel.Must,
        "The same call gives the same result again, also after a call with other numbers.",
        "results kept from an earlier call, and scratch memory that is not cleared")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        (OperatorCase Instance, string When)[] calls =
        [
            (instance, "in the first call"),
            (instance.WithSeed(instance.Seed + 1), "with other numbers of the same shapes, after a first call"),
            (instance, "in the same call again, after one with other numbers"),
        ];
        Finding finding = Finding.NotApplicable;
        foreach ((OperatorCase call, string when) in calls)
        {
            if (TestVectors<T>.Integers(call, candidate.Capabilities, Fill.Structure) is not { } vector)
                return Finding.NotApplicable;

            var result = new T[vector.Expected.Length];
            finding = Finding.Without(candidate.Answer(vector.Operands, result)) ?? Grader.Grade(vector, result);
            if (finding.Standing != Standing.Holds)
                return finding.Fault is null ? finding : finding with { Fault = $"{when}: {finding.Fault}" };
        }

        return finding;
    }
}
