using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Power;

/// <summary>The faults whose guards have one number of predicates.</summary>
/// <param name="Predicates">That number.</param>
/// <param name="IsArbitrary">Whether these are the faults with arbitrary constants.</param>
/// <param name="Caught">How many were found.</param>
/// <param name="Faults">How many were asked.</param>
/// <param name="Operators">The same by operator.</param>
/// <param name="Policies">How many each policy of another harness rejects on the same cases.</param>
/// <param name="CasesToDetection">Of those found, in which case, ascending.</param>
public sealed record ExaminationRow(
    int Predicates,
    bool IsArbitrary,
    int Caught,
    int Faults,
    ImmutableArray<(ConvolutionOperator Operator, int Caught, int Faults)> Operators,
    ImmutableArray<int> Policies,
    ImmutableArray<int> CasesToDetection)
{
    /// <summary>The part that was found.</summary>
    public double Recall => Faults == 0 ? 1 : (double)Caught / Faults;

    /// <summary>Half of those found took no more cases; null if none was found.</summary>
    public int? Median => CasesToDetection.IsEmpty ? null : CasesToDetection[(CasesToDetection.Length - 1) / 2];

    internal static ExaminationRow Of(int predicates, bool isArbitrary, ImmutableArray<ExaminationMark> marks) => new(
        predicates,
        isArbitrary,
        marks.Count(static mark => mark.IsCaught),
        marks.Length,
        [
            .. marks.GroupBy(static mark => mark.Fault.Operator).OrderBy(static op => op.Key)
                .Select(static op => (op.Key, op.Count(static mark => mark.IsCaught), op.Count())),
        ],
        marks.IsEmpty ? [] : [.. marks[0].Policies.Select((_, policy) => marks.Count(mark => mark.Policies[policy] is not null))],
        [.. marks.Select(static mark => mark.CaseNumber).OfType<int>().Order()]);
}
