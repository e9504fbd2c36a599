namespace ReferenceConv.Verification.Exchange;

/// <summary>A folder judged.</summary>
/// <param name="Vector">What was asked.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Fault">What is wrong with the result or its file, if anything is.</param>
public sealed record FileVerdict(FileVector Vector, FileOutcome Outcome, string? Fault = null);
