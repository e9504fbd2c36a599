using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Networks;
using ReferenceConv.Verification.Runs;
using Spectre.Console;

namespace ReferenceConv.Cli.Verify;

/// <summary>One network: a row per layer, a mark per operator and fill.</summary>
internal static class VerifyTable
{
    /// <summary>Writes heading and table.</summary>
    public static void Write(Terminal terminal, Network network, (Trial Trial, Verdict Verdict)[] verdicts)
    {
        terminal.Write(
            new Markup($"[bold]{network.Name}[/], {network.Source}: {network.Convolutions} layers, {network.Layers.Length} distinct\n"));

        var table = new Table().Border(TableBorder.None);
        foreach (string heading in new[] { "layer", "channels", "kernel", "image" })
            table.AddColumn(new TableColumn($"[dim]{heading}[/]").NoWrap().PadLeft(0).PadRight(2));
        foreach (string heading in new[] { "y", "dx", "dw" })
            table.AddColumn(new TableColumn($"[dim]{heading}[/]").NoWrap().PadLeft(0).PadRight(1));
        table.AddColumn(new TableColumn("[dim]outputs[/]").NoWrap().RightAligned().PadLeft(0).PadRight(0));

        foreach (var layer in verdicts.GroupBy(static both => both.Trial.Layer).OrderBy(layer => network.Layers.IndexOf(layer.Key.Layer)))
            table.AddRow(
            [
                Markup.Escape(layer.Key.Layer.Name),
                Words.Channels(layer.Key),
                Words.Kernel(layer.Key),
                Words.Image(layer.Key),
                .. Directions(layer.Key).Select(
                    op => string.Concat(layer.Where(both => both.Trial.Operator == op).Select(static both => Mark(both.Verdict.Outcome)))),
                $"{layer.Sum(static both => (long)both.Verdict.Outputs):N0}",
            ]);
        terminal.Write(table);
        terminal.Line("");
    }

    /// <summary>What the marks mean.</summary>
    public static string Legend(Effort effort) =>
        "[dim]y[/] forward, [dim]dx[/] data gradient, [dim]dw[/] weight gradient; ↑ transposed; 9²→5² reduced\n"
        + "[green]✓[/] every output equal, [red]✗[/] not, – nothing exact and wide enough fits\n"
        + (effort.Fills.Length == 1
            ? "numbers: odd integers, up to ±31 in both operands\n\n"
            : "numbers: odd integers, up to ±31 in both operands; on the smallest image, as\n         wide as adds exactly in the first, then in the second, ±1 in the other\n\n");

    /// <summary>The columns y, dx, dw as the network sees them.</summary>
    private static ConvolutionOperator[] Directions(SizedLayer sized) => sized.Layer.IsTransposed
        ? [ConvolutionOperator.DataGradient, ConvolutionOperator.Forward, ConvolutionOperator.WeightGradient]
        : [ConvolutionOperator.Forward, ConvolutionOperator.DataGradient, ConvolutionOperator.WeightGradient];

    private static string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Equal => "[green]✓[/]",
        Outcome.Broken => "[red]✗[/]",
        _ => "–",
    };
}
