using System.Collections.Immutable;
using System.Text;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Power;

namespace ReferenceConv.Cli.Power;

/// <summary>docs/power.md.</summary>
internal static class PowerPage
{
    /// <summary>The heading of the museum: what stands before it, from the examination on, is kept.</summary>
    public const string Museum = "## The museum\n";

    /// <summary>The page as Markdown.</summary>
    /// <param name="rows">What became of each exhibit.</param>
    /// <param name="plan">What they were asked.</param>
    /// <param name="elapsed">How long that took.</param>
    /// <param name="kept">What stands before the museum: see <see cref="ExaminationSection.Kept"/>.</param>
    public static string Of(ImmutableArray<PowerRow> rows, CheckPlan plan, TimeSpan elapsed, string kept)
    {
        JudgePower all = JudgePower.Here(rows);
        int[] extents =
            [.. rows.Where(static row => row.IsWrong && row.Here.IsCaught).Select(static row => row.Here.LargestExtent).Order()];
        string shrunk = extents.Length == 0 ? ""
            : $"Shrunk, the largest extent of a case is {extents[(extents.Length - 1) / 2]} in the median and {extents[^1]} at worst. ";
        var page = new StringBuilder();
        page.Append($"""
            # How strong is the judge?

            A figure counts when it was taken on something its makers had not seen. The museum further below is all caught, and says
            little: its pieces were built by the people who built the judge. Of 38 candidates made from public reports that the judge
            had not seen, 22 were caught before cases were drawn where kernels branch; the six of them that are named, and others found
            since, are in the museum now, with a link where somebody else found the fault first. The 300 cases of that time find 88.6,
            69.1, 45.9 and 26.1 % of the faults in the default column below, under one to four conditions
            ([decision 9](decisions/0009-cases-are-drawn-where-kernels-branch.md)).

            {kept.TrimEnd('\n')}

            {Museum}
            Measured on {all.Wrong} wrong convolutions and {all.Right} right but unusual ones (`src/ReferenceConv.Verification/Museum`), each before at most
            {plan.Cases} cases of seed {plan.Seed}; the right ones, and the policies below, judge or are judged on the first {PowerRun.CheapCases} of them. This page is written by

            ```
            dotnet run -c Release --project src/ReferenceConv.Cli -- power --out docs/power.md
            ```

            The other rows judge the same float exhibits on the same cases, each with the numbers that harness draws and the error it accepts, against a
            reference in double. They are our reading of published sources and not runs of those tools, which have case lists, memory guards and
            other checks of their own; only the judging of numbers is compared. A policy is asked once per case and operator. Some of the right exhibits are right
            under what they claim (bf16 operands, a transform, flushed subnormals); only refconv can be told so.

            | judge | caught | false alarms | cases to detection: median | worst |
            |---|--:|--:|--:|--:|

            """);
        foreach (JudgePower judge in (IEnumerable<JudgePower>)[all,
            JudgePower.HereInFloat(rows) with { Name = "refconv, float exhibits only" }, .. JudgePower.Policies(rows)])
            page.Append($"| {judge.Name} | {judge.Caught} of {judge.Wrong} | {judge.FalseAlarms} of {judge.Right} | {judge.Median} | {judge.Worst} |\n");

        page.Append($"""

            {shrunk}The longest exhibit took {rows.Max(static row => row.Here.Seconds):N0} s,
            all of them with all judges {elapsed.TotalSeconds:N0} s on {Environment.ProcessorCount} cores.

            | policy | numbers | accepts |
            |---|---|---|

            """);
        foreach (Policy policy in PolicyBook.All)
            page.Append($"| {policy.Name} | {policy.Numbers} | {policy.Accepts.Replace("|", "\\|", StringComparison.Ordinal)} |\n");

        page.Append($"""

            ## Wrong convolutions

            The case that convicts, counted from 1, and the rule it breaks first; – where no case does.

            | exhibit | refconv | by | shrunk to | {string.Join(" | ", PolicyBook.All.Select(static policy => policy.Name))} |
            |---|--:|---|--:|{string.Concat(PolicyBook.All.Select(static _ => "--:|"))}

            """);
        foreach (PowerRow row in rows.Where(static row => row.IsWrong))
            page.Append(
                $"| {Named(row)} | {Cell(row.Here.CaseNumber)} | {row.Here.By ?? "–"} | {row.Here.LargestExtent} | {Policies(row)} |\n");

        page.Append($"""

            ## Right, and unusual

            | convolution | refconv | {string.Join(" | ", PolicyBook.All.Select(static policy => policy.Name))} |
            |---|--:|{string.Concat(PolicyBook.All.Select(static _ => "--:|"))}

            """);
        foreach (PowerRow row in rows.Where(static row => !row.IsWrong))
            page.Append($"| {Named(row)} | {Cell(row.Here.CaseNumber)} | {Policies(row)} |\n");
        return page.ToString();
    }

    private static string Named(PowerRow row) =>
        (row.Report is { } report && report.StartsWith("https:", StringComparison.Ordinal) ? $"[{row.Exhibit}]({report})" : row.Exhibit)
            + (row.NumberType == "float64" ? " (double)" : "");

    private static string Policies(PowerRow row) =>
        string.Join(" | ", row.Policies.IsEmpty ? PolicyBook.All.Select(static _ => "") : row.Policies.Select(Cell));

    private static string Cell(int? caseNumber) => caseNumber is { } number ? $"{number}" : "–";
}
