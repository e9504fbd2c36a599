using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// Several calls at the same time, each with its own numbers; a fault only shows if threads meet, so there are several rounds.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ConcurrencyRule<T>()
    : Rule<T>(
        "concurrent calls",
        RuleLevel.Must,
        "Calls at the same time give what each gives alone; asked of re-entrant candidates.",
        "scratch memory shared by all calls")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Calls = 4;
    private const int Rounds = 3;

    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        if (!candidate.Capabilities.IsReentrant)
            return Finding.NotApplicable;

        ImmutableArray<TestVector<T>?> vectors =
            [.. Enumerable.Range(0, Calls).Select(
                call => TestVectors<T>.Integers(Case(instance, call, candidate), candidate.Capabilities, Fill.Structure))];
        if (vectors.Contains(null))
            return Finding.NotApplicable;

        Finding finding = Finding.NotApplicable;
        for (int round = 0; round < Rounds; round++)
        {
            ImmutableArray<T[]> results = [.. vectors.Select(static vector => new T[vector!.Expected.Length])];
            ImmutableArray<Reply> replies = candidate.AnswerTogether([.. vectors.Select(static vector => vector!.Operands)], results);
            for (int call = 0; call < Calls; call++)
            {
                finding = Finding.Without(replies[call]) ?? Grader.Grade(vectors[call]!, results[call]);
                if (finding.Fault is not null)
                    return finding with { Fault = $"{Calls} calls at once, call {call + 1}: {finding.Fault}" };
                if (finding.Standing != Standing.Holds)
                    return finding;
            }
        }

        return finding;
    }

    /// <summary>
    /// Every other call is about other shapes too, where there are some: what is kept per call must not be shared by all.
    /// </summary>
    private static OperatorCase Case(OperatorCase instance, int call, ICandidate<T> candidate) =>
        ((call % 2 == 0 ? null : OtherShapes(instance, candidate.Capabilities)) ?? instance).WithSeed(instance.Seed + (ulong)call);

    /// <summary>The other shapes that are asked at the same time; null where there are none.</summary>
    internal static OperatorCase? OtherShapes(OperatorCase instance, Capabilities capabilities) => instance.Origin is not { } origin
        ? null
        : origin.Simpler()
            .Prepend(origin.WithFewChannels())
            .Select(simpler => OperatorCase.Of(simpler, instance.Operator))
            .FirstOrDefault(simpler => simpler is not null
                && simpler.Geometry.ToString() != instance.Geometry.ToString()
                && capabilities.Lacks(simpler.Geometry, simpler.Operator, simpler.Flag) is null);
}
