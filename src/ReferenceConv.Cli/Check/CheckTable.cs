using System.Collections.Immutable;
using System.Globalization;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;
using Spectre.Console;

namespace ReferenceConv.Cli.Check;

/// <summary>One number type: a row per rule, a column per operator with the cases on which the rule was looked at, or broken.</summary>
internal static class CheckTable
{
    /// <summary>Writes heading and table.</summary>
    public static void Write(Terminal terminal, CheckResult result)
    {
        ImmutableArray<ConvolutionOperator> operators = result.Capabilities.Operators;
        var table = new Table().Border(TableBorder.None);
        table.AddColumn(new TableColumn($"[bold]{result.NumberType}[/]").NoWrap().PadLeft(0).PadRight(1));
        foreach (ConvolutionOperator op in operators)
            table.AddColumn(new TableColumn($"[dim]{Abbreviation(op)}[/]").NoWrap().RightAligned().PadLeft(0).PadRight(1));
        table.AddColumn(new TableColumn("[dim]margin[/]").NoWrap().RightAligned().PadLeft(1).PadRight(2));
        table.AddColumn(new TableColumn("[dim]sees[/]").NoWrap().PadLeft(0).PadRight(0));

        foreach (IGrouping<string, Tally> rule in result.Tallies.GroupBy(static tally => tally.Rule))
        {
            Tally[] tallies = [.. rule];
            string name = tallies[0].Level == RuleLevel.May ? $"{rule.Key} (may)" : rule.Key;
            table.AddRow([name, .. operators.Select(op => Cell(tallies.FirstOrDefault(tally => tally.Operator == op))), Margin(tallies), Sees(tallies)]);
        }

        terminal.Write(table);
    }

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
    /// Whether a lost product would have been seen in every case, and the change of a result that every case was sure to see. On wide exponents that
    /// depends on the largest number, and is left out.
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
}
