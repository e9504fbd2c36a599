using System.Collections.Immutable;
using ReferenceConv.Verification.Power;
using Spectre.Console;

namespace ReferenceConv.Cli.Power;

/// <summary>What <c>power</c> prints: a row per judge, then what this project missed or accused.</summary>
internal static class PowerTable
{
    /// <summary>Writes the table and the exceptions.</summary>
    public static void Write(Terminal terminal, ImmutableArray<PowerRow> rows, TimeSpan elapsed)
    {
        var table = new Table().Border(TableBorder.None);
        table.AddColumn(new TableColumn("[dim]judge[/]").NoWrap().PadLeft(0).PadRight(2));
        foreach (string heading in new[] { "caught", "false alarms", "cases: median", "worst" })
            table.AddColumn(new TableColumn($"[dim]{heading}[/]").NoWrap().RightAligned().PadLeft(0).PadRight(2));
        JudgePower all = JudgePower.Here(rows);
        foreach (JudgePower judge in (
            IEnumerable<JudgePower>)[all, JudgePower.HereInFloat(rows) with { Name = "refconv, float" }, .. JudgePower.Policies(rows)])
            table.AddRow(judge.Name, $"{judge.Caught} of {judge.Wrong}", $"{judge.FalseAlarms} of {judge.Right}", $"{judge.Median}",
                $"{judge.Worst}");
        terminal.Write(table);

        foreach (PowerRow row in rows)
            if (row.IsWrong && !row.Here.IsCaught)
                terminal.Fault($"missed: {row.Exhibit}");
            else if (!row.IsWrong && row.Here.IsCaught)
                terminal.Fault($"accused of '{row.Here.By}' in case {row.Here.CaseNumber}: {row.Exhibit}");

        int[] extents =
            [.. rows.Where(static row => row.IsWrong && row.Here.IsCaught).Select(static row => row.Here.LargestExtent).Order()];
        if (extents.Length > 0)
            terminal.Line($"Largest extent of the smallest case: median {extents[(extents.Length - 1) / 2]}, worst {extents[^1]}.");
        terminal.Line($"Longest exhibit {rows.Max(static row => row.Here.Seconds):N1} s, all {elapsed.TotalSeconds:N0} s.");
    }
}
