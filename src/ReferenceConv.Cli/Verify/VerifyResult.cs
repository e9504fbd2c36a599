using System.Collections.Immutable;
using ReferenceConv.Verification.Laws;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.Cli.Verify;

/// <summary>All that a run found.</summary>
/// <param name="Effort">How much was done.</param>
/// <param name="Seed">Selected the numbers and the cases.</param>
/// <param name="Refusal">Why the networks could not be built, if the geometry refused one.</param>
/// <param name="Trials">What was compared.</param>
/// <param name="Verdicts">A verdict per trial.</param>
/// <param name="Laws">What was to hold.</param>
/// <param name="BrokenLaws">Per law the smallest case that breaks it, or null.</param>
public sealed record VerifyResult(
    Effort Effort,
    ulong Seed,
    string? Refusal,
    ImmutableArray<Trial> Trials,
    ImmutableArray<Verdict> Verdicts,
    ImmutableArray<Law> Laws,
    ImmutableArray<Counterexample?> BrokenLaws)
{
    /// <summary>
    /// Per kind of broken trial (operator and fill) the smallest case that breaks the same way, or null if none was found.
    /// </summary>
    public required ImmutableDictionary<Kind, Counterexample?> Counterexamples { get; init; }

    /// <summary>What was compared and found different, or thrown.</summary>
    public IEnumerable<(Trial Trial, Verdict Verdict)> Broken =>
        Trials.Zip(Verdicts).Where(static both => both.Second.Outcome == Outcome.Broken);

    /// <summary>Whether everything holds.</summary>
    public bool Holds => Refusal is null && !Broken.Any() && BrokenLaws.All(static broken => broken is null);
}
