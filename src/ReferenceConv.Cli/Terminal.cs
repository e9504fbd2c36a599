using Spectre.Console;

namespace ReferenceConv.Cli;

/// <summary>Where results are written: colours and a progress bar on a terminal, plain text of 80 columns elsewhere.</summary>
internal sealed class Terminal
{
    private const int PlainWidth = 80;

    private readonly bool isTerminal;

    public Terminal(TextWriter output)
    {
        isTerminal = ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        Console.Profile.Capabilities.Unicode = true;
        if (!isTerminal)
            Console.Profile.Width = PlainWidth;
    }

    /// <summary>For tables and markup.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Does work that says how far it is.</summary>
    public Task<T> While<T>(string what, double total, Func<Action<double>, T> work, CancellationToken cancellation) =>
        total == 0 ? Task.FromResult(work(static _ => { }))
        : isTerminal ? Progress.WithBar(Console, what, total, work, cancellation)
        : Progress.WithLines(Line, what, total, work, cancellation);

    /// <summary>A line: wrapped between words on a terminal, as it is elsewhere.</summary>
    public void Line(string text)
    {
        if (isTerminal)
            Console.WriteLine(text);
        else
            Console.Profile.Out.Writer.WriteLine(text);
    }

    /// <summary>A line that says what is wrong.</summary>
    public void Fault(string text)
    {
        if (isTerminal)
            Console.MarkupLine($"[red]✗[/] {Markup.Escape(text)}");
        else
            Line($"✗ {text}");
    }
}
