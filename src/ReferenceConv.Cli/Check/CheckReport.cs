using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Cli.Check;

/// <summary>What <c>check</c> prints: a table per number type, the faults, and what was not looked at.</summary>
internal sealed class CheckReport(Terminal terminal, string command)
{
    private const int ToldInFull = 3;
    private const int ToldBriefly = 12;

    /// <summary>Writes everything.</summary>
    public void Write(ImmutableArray<CheckResult> results, TimeSpan elapsed)
    {
        foreach (CheckResult result in results)
        {
            CheckTable.Write(terminal.Console, result);
            terminal.Line("");
        }

        Break[] breaks = [.. results.SelectMany(static result => result.Breaks)];
        HashSet<Break> inFull = [.. results.SelectMany(static result => result.Breaks.GroupBy(static broken => broken.Smallest.Operator).Select(static op => op.First())).Take(ToldInFull)];
        int brief = 0;
        foreach (CheckResult result in results)
            foreach (Break broken in result.Breaks)
                if (inFull.Contains(broken) || ++brief <= ToldBriefly)
                    Tell(result, broken, inFull.Contains(broken));
        if (brief > ToldBriefly)
            terminal.Line($"and {brief - ToldBriefly} more broken rules; --json FILE has them all");

        WriteScope(results);
        terminal.Line(Summary(results, breaks, elapsed));
    }

    private void Tell(CheckResult result, Break broken, bool isInFull)
    {
        ImmutableArray<string> lines = isInFull ? FaultReport.Lines(broken, result.NumberType, command) : FaultReport.Brief(broken, result.NumberType, command);
        terminal.Fault(lines[0]);
        foreach (string line in lines.Skip(1))
            terminal.Line(line);
        if (isInFull)
            terminal.Line("");
    }

    private void WriteScope(ImmutableArray<CheckResult> results)
    {
        CheckResult first = results[0];
        terminal.Line($"{Count(first.Cases.Length, "small case")}, {PairCoverage.Of(first.Capabilities).Line(first.Cases)}; {Count(first.Layers.Length, "real layer")}");
        int unsupported = results.Sum(static result => result.Tallies.Sum(static tally => tally.Unsupported));
        if (unsupported > 0)
            terminal.Line($"not supported, as it answered itself: {Count(unsupported, "call")}");
        string[] notClaimed = [.. results.SelectMany(static result => result.Capabilities.NotClaimed()).Distinct()];
        if (notClaimed.Length > 0)
            terminal.Line($"not claimed: {string.Join(", ", notClaimed)}");
        foreach (CheckResult result in results)
            foreach (var op in result.GivenUp)
                terminal.Line($"given up, {result.NumberType}: {op}, which broke the rules of conduct too often");
        terminal.Line($"never looked at: {string.Join("; ", RuleBook<float>.Untested)}");
    }

    private static string Summary(ImmutableArray<CheckResult> results, Break[] breaks, TimeSpan elapsed)
    {
        int broken = breaks.Count(static broken => broken.Level == RuleLevel.Must);
        int judged = results.Sum(static result => result.Tallies.Sum(static tally => tally.Checked));
        string verdict = broken == 0 ? "every rule holds" : $"{Count(broken, "rule")} broken";
        return $"{results[0].Candidate}, class {results[0].Capabilities.Exactness}: {judged:N0} judgements, {verdict}. Seed {results[0].Plan.Seed}, {elapsed.TotalSeconds:N0} s.";
    }

    private static string Count(long count, string thing) => Verify.Words.Count(count, thing);
}
