namespace ReferenceConv.Verification.Cases;

/// <summary>How the operands of a case are filled with odd integers.</summary>
public enum Fill
{
    /// <summary>Both operands wide (up to ±31): every lost, doubled or misplaced product changes the result.</summary>
    Structure,

    /// <summary>
    /// The second operand ±1, the first as wide as the accumulator allows: a shortcut through fewer bits changes the result.
    /// </summary>
    PrecisionOfFirst,

    /// <summary>The first operand ±1, the second as wide as the accumulator allows.</summary>
    PrecisionOfSecond,
}
