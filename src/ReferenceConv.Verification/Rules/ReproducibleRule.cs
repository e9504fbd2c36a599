using System.Numerics;
using System.Runtime.InteropServices;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Rules;

/// <summary>The same call on real numbers twice. An order of summation that varies is legal, and worth knowing.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ReproducibleRule<T>()
    : Rule<T>(
        "same bits again",
        RuleLevel.May,
        "The same call on real numbers gives the same bits again.",
        "sums whose order depends on threads")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        if (TestVectors<T>.Real(instance, candidate.Capabilities) is not { } vector)
            return Finding.NotApplicable;

        var first = new T[vector.Expected.Length];
        var second = new T[vector.Expected.Length];
        if ((Finding.Without(candidate.Answer(vector.Operands, first)) ?? Finding.Without(
            candidate.Answer(vector.Operands, second))) is { } unanswered)
            return unanswered;

        int differs = MemoryMarshal.AsBytes<T>(first).CommonPrefixLength(MemoryMarshal.AsBytes<T>(second)) / Marshal.SizeOf<T>();
        return differs == first.Length
            ? new Finding(Standing.Holds) { Outputs = first.Length }
            : new Finding(Standing.Broken)
            {
                Outputs = first.Length,
                Fault = $"{vector.Operands.Signature.Result.At(differs)} was {first[differs]}, then {second[differs]}"
            };
    }
}
