namespace ReferenceConv.Verification.Exchange;

/// <summary>What came of one folder.</summary>
public enum FileOutcome
{
    /// <summary>The result is right.</summary>
    Right,

    /// <summary>The result is wrong.</summary>
    Wrong,

    /// <summary>The folder says that this geometry is not supported.</summary>
    Unsupported,

    /// <summary>There is no result.</summary>
    Missing,
}
