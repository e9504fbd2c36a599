namespace ReferenceConv.Verification.Candidates;

/// <summary>What a candidate must do and not do besides computing.</summary>
public enum Conduct
{
    /// <summary>It returns: no exception, no exit, no crash.</summary>
    Returns,

    /// <summary>It returns in time.</summary>
    ReturnsInTime,

    /// <summary>It stays within the memory it is given.</summary>
    StaysInMemory,

    /// <summary>It reads and writes only inside its arrays.</summary>
    StaysInItsArrays,

    /// <summary>It gives the same result twice, but for the order of a sum.</summary>
    RepeatsItself,

    /// <summary>It does not write to its inputs.</summary>
    LeavesItsInputs,

    /// <summary>It speaks the protocol.</summary>
    SpeaksTheProtocol,

    /// <summary>It does a geometry that is valid.</summary>
    AcceptsWhatIsValid,
}
