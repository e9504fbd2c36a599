namespace ReferenceConv.Verification.Runs;

/// <summary>What came of comparing a candidate with the reference.</summary>
public enum Outcome
{
    /// <summary>Every output is equal.</summary>
    Equal,

    /// <summary>An output differs, or the candidate threw.</summary>
    Broken,

    /// <summary>No fill of this kind is provably exact, so nothing was compared.</summary>
    NotApplicable,
}
