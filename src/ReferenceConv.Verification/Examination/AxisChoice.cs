namespace ReferenceConv.Verification.Examination;

/// <summary>Of which axes a size is looked at.</summary>
public enum AxisChoice
{
    /// <summary>Of every one.</summary>
    All,

    /// <summary>Of the fastest.</summary>
    Last,

    /// <summary>Of the slowest.</summary>
    First,
}
