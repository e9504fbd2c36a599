using ReferenceConv.Verification.Candidates;

namespace ReferenceConv.Verification.Rules;

/// <summary>What came of a rule on one case, with how sharp the look was.</summary>
/// <param name="Standing">Holds, broken, or why not looked at.</param>
public sealed record Finding(Standing Standing)
{
    private const string Limit = "; if this is a limit of yours, answer 'unsupported'";

    /// <summary>The rule says nothing about this case.</summary>
    public static Finding NotApplicable { get; } = new(Standing.NotApplicable);

    /// <summary>The candidate does not do this geometry.</summary>
    public static Finding Unsupported { get; } = new(Standing.Unsupported);

    /// <summary>How many results were looked at.</summary>
    public long Outputs { get; init; }

    /// <summary>The greatest |error|/bound; 0 where results are equal and must be.</summary>
    public double Margin { get; init; }

    /// <summary>The smallest change of a result that was sure to be seen.</summary>
    public double SmallestFault { get; init; }

    /// <summary>Whether a product could have been lost somewhere without being seen.</summary>
    public bool IsWeak { get; init; }

    /// <summary>The rule of conduct that was broken instead of a wrong number, if one was.</summary>
    public Conduct? Conduct { get; init; }

    /// <summary>What is wrong, in one line.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether a convention explains what is wrong, and the fault names the claim of it.</summary>
    public bool IsExplained { get; init; }

    /// <summary>The numbers behind it, if there are any.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>What a reply that is no result comes to; null if it is one.</summary>
    public static Finding? Without(Reply reply) => reply.Kind switch
    {
        ReplyKind.Done => null,
        ReplyKind.Unsupported => Unsupported,
        ReplyKind.Refused => Misconduct(Candidates.Conduct.AcceptsWhatIsValid, (reply.Text ?? "refused a valid geometry") + Limit),
        _ => Misconduct(reply.Conduct!.Value, reply.Text!),
    };

    private static Finding Misconduct(Conduct conduct, string text) => new(Standing.Broken) { Conduct = conduct, Fault = text };
}
