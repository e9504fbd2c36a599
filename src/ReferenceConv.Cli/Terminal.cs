using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ReferenceConv.Cli;

/// <summary>
/// Where results are written: colours and a progress bar on a terminal; elsewhere plain text of 80 columns, and progress among the errors.
/// </summary>
internal sealed partial class Terminal
{
    private const int PlainWidth = 80;

    private readonly bool isTerminal;
    private readonly TextWriter progress;
    private readonly IAnsiConsole console;

    public Terminal(TextWriter output, TextWriter error)
    {
        progress = error;
        isTerminal = ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Capabilities.Unicode = true;
        if (!isTerminal)
            console.Profile.Width = PlainWidth;
    }

    /// <summary>The columns of a line.</summary>
    public int Width => console.Profile.Width;

    /// <summary>Does work that says how far it is.</summary>
    public Task<T> While<T>(string what, double total, Func<Action<double>, T> work, CancellationToken cancellation) =>
        total == 0 ? Task.FromResult(work(static _ => { }))
        : isTerminal ? Progress.WithBar(console, what, total, work, cancellation)
        : Progress.WithLines(progress.WriteLine, what, total, work, cancellation);

    /// <summary>A table or markup; but for a terminal, without the blanks that fill lines up.</summary>
    public void Write(IRenderable what)
    {
        if (isTerminal)
            console.Write(what);
        else
            console.Profile.Out.Writer.Write(
                BlanksAtLineEnds().Replace(string.Concat(what.GetSegments(console).Select(static segment => segment.Text)), ""));
    }

    /// <summary>A line: wrapped between words on a terminal, as it is elsewhere.</summary>
    public void Line(string text)
    {
        if (isTerminal)
            console.WriteLine(text);
        else
            console.Profile.Out.Writer.WriteLine(text);
    }

    /// <summary>A line as it is, to be copied: never wrapped.</summary>
    public void Raw(string text) => console.Profile.Out.Writer.WriteLine(text);

    /// <summary>A line that says what is wrong.</summary>
    public void Fault(string text)
    {
        if (isTerminal)
            console.MarkupLine($"[red]✗[/] {Markup.Escape(text)}");
        else
            Line($"✗ {text}");
    }

    [GeneratedRegex(" +$", RegexOptions.Multiline)]
    private static partial Regex BlanksAtLineEnds();
}
