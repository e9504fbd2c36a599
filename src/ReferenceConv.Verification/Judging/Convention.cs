namespace ReferenceConv.Verification.Judging;

/// <summary>A convention that is not claimed, and under which results that are wrong would be right.</summary>
/// <param name="What">What happened, in a few words.</param>
/// <param name="Claim">How it is claimed on a command line.</param>
/// <param name="Explains">Whether it makes a result right: from its flat index and what came out.</param>
public sealed record Convention(string What, string Claim, Func<int, double, bool> Explains);
