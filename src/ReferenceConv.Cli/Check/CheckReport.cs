using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Schedules;
using Spectre.Console;
using Capabilities = ReferenceConv.Verification.Candidates.Capabilities;

namespace ReferenceConv.Cli.Check;

/// <summary>What <c>check</c> prints: a table per number type, the faults, and what was not looked at.</summary>
internal sealed class CheckReport(Terminal terminal, string command)
{
    private const int ToldInFull = 3;
    private const int OwnTold = 3;   // of an operator, beside the plainest

    /// <summary>Writes everything.</summary>
    public void Write(ImmutableArray<CheckResult> results, TimeSpan elapsed)
    {
        foreach (CheckResult stopped in results.Where(static result => result.IsStopped))
        {
            string asked = $"{stopped.Cases.Length:N0} of {Count(stopped.Plan.Cases, "small case")}";
            Wrapped($"{stopped.NumberType} was stopped by a signal after {asked}; what was found until then:");
        }

        foreach (Table part in results.SelectMany(result => CheckTable.Of(result, terminal.Width)))
        {
            terminal.Write(part);
            terminal.Line("");
        }

        int told = 0;
        foreach (CheckResult result in results)
        {
            ILookup<bool, Break> isNew =
                result.Breaks.ToLookup(broken => ReferenceEquals(result, results[0]) || !Rules(results[0]).Contains(Rule(broken)));
            foreach (IGrouping<ConvolutionOperator, Break> op in isNew[true].GroupBy(static broken => broken.Smallest.Operator))
                Tell(result, [.. op], told++);
            if (isNew[false].Any())
                TellAgain(result, [.. isNew[false]], Rules(results[0]).Count);
        }

        WriteScope(results);
        Write(terminal, ClassAdvice.Lines(results));
        Wrapped(Summary(
            results, results.Sum(static result => result.Breaks.Count(static broken => broken.Level == RuleLevel.Must)), elapsed));
    }

    /// <summary>A broken rule in full: picture, formula, token, and perhaps a test to paste.</summary>
    public static void Tell(Terminal terminal, Break broken, string numberType, string command, bool withTest)
    {
        Write(terminal, FaultReport.Lines(broken, numberType, command));
        if (withTest)
            Write(terminal, NUnitTest.Lines(broken, numberType).Select(static line => line.Length == 0 ? "" : $"  {line}"));
        terminal.Line("");
    }

    /// <summary>
    /// The plainest broken rule of an operator, and in brief the first few others that are faults of their own; the rest mostly follow from
    /// these, and are only named.
    /// </summary>
    private void Tell(CheckResult result, Break[] breaks, int toldBefore)
    {
        Break plainest = breaks[0];
        if (toldBefore < ToldInFull)
            Tell(terminal, plainest, result.NumberType, command, withTest: toldBefore == 0);
        else
            Write(terminal, FaultReport.Brief(plainest, result.NumberType, command));
        Break[] own = [.. breaks.Skip(1).Where(static broken => broken.IsOfItsOwn).Take(OwnTold)];
        foreach (Break other in own)
            Write(terminal, FaultReport.Brief(other, result.NumberType, command));
        Break[] rest = [.. breaks.Skip(1).Except(own)];
        if (rest.Length > 0)
            Write(terminal, FaultReport.Others(plainest.Smallest.Operator, rest));
    }

    /// <summary>What the first number type has been told of already.</summary>
    private void TellAgain(CheckResult result, Break[] breaks, int before)
    {
        int again = breaks.DistinctBy(Rule).Count();
        string which = again == before ? "the same rules" : $"{again} of these {Count(before, "rule")}";
        int first = breaks.Min(static broken => broken.CaseNumber);
        Write(terminal, Wrapping.Words($"{result.NumberType}: {which} broken, first in case {first}", "✗ ", "  "));
    }

    private static HashSet<(ConvolutionOperator Operator, string Rule)> Rules(CheckResult result) => [.. result.Breaks.Select(Rule)];

    private static (ConvolutionOperator Operator, string Rule) Rule(Break broken) => (broken.Smallest.Operator, broken.BrokenRule);

    /// <summary>Lines that begin with a cross say what is wrong.</summary>
    private static void Write(Terminal terminal, IEnumerable<string> lines)
    {
        foreach (string line in lines)
            if (line.StartsWith("✗ ", StringComparison.Ordinal))
                terminal.Fault(line[2..]);
            else
                terminal.Raw(line);
    }

    private void Wrapped(string text) => Write(terminal, Wrapping.Words(text, "", "  "));

    private void WriteScope(ImmutableArray<CheckResult> results)
    {
        CheckResult first = results.MinBy(static result => result.Cases.Length)!;
        string planned = first.Cases.Length < first.Plan.Cases ? $" of {first.Plan.Cases:N0} planned" : "";
        string pairs = PairCoverage.Of(first.Capabilities).Line(first.Cases);
        Wrapped($"{Count(first.Cases.Length, "small case")}{planned}, {pairs}; {Count(first.Layers.Length, "real layer")}");
        Wrapped(PathReach.Of(first.Capabilities, first.Cases).Line());
        int unsupported = results.Sum(static result => result.Tallies.Sum(static tally => tally.Unsupported));
        if (unsupported > 0)
            Wrapped($"not supported, as it answered itself: {Count(unsupported, "question")}");
        string[] notClaimed = [.. results.SelectMany(static result => result.Capabilities.NotClaimed()).Distinct()];
        if (notClaimed.Length > 0)
            Wrapped($"not claimed: {string.Join(", ", notClaimed)}");
        foreach (CheckResult result in results)
            foreach (var op in result.GivenUp)
                Wrapped($"given up, {result.NumberType}: {op.Name()}, which broke the rules of conduct too often");
        Wrapped($"never looked at: {string.Join("; ", RuleBook<float>.Untested)}");
    }

    private static string Summary(ImmutableArray<CheckResult> results, int broken, TimeSpan elapsed)
    {
        int judged = results.Sum(static result => result.Tallies.Sum(static tally => tally.Checked));
        string[] tooLittle =
        [
            .. from result in results
               from few in result.TooLittle
               select $"{few.Operator.Name()} in {result.NumberType} {few.Cases:N0} of {result.Plan.LeastJudged:N0} cases",
        ];
        string verdict = broken > 0 ? $"{Count(broken, "rule")} broken"
            : tooLittle.Length > 0 ? $"nothing wrong found, and too little was judged to say more: {string.Join(", ", tooLittle)}"
            : "every rule holds";
        return $"{results[0].Candidate}, class {Classes(results[0].Capabilities)}: {judged:N0} judgements, {verdict}. "
            + $"Seed {results[0].Plan.Seed}, {elapsed.TotalSeconds:N0} s.";
    }

    /// <summary>The class that is claimed, and where operators claim different ones, of which.</summary>
    private static string Classes(Capabilities claims)
    {
        var classes = claims.Operators.GroupBy(op => claims.For(op).Exactness).ToArray();
        return classes.Length == 1
            ? $"{classes[0].Key}"
            : string.Join(", ", classes.Select(static ops => $"{ops.Key} ({string.Join(", ", ops.Select(static op => op.Name()))})"));
    }

    private static string Count(long count, string thing) => Verify.Words.Count(count, thing);
}
