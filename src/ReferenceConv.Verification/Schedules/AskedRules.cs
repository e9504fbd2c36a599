namespace ReferenceConv.Verification.Schedules;

/// <summary>How many of the rules a case is asked.</summary>
public enum AskedRules
{
    /// <summary>All that are due.</summary>
    All,

    /// <summary>Those on integers that add exactly: whatever is lost, doubled or misplaced shows.</summary>
    Exact,

    /// <summary>Those of a layer: exact ones and real numbers.</summary>
    Layer,
}
