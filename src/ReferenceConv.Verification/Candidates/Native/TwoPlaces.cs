using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>
/// Two calls that differ only in where the arrays lie. If their answers differ, each place is asked twice more before it is blamed: a
/// library that is wrong now and then, as one with a race is, does not give the same answer twice in one place.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class TwoPlaces<T>(HostedLibrary library, Operands<T> operands, Exactness exactness)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string Again = "when it was asked again with its arrays in the same places";

    /// <summary>Twice each and not in turn, so that being wrong in every second or third call does not look like a place.</summary>
    private static readonly ImmutableArray<Flush> Order = [Flush.Right, Flush.Right, Flush.Left, Flush.Left];

    /// <summary>Whom to blame for two answers.</summary>
    /// <param name="right">With arrays that end at a page: header and result.</param>
    /// <param name="left">With arrays that begin at one.</param>
    /// <returns>Null if they agree.</returns>
    public Reply? Misconduct(ReadOnlySpan<byte> right, ReadOnlySpan<byte> left)
    {
        if (Difference(right, left, "where they end at a page", "where they begin at one") is not { } difference)
            return null;

        foreach (Flush flush in Order)
        {
            if (library.Ask(Question.Of([operands], [RawGeometry.Of(operands.Geometry)], flush), out byte[] answer) is { } death)
                return death.Reply;
            if (Difference(flush == Flush.Right ? right : left, answer, "at first", Again) is { } change)
                return Reply.Misconduct(Conduct.RepeatsItself, $"not the same result twice: {change}");
        }

        return Reply.Misconduct(Conduct.StaysInItsArrays, $"its result depends on where its arrays lie: {difference}");
    }

    private string? Difference(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, string ofOne, string ofOther)
    {
        (int first, int second) = (Run.Parse(one).Code, Run.Parse(other).Code);
        if (first != second)
            return $"it returned {first} {ofOne} and {second} {ofOther}";
        return first == Run.Done
            ? Placement<T>.Disagreement(operands, exactness, Run.Result<T>(one), Run.Result<T>(other), ofOne, ofOther)
            : null;
    }
}
