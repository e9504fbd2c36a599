namespace ReferenceConv.Verification.Reports;

/// <summary>An element that goes into an operator.</summary>
/// <param name="Input">Which array of the signature.</param>
/// <param name="Index">Its flat index there.</param>
internal readonly record struct Place(int Input, int Index);
