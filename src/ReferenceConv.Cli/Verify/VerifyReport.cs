using System.Collections.Immutable;
using ReferenceConv.Verification.Runs;
using Spectre.Console;

namespace ReferenceConv.Cli.Verify;

/// <summary>What <c>verify</c> prints.</summary>
internal sealed class VerifyReport(Terminal terminal)
{
    private const int FaultsShown = 8;

    /// <summary>A table per network, the faults, and the counts.</summary>
    public void Write(VerifyResult result, TimeSpan elapsed)
    {
        var networks = result.Trials.Zip(result.Verdicts).GroupBy(static both => both.First.Layer.Network).ToImmutableArray();
        foreach (var network in networks)
            VerifyTable.Write(terminal, network.Key, [.. network]);
        if (networks.Length > 0)
            terminal.Write(new Markup(VerifyTable.Legend(result.Effort)));

        if (result.Refusal is not null)
            terminal.Fault($"the geometry refuses a network: {result.Refusal}");
        WriteBroken(result);
        foreach ((var law, Counterexample? broken) in result.Laws.Zip(result.BrokenLaws))
            if (broken is not null)
            {
                terminal.Fault($"law '{law.Name}': {broken.Fault}");
                WriteReplay(broken);
            }

        terminal.Line(VerifySummary.Of(result, elapsed));
    }

    private void WriteBroken(VerifyResult result)
    {
        var explained = new HashSet<Kind>();
        foreach ((Trial trial, Verdict verdict) in result.Broken.Take(FaultsShown))
        {
            string network = trial.Layer.Network.Name;
            string layer = trial.Layer.Layer.Name;
            terminal.Fault(
                $"{network} {layer}, {trial.OperatorName}, {Words.Of(trial.Fill)}: {verdict.Fault(trial.Geometry, trial.Operator)}");

            var kind = new Kind(trial.Operator, trial.Fill);
            if (!explained.Add(kind))
                continue;
            if (result.Counterexamples[kind] is { } smallest)
            {
                terminal.Line($"  smallest case: {smallest.Fault}");
                WriteReplay(smallest);
            }
            else
            {
                terminal.Line($"  no small case breaks; again: refconv verify --network {network} --layer {layer} --seed {result.Seed}{VerifySummary.Option(result.Effort)}");
            }
        }

        int hidden = result.Broken.Count() - FaultsShown;
        if (hidden > 0)
            terminal.Fault($"and {hidden} more");
    }

    private void WriteReplay(Counterexample smallest)
    {
        if (smallest.Case is not { } instance)
            return;
        terminal.Line($"  {instance}");
        terminal.Line($"  replay: refconv verify --replay {instance.Token}");
    }
}
