using System.Collections.Immutable;
using System.CommandLine;
using ReferenceConv.Cli.Check;
using ReferenceConv.Cli.Verify;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Exchange;

namespace ReferenceConv.Cli;

/// <summary><c>refconv judge</c>: reads the results back that a candidate wrote beside the cases.</summary>
public static class JudgeVerb
{
    private const int FaultsShown = 10;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "What cases --out wrote, with the results in it." };
        Option<string?> words = ClaimOptions.Words();
        Option<string?> exactness = ClaimOptions.Exactness();
        Option<string?> padding = ClaimOptions.Padding();
        Option<string?> gradientPadding = ClaimOptions.GradientPadding();
        Option<string?> subnormals = ClaimOptions.Subnormals();
        var verb = new Command("judge", "Judges the results that were written beside the files of cases (docs/files.md).")
        {
            folder, words, exactness, padding, gradientPadding, subnormals,
        };
        verb.SetAction(parsed =>
        {
            var claims = Claims.Parse(
                type: null,
                [],
                parsed.GetValue(words),
                parsed.GetValue(exactness),
                parsed.GetValue(padding),
                parsed.GetValue(gradientPadding),
                parsed.GetValue(subnormals));
            ImmutableArray<FileVerdict> verdicts = FileJudge.Judge(parsed.GetRequiredValue(folder), claims.Over(FileJudge.UsualClaims));
            Report(parsed.InvocationConfiguration.Output, verdicts);
            return verdicts.Any(static verdict => verdict.Outcome is FileOutcome.Wrong or FileOutcome.Damaged or FileOutcome.Missing)
                ? Program.Differs
                : Program.Holds;
        });
        return verb;
    }

    private static void Report(TextWriter output, ImmutableArray<FileVerdict> verdicts)
    {
        FileVerdict[] wrong = [.. verdicts.Where(static verdict => verdict.Outcome is FileOutcome.Wrong or FileOutcome.Damaged)];
        foreach (FileVerdict verdict in wrong.Take(FaultsShown))
            output.WriteLine($"✗ {verdict.Vector}: {verdict.Fault}");
        if (wrong.Length > FaultsShown)
            output.WriteLine($"✗ and {wrong.Length - FaultsShown} more");

        foreach (var byOperator in verdicts.GroupBy(static verdict => verdict.Vector.Operator))
            output.WriteLine($"{byOperator.Key.Name()}: {Counts([.. byOperator])}");
        output.WriteLine($"{Words.Count(verdicts.Length, "vector")}: {Counts(verdicts)}");
    }

    private static string Counts(IReadOnlyCollection<FileVerdict> verdicts) =>
        string.Join(", ", Enum.GetValues<FileOutcome>()
            .Where(outcome =>
                outcome is FileOutcome.Right or FileOutcome.Wrong or FileOutcome.Missing
                    || verdicts.Any(verdict => verdict.Outcome == outcome))
            .Select(outcome => $"{verdicts.Count(verdict => verdict.Outcome == outcome)} {Word(outcome)}"));

    private static string Word(FileOutcome outcome) =>
        outcome == FileOutcome.NotAsked ? "not asked" : outcome.ToString().ToLowerInvariant();
}
