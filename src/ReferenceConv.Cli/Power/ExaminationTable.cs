using System.Collections.Immutable;
using System.Globalization;
using ReferenceConv.Cli.Verify;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Power;
using Spectre.Console;

namespace ReferenceConv.Cli.Power;

/// <summary>What <c>examine</c> prints: recall by number of conditions, by operator, and of other harnesses' policies.</summary>
internal static class ExaminationTable
{
    /// <summary>Writes a table per seed and plan, then the mean of the seeds.</summary>
    public static void Write(Terminal terminal, ImmutableArray<ExaminationScore> scores, bool withMissed, TimeSpan elapsed)
    {
        foreach (ExaminationScore score in scores)
        {
            Write(terminal, score);
            if (withMissed)
                foreach (string missed in score.Missed)
                    terminal.Raw($"missed: {missed}");
            if (score.Right > 0)
                terminal.Line($"{score.Accused.Length} of {score.Right} generated right convolutions were accused");
            foreach (string accused in score.Accused)
                terminal.Fault($"accused: {accused}");
            foreach ((string reason, int predicates, int count) in score.Right > 0 ? score.LeftOut : [])
                terminal.Line($"left out with {Words.Count(predicates, "condition")}: {count:N0}, as {reason}");
            terminal.Line("");
        }

        foreach (var plan in scores.GroupBy(static score => score.Plan))
            terminal.Line($"{plan.Key}, mean of {Words.Count(plan.Count(), "seed")}: {string.Join(", ", Means(plan))}");
        terminal.Line($"Seeds {string.Join(", ", scores.Select(static score => score.Seed).Distinct())}, {elapsed.TotalSeconds:N0} s.");
    }

    private static IEnumerable<string> Means(IEnumerable<ExaminationScore> scores) =>
        from row in scores.SelectMany(static score => score.Rows)
        where !row.IsArbitrary
        group row by row.Predicates into number
        orderby number.Key
        select string.Create(CultureInfo.InvariantCulture, $"{100 * number.Average(static row => row.Recall):F1} %");

    private static void Write(Terminal terminal, ExaminationScore score)
    {
        var table = new Table().Border(TableBorder.None);
        ConvolutionOperator[] operators = [.. ConvolutionOperators.Trilinear];
        foreach (string heading in (string[])[score.Plan, "found", "recall %", "median", "worst", "y", "dx", "dw", "others"])
            table.AddColumn(new TableColumn($"[dim]{heading}[/]").NoWrap().RightAligned().PadLeft(0).PadRight(2));
        foreach (ExaminationRow row in score.Rows)
            table.AddRow(
            [
                $"{row.Predicates}{(row.IsArbitrary ? "*" : "")}",
                $"{row.Caught} of {row.Faults}",
                Percent(row.Caught, row.Faults),
                $"{row.Median}",
                $"{(row.CasesToDetection.IsEmpty ? "" : row.CasesToDetection[^1])}",
                .. operators.Select(op => Percent(row, of => of == op)),
                Percent(row, of => !operators.Contains(of)),
            ]);
        terminal.Write(table);
        terminal.Line("By number of conditions (* arbitrary constants). Median and worst: the case");
        terminal.Line("that finds a fault. Right: recall by operator.");
        if (!score.Rows[0].Policies.IsEmpty)
            foreach ((int index, Policy policy) in PolicyBook.All.Index())
            {
                IEnumerable<string> recall =
                    score.Rows.Where(static row => !row.IsArbitrary).Select(row => Percent(row.Policies[index], row.Faults));
                terminal.Line($"{policy.Name} on the same cases, %: {string.Join(", ", recall)}");
            }

        if (score.Disagreements > 0)
            terminal.Fault($"{score.Disagreements} of the faults that were asked each of the first cases came to another verdict");
    }

    private static string Percent(ExaminationRow row, Predicate<ConvolutionOperator> isMeant)
    {
        var meant = row.Operators.Where(op => isMeant(op.Operator)).ToArray();
        return Percent(meant.Sum(static op => op.Caught), meant.Sum(static op => op.Faults));
    }

    private static string Percent(int caught, int faults) =>
        faults == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * caught / faults:F1}");
}
