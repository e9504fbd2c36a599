using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Power;

namespace ReferenceConv.Cli.Power;

/// <summary>The section of docs/power.md about the examination: written by <c>examine</c>, and left as it is by <c>power</c>.</summary>
internal static class ExaminationSection
{
    private const string Begin = "<!-- examination -->\n";
    private const string End = "<!-- end of examination -->\n";

    /// <summary>The text of a page that has the section.</summary>
    /// <param name="page">The page.</param>
    /// <exception cref="IOException">There is no such page, or it has no such section.</exception>
    public static string Require(FileInfo page)
    {
        string text = page.Exists ? File.ReadAllText(page.FullName) : "";
        return Of(text) is not null
            ? text
            : throw new IOException($"--out must name a page with a section between {Begin.Trim()} and {End.Trim()}, was '{page}'");
    }

    /// <summary>The section of a page, marks included; null if it has none.</summary>
    public static string? Of(string page)
    {
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin ? page[begin..(end + End.Length)] : null;
    }

    /// <summary>
    /// The section that a page has, and what is written by hand between it and the museum; a section without figures where there is no
    /// page, or no section in it.
    /// </summary>
    public static string Kept(FileInfo? page)
    {
        string text = page is { Exists: true } ? File.ReadAllText(page.FullName) : "";
        if (Of(text) is not { } section)
            return Begin + End;
        int begin = text.IndexOf(section, StringComparison.Ordinal);
        int museum = text.IndexOf(PowerPage.Museum, begin + section.Length, StringComparison.Ordinal);
        return museum < 0 ? section : text[begin..museum];
    }

    /// <summary>The page with the section written anew.</summary>
    public static string In(string page, ImmutableArray<ExaminationScore> scores) =>
        page.Replace(Of(page)!, Text(scores), StringComparison.Ordinal);

    private static string Text(ImmutableArray<ExaminationScore> scores)
    {
        ImmutableArray<ImmutableArray<ExaminationScore>> plans =
            [.. scores.GroupBy(static score => score.Plan).Select(static plan => plan.ToImmutableArray())];
        ImmutableArray<ExaminationScore> first = plans[0];
        var text = new StringBuilder(Begin);
        string seeds = string.Join(", ", first.Select(static score => score.Seed));
        int faults = first[0].Rows.Where(static row => !row.IsArbitrary).Max(static row => row.Faults);
        text.Append(CultureInfo.InvariantCulture, $"""
            ## Faults that nobody tuned it to

            A generator mutates one line of a plain convolution (a bound, an index, a stride of its own buffer, an accumulator, a copy, a thread's share, what is kept
            between calls) where one to four conditions on sizes hold, as kernels branch: `kernel = 3`, `channels in mod 16 = 1`, `output ≥ 32`. It knows nothing of the
            cases that a check asks. {faults} faults for each number of conditions and seed, seeds {seeds}; every fault has a call on which its result differs. Written by

            ```
            dotnet run -c Release --project src/ReferenceConv.Cli -- examine --seed {first[0].Seed} --seeds {first.Length} --faults {faults} --thorough --out docs/power.md
            ```

            | conditions | {string.Join(" | ", plans.Select(static plan => $"{Name(plan[0])}: mean | lowest seed"))} | case that finds it: median | {string.Join(" | ", PolicyBook.All.Select(static policy => policy.Name))} |
            |---|{string.Concat(plans.Select(static _ => "--:|--:|"))}--:|{string.Concat(PolicyBook.All.Select(static _ => "--:|"))}

            """);
        for (int place = 0; place < first[0].Rows.Length; place++)
        {
            ExaminationRow[] rows = [.. first.Select(score => score.Rows[place])];
            int number = rows[0].Predicates;
            string policies = string.Join(
                " | ", PolicyBook.All.Select((_, policy) => Percent(rows.Average(row => 100.0 * row.Policies[policy] / row.Faults))));
            string recall = string.Join(" | ", plans.Select(plan => Recall(plan, place)));
            text.Append(CultureInfo.InvariantCulture,
                $"| {number}{(rows[0].IsArbitrary ? ", arbitrary constants" : "")} | {recall} | {rows[0].Median} | {policies} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"""

            The right columns are other harnesses'
            numbers and limits (below) on the same cases, layers left out; what they reject of the plain loops too is not counted. Where kernels branch on one thing more, far fewer
            cases meet it: a pass says little about a path that takes five conditions.

            By operator, all seeds together:

            | conditions | {string.Join(" | ", ConvolutionOperators.All.Select(static op => op.Name()))} |
            |---|{string.Concat(ConvolutionOperators.All.Select(static _ => "--:|"))}

            """);
        foreach (ImmutableArray<ExaminationScore> plan in plans)
            for (int place = 0; place < plan[0].Rows.Length; place++)
                if (!plan[0].Rows[place].IsArbitrary)
                    text.Append($"| {plan[0].Rows[place].Predicates}, {Name(plan[0])} | {string.Join(" | ", ConvolutionOperators.All.Select(op => Recall(plan, place, op)))} |\n");

        text.Append(CultureInfo.InvariantCulture, $"""

            {Certainty(first)}

            """);
        int right = first.Sum(static score => score.Right);
        int accused = first.Sum(static score => score.Accused.Length);
        string leftOut =
            string.Join("; ", first.SelectMany(static score => score.LeftOut).GroupBy(static left => left.Reason).Select(static left =>
            $"{left.Key}: {string.Join(", ", left.GroupBy(static one => one.Predicates).OrderBy(static number => number.Key).Select(static number => $"{number.Sum(static one => one.Count)} with {number.Key}"))}"));
        text.Append($"""

            Of {right} generated right convolutions (orders of sums, lanes, blocks, fused, in threads) {accused} were accused. Of the faults that were asked
            each of the first 500 cases, and not only those on which they are wrong, {scores.Sum(static score => score.Disagreements)} came to another verdict. Left out, as {leftOut} conditions.

            """);
        return text.Append(End).ToString();
    }

    /// <summary>Two standard errors of a part of n faults are at most 1/√n.</summary>
    private static string Certainty(ImmutableArray<ExaminationScore> plan)
    {
        int[] faults =
        [
            .. from score in plan
               from row in score.Rows
               where !row.IsArbitrary
               from op in row.Operators
               group op.Faults by (row.Predicates, op.Operator) into cell
               select cell.Sum(),
        ];
        string Points(int n) => (100 / Math.Sqrt(n)).ToString("F0", CultureInfo.InvariantCulture);
        return $"The cells of this table have {faults.Min()} to {faults.Max()} faults: two standard errors are at most "
            + $"{Points(faults.Min())} points in the smallest and {Points(faults.Max())} in the largest.";
    }

    private static string Name(ExaminationScore score) => score.Plan == "default" ? "default" : $"`--{score.Plan}`";

    private static string Recall(ImmutableArray<ExaminationScore> plan, int place) =>
        $"{Percent(100 * plan.Average(score => score.Rows[place].Recall))} | {Percent(100 * plan.Min(score => score.Rows[place].Recall))}";

    private static string Recall(ImmutableArray<ExaminationScore> plan, int place, ConvolutionOperator op)
    {
        var rows = plan.SelectMany(score => score.Rows[place].Operators).Where(of => of.Operator == op).ToArray();
        return rows.Length == 0 ? "–" : Percent(100.0 * rows.Sum(static row => row.Caught) / rows.Sum(static row => row.Faults));
    }

    private static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:F1} %");
}
