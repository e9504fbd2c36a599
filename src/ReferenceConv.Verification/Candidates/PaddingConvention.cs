namespace ReferenceConv.Verification.Candidates;

/// <summary>Whether what meets nothing takes part in a sum. On finite numbers both are the same.</summary>
public enum PaddingConvention
{
    /// <summary>A sum runs over the pairs that meet; a NaN or ∞ in a tap that meets nothing stays without effect.</summary>
    Skipped,

    /// <summary>
    /// A sum runs over its whole range, and what meets nothing is multiplied by zero: y over all taps, dx over all taps, dw over all
    /// outputs. A NaN or ∞ there makes NaN.
    /// </summary>
    Multiplied,

    /// <summary>
    /// Left open, result by result: a NaN or ∞ that meets nothing stays without effect or makes NaN, and does nothing else.
    /// </summary>
    Either,
}
