namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>How a child ended before it answered.</summary>
/// <param name="Conduct">The rule it broke.</param>
/// <param name="Text">What happened.</param>
/// <param name="IsMemoryFault">Whether an address was touched that must not be, so that it can be asked where.</param>
internal sealed record Death(Conduct Conduct, string Text, bool IsMemoryFault = false)
{
    public Reply Reply => Reply.Misconduct(Conduct, Text);
}
