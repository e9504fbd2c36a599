namespace ReferenceConv.Verification.Schedules;

/// <summary>A pair that no case has.</summary>
/// <param name="Pair">The levels.</param>
/// <param name="Reason">For example <c>not claimed: dilation</c>, or <c>no axis has both</c>.</param>
public sealed record InfeasiblePair(LevelPair Pair, string Reason)
{
    /// <summary>For example <c>kernel one × dilation above 1: no axis has both</c>.</summary>
    public override string ToString() => $"{Pair}: {Reason}";
}
