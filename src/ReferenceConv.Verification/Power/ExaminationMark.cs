using System.Collections.Immutable;
using ReferenceConv.Verification.Examination;

namespace ReferenceConv.Verification.Power;

/// <summary>What became of one fault of an examination.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Found">The case that found it, counted from 1, and the rule; null if none did.</param>
internal sealed record ExaminationMark(ExaminationFault Fault, (int CaseNumber, string Rule)? Found)
{
    /// <summary>Whether it was also asked each of the first cases.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The case and the rule, where it was.</summary>
    public (int CaseNumber, string Rule)? Whole { get; init; }

    /// <summary>Per policy of another harness the number of the case that it rejected first, or null.</summary>
    public ImmutableArray<int?> Policies { get; init; } = [];

    /// <summary>The case that found it; null if none did.</summary>
    public int? CaseNumber => Found?.CaseNumber;

    /// <summary>Whether it was found.</summary>
    public bool IsCaught => CaseNumber is not null;

    /// <summary>Whether both ways agree, where it was asked in both.</summary>
    public bool Agrees => !IsWhole || Whole is not null == Found is { CaseNumber: <= ExaminationRun.WholeCases, Rule: not "impulses" };
}
