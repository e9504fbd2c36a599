using System.Collections.Immutable;
using ReferenceConv.Verification.Laws;
using ReferenceConv.Verification.Runs;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Cli.Verify;

/// <summary>Layers, laws, and for what is broken the smallest case that shows it.</summary>
internal sealed class VerifyRun(IConvolution<float> candidate, Effort effort, ulong seed)
{
    private const int CasesSearched = 1000;

    /// <summary>Runs, prints, and writes the JSON file if one is asked for.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(
        Terminal terminal, LayerChoice choice, ImmutableArray<Law> laws, FileInfo? json, CancellationToken cancellation)
    {
        WholeFile.Require("--json", json);
        string? refusal = null;
        ImmutableArray<Trial> trials = [];
        try
        {
            trials = NetworkRun.Trials(choice.Sized(effort), effort);
        }
        catch (TypeInitializationException exception)   // a network is a constant; where the geometry refuses it, the geometry is wrong
        {
            refusal = exception.GetBaseException().Message;
        }

        long started = Environment.TickCount64;
        ImmutableArray<Verdict> verdicts = await terminal.While(
            "layers",
            trials.Sum(static trial => Work(trial)),
            advance => NetworkRun.Of(candidate, trials, seed, trial => advance(Work(trial)), cancellation),
            cancellation);
        ImmutableArray<Counterexample?> brokenLaws = await terminal.While(
            "laws",
            laws.Length,
            advance => LawRun.Of(laws, SmallCases.Of(seed, effort.CasesPerLaw), () => advance(1), cancellation),
            cancellation);

        var result = new VerifyResult(effort, seed, refusal, trials, verdicts, laws,
            brokenLaws)
        { Counterexamples = ImmutableDictionary<Kind, Counterexample?>.Empty };
        result = result with { Counterexamples = Search(result) };
        new VerifyReport(terminal).Write(result, TimeSpan.FromMilliseconds(Environment.TickCount64 - started));
        WholeFile.Write(json, () => VerifyJson.Text(result));
        return result.Holds ? Program.Holds : Program.Differs;
    }

    /// <summary>A faulty convolution normally fails on small cases too.</summary>
    private ImmutableDictionary<Kind, Counterexample?> Search(VerifyResult result) =>
        result.Broken
            .Select(static both => new Kind(both.Trial.Operator, both.Trial.Fill))
            .Distinct()
            .ToImmutableDictionary(
                static kind => kind,
                kind => Counterexample.Smallest(instance => VerifyReplay.Fault(candidate, instance, kind), seed, CasesSearched));

    /// <summary>Multiply-adds, and never nothing.</summary>
    private static double Work(Trial trial) => trial.Geometry.MultiplyAdds + 1000;
}
