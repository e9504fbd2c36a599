using System.Collections.Immutable;

namespace ReferenceConv.Verification.Power;

/// <summary>One exhibit before all judges.</summary>
/// <param name="Exhibit">Its name.</param>
/// <param name="Report">Where such a convolution was met, or null.</param>
/// <param name="NumberType">float32 or float64; the policies judge float32 only.</param>
/// <param name="IsWrong">Whether it must be caught.</param>
/// <param name="Here">What this project made of it.</param>
/// <param name="Policies">Per policy the number of the case it rejected first, counted from 1, or null; empty for float64.</param>
public sealed record PowerRow(
    string Exhibit, string? Report, string NumberType, bool IsWrong, Detection Here, ImmutableArray<int?> Policies);
