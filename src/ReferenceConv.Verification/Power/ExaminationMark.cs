using System.Collections.Immutable;
using ReferenceConv.Verification.Examination;

namespace ReferenceConv.Verification.Power;

/// <summary>What became of one fault of an examination.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Found">The case that found it, counted from 1, and the rule; null if none did.</param>
internal sealed record ExaminationMark(ExaminationFault Fault, (int CaseNumber, string Rule)? Found)
{
    /// <summary>Where it was held against being asked each of the first cases: the case and the rule both ways; otherwise null.</summary>
    public ((int CaseNumber, string Rule)? Met, (int CaseNumber, string Rule)? Whole)? BothWays { get; init; }

    /// <summary>Per policy of another harness the number of the case that it rejected first, or null.</summary>
    public ImmutableArray<int?> Policies { get; init; } = [];

    /// <summary>The case that found it; null if none did.</summary>
    public int? CaseNumber => Found?.CaseNumber;

    /// <summary>Whether it was found.</summary>
    public bool IsCaught => CaseNumber is not null;

    /// <summary>Whether both ways agree, where it was asked in both.</summary>
    public bool Agrees => BothWays is not { } both || both.Met == both.Whole;
}
