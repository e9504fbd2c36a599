using ReferenceConv.Verification.Candidates;

namespace ReferenceConv.Verification.Checking;

/// <summary>Names of things as reports write them.</summary>
public static class Words
{
    /// <summary>For example <c>stays in its arrays</c>.</summary>
    public static string Of(Conduct conduct) => conduct switch
    {
        Conduct.Returns => "returns",
        Conduct.ReturnsInTime => "returns in time",
        Conduct.StaysInMemory => "stays in memory",
        Conduct.StaysInItsArrays => "stays in its arrays",
        Conduct.RepeatsItself => "repeats itself",
        Conduct.LeavesItsInputs => "leaves its inputs",
        Conduct.SpeaksTheProtocol => "speaks the protocol",
        _ => "accepts what is valid",
    };
}
