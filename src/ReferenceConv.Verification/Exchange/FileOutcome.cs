namespace ReferenceConv.Verification.Exchange;

/// <summary>What came of one folder.</summary>
public enum FileOutcome
{
    /// <summary>The result is right.</summary>
    Right,

    /// <summary>The result is wrong.</summary>
    Wrong,

    /// <summary>The result is no array of the right type and shape, or cannot be read.</summary>
    Damaged,

    /// <summary>The folder says that this geometry is not supported.</summary>
    Unsupported,

    /// <summary>The rule says nothing of a candidate with these claims.</summary>
    NotAsked,

    /// <summary>There is no result.</summary>
    Missing,
}
