namespace ReferenceConv.Verification.Candidates;

/// <summary>What came back from a candidate.</summary>
/// <param name="Kind">Whether there is a result.</param>
/// <param name="Conduct">Which rule of conduct is broken, if one is.</param>
/// <param name="Text">What happened, in one line.</param>
public sealed record Reply(ReplyKind Kind, Conduct? Conduct = null, string? Text = null)
{
    /// <summary>The result is there.</summary>
    public static Reply Done { get; } = new(ReplyKind.Done);

    /// <summary>The candidate does not support this geometry; counted, not a fault.</summary>
    public static Reply Unsupported { get; } = new(ReplyKind.Unsupported);

    /// <summary>The candidate broke a rule of conduct.</summary>
    public static Reply Misconduct(Conduct conduct, string text) => new(ReplyKind.Misconduct, conduct, text);
}
