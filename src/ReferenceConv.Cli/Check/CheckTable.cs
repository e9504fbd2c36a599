using System.Collections.Immutable;
using System.Globalization;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;
using Spectre.Console;

namespace ReferenceConv.Cli.Check;

/// <summary>
/// One number type: a row per rule, a column per operator with the cases on which the rule was looked at, or broken. As many columns stand
/// side by side as fit; the others follow below, with the names of the rules again.
/// </summary>
public static class CheckTable
{
    /// <summary>The table, in as many parts as it needs.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="width">What a line holds.</param>
    public static IEnumerable<Table> Of(CheckResult result, int width)
    {
        Tally[][] rules = [.. result.Tallies.GroupBy(static tally => tally.Rule).Select(static rule => rule.ToArray())];
        Column Count(ConvolutionOperator op) =>
            new($"[dim]{Abbreviation(op)}[/]", true, 0, 1,
                [.. rules.Select(rule => Cell(rule.FirstOrDefault(tally => tally.Operator == op)))]);
        var names = new Column($"[bold]{result.NumberType}[/]", false, 0, 1, [.. rules.Select(Name)]);
        var margins = new Column("[dim]margin[/]", true, 1, 2, [.. rules.Select(Margin)]);
        var sights = new Column("[dim]sees[/]", false, 0, 0, [.. rules.Select(Sees)]);

        List<Column> part = [names];
        foreach (Column[] together in (Column[][])[.. result.Capabilities.Operators.Select(op => new[] { Count(op) }), [margins, sights]])
        {
            if (part.Count > 1 && part.Concat(together).Sum(static column => column.Width) > width)
            {
                yield return Table(part);
                part = [names];
            }

            part.AddRange(together);
        }

        yield return Table(part);
    }

    private static Table Table(List<Column> columns)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (Column column in columns)
        {
            TableColumn added = new TableColumn(column.Heading).NoWrap().PadLeft(column.Left).PadRight(column.Right);
            table.AddColumn(column.IsNumber ? added.RightAligned() : added);
        }

        for (int row = 0; row < columns[0].Cells.Length; row++)
            table.AddRow([.. columns.Select(column => column.Cells[row])]);
        return table;
    }

    private static string Name(Tally[] rule) => rule[0].Level == RuleLevel.May ? $"{rule[0].Rule} (may)" : rule[0].Rule;

    /// <summary>The array that the operator writes; poolings are told apart by a word.</summary>
    private static string Abbreviation(ConvolutionOperator op) => op switch
    {
        ConvolutionOperator.Forward => "y",
        ConvolutionOperator.DataGradient => "dx",
        ConvolutionOperator.WeightGradient => "dw",
        ConvolutionOperator.BiasGradient => "db",
        ConvolutionOperator.MaxPooling => "max",
        ConvolutionOperator.MaxPoolingGradient => "dmax",
        ConvolutionOperator.AveragePooling => "avg",
        _ => "davg",
    };

    private static string Cell(Tally? tally) => tally switch
    {
        null or { Checked: 0 } => "[dim]–[/]",
        { Broken: > 0, Level: RuleLevel.Must } => $"[red]✗{tally.Broken}[/]",
        { Broken: > 0 } => $"[yellow]~{tally.Broken}[/]",
        _ => $"{tally.Checked}",
    };

    private static string Margin(Tally[] tallies)
    {
        double margin = tallies.Max(static tally => tally.Margin);
        if (double.IsInfinity(margin))
            return "∞";
        return margin > 0 ? margin.ToString(margin < 10 ? "0.00" : "G2", CultureInfo.InvariantCulture) : "=";
    }

    /// <summary>
    /// Whether a lost product would have been seen in every case, and the change of a result that every case was sure to see. On wide
    /// exponents that depends on the largest number, and is left out.
    /// </summary>
    private static string Sees(Tally[] tallies)
    {
        int looked = tallies.Sum(static tally => tally.Checked);
        int weak = tallies.Sum(static tally => tally.Weak);
        double smallest = tallies.Max(static tally => tally.SmallestFault);
        if (looked == 0 || (smallest == 0 && weak == 0))
            return "";
        string change = smallest is > 0 and < 1000 ? string.Create(CultureInfo.InvariantCulture, $", ≥ {smallest:G2}") : "";
        return (weak == 0 ? "any lost product" : $"{weak:N0} of {looked:N0} weak") + change;
    }

    /// <summary>A column in markup, with the blanks at its left and right.</summary>
    private sealed record Column(string Heading, bool IsNumber, int Left, int Right, ImmutableArray<string> Cells)
    {
        public int Width => Left + Right + Cells.Append(Heading).Max(static cell => Markup.Remove(cell).Length);
    }
}
