namespace ReferenceConv.Verification.Candidates;

/// <summary>What kind of answer a candidate gave.</summary>
public enum ReplyKind
{
    /// <summary>A result.</summary>
    Done,

    /// <summary>It does not do this geometry, and says so.</summary>
    Unsupported,

    /// <summary>It refused the call as invalid.</summary>
    Refused,

    /// <summary>It broke a rule of conduct.</summary>
    Misconduct,
}
