using System.Collections.Immutable;
using ReferenceConv.Verification.Runs;
using Spectre.Console;

namespace ReferenceConv.Cli.Verify;

/// <summary>What the user sees: colours and a progress bar on a terminal, plain text of 80 columns elsewhere.</summary>
internal sealed class VerifyReport
{
    private const int PlainWidth = 80;
    private const int FaultsShown = 8;

    private readonly IAnsiConsole console;
    private readonly bool isTerminal;

    public VerifyReport(TextWriter output)
    {
        isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
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

    /// <summary>Does work that says how far it is.</summary>
    public Task<T> While<T>(string what, double total, Func<Action<double>, T> work, CancellationToken cancellation) =>
        total == 0 ? Task.FromResult(work(static _ => { }))
        : isTerminal ? VerifyProgress.WithBar(console, what, total, work, cancellation)
        : VerifyProgress.WithLines(Line, what, total, work, cancellation);

    /// <summary>A line: wrapped between words on a terminal, as it is elsewhere.</summary>
    public void Line(string text)
    {
        if (isTerminal)
            console.WriteLine(text);
        else
            console.Profile.Out.Writer.WriteLine(text);
    }

    /// <summary>A line that says what is wrong.</summary>
    public void Fault(string text)
    {
        if (isTerminal)
            console.MarkupLine($"[red]✗[/] {Markup.Escape(text)}");
        else
            Line($"✗ {text}");
    }

    /// <summary>A table per network, the faults, and the counts.</summary>
    public void Write(VerifyResult result, TimeSpan elapsed)
    {
        var networks = result.Trials.Zip(result.Verdicts).GroupBy(static both => both.First.Layer.Network).ToImmutableArray();
        foreach (var network in networks)
            VerifyTable.Write(console, network.Key, [.. network]);
        if (networks.Length > 0)
            console.Write(new Markup(VerifyTable.Legend(result.Effort)));

        if (result.Refusal is not null)
            Fault($"the geometry refuses a network: {result.Refusal}");
        WriteBroken(result);
        foreach ((var law, Counterexample? broken) in result.Laws.Zip(result.BrokenLaws))
            if (broken is not null)
            {
                Fault($"law '{law.Name}': {broken.Fault}");
                WriteReplay(broken);
            }

        Line(VerifySummary.Of(result, elapsed));
    }

    private void WriteBroken(VerifyResult result)
    {
        var explained = new HashSet<Kind>();
        foreach ((Trial trial, Verdict verdict) in result.Broken.Take(FaultsShown))
        {
            string network = trial.Layer.Network.Name;
            string layer = trial.Layer.Layer.Name;
            Fault($"{network} {layer}, {trial.OperatorName}, {Words.Of(trial.Fill)}: {verdict.Fault(trial.Geometry, trial.Operator)}");

            var kind = new Kind(trial.Operator, trial.Fill);
            if (!explained.Add(kind))
                continue;
            if (result.Counterexamples[kind] is { } smallest)
            {
                Line($"  smallest case: {smallest.Fault}");
                WriteReplay(smallest);
            }
            else
            {
                Line($"  no small case breaks; again: refconv verify --network {network} --layer {layer} --seed {result.Seed}{VerifySummary.Option(result.Effort)}");
            }
        }

        int hidden = result.Broken.Count() - FaultsShown;
        if (hidden > 0)
            Fault($"and {hidden} more");
    }

    private void WriteReplay(Counterexample smallest)
    {
        if (smallest.Case is not { } instance)
            return;
        Line($"  {instance}");
        Line($"  replay: refconv verify --replay {instance.Token}");
    }
}
