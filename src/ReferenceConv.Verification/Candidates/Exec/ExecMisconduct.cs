namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>The command broke a rule of conduct, and the conversation with it is over.</summary>
/// <param name="conduct">Which rule.</param>
/// <param name="text">How, in one line.</param>
internal sealed class ExecMisconduct(Conduct conduct, string text) : Exception(text)
{
    /// <summary>Which rule.</summary>
    public Conduct Conduct { get; } = conduct;
}
