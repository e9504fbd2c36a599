using System.Diagnostics;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Cli.Check;

/// <summary>Every number type of a candidate in turn: checked, printed, and written as JSON if that is asked for.</summary>
internal static class CheckSession
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);   // to report, after the last call

    /// <summary>Runs and prints.</summary>
    /// <param name="terminal">Receives the report.</param>
    /// <param name="candidate">Who is checked.</param>
    /// <param name="plan">How much.</param>
    /// <param name="command">The command line up to <c>--replay</c>, for the report.</param>
    /// <param name="json">Receives everything found, or null.</param>
    /// <param name="call">The longest time that one call may take.</param>
    /// <param name="stop">Stops the check after the call that is under way; what was found until then is reported.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">
    /// The check was stopped before anything was looked at, or the call did not end.
    /// </exception>
    public static async Task<int> Run(
        Terminal terminal, CandidateByType candidate, CheckPlan plan, string command, FileInfo? json, TimeSpan call, CancellationToken stop)
    {
        WholeFile.Require("--json", json);
        using var patience = new CancellationTokenSource();
        await using CancellationTokenRegistration stopping = stop.Register(() => patience.CancelAfter(call + Grace));
        var watch = Stopwatch.StartNew();
        var results = new List<CheckResult>();
        if (candidate is { Single: not null, Double: not null })
            plan = plan with { Time = plan.Time / 2 };
        if (candidate.Single is { } single)
            results.Add(await terminal.While("float32", 1, advance => CheckRun<float>.Of(single, plan, advance, stop), patience.Token));
        if (candidate.Double is { } wide && !stop.IsCancellationRequested)
            results.Add(await terminal.While("float64", 1, advance => CheckRun<double>.Of(wide, plan, advance, stop), patience.Token));
        results.RemoveAll(static result => result is { IsStopped: true, IsEmpty: true });
        if (results.Count == 0)
            stop.ThrowIfCancellationRequested();
        if (stop.IsCancellationRequested && results.Count == 1 && candidate is { Single: not null, Double: not null })
            terminal.Line("float64 was not asked: a signal stopped the check before");
        if (results.Count == 0)
            throw new ArgumentException($"{candidate.Name} claims nothing that could be checked with these options");
        if (results.TrueForAll(static result => result.IsEmpty))
            throw new ArgumentException($"{candidate.Name} came to no result that could be looked at: it says that it supports none of {results.Sum(Unsupported):N0} calls");

        new CheckReport(terminal, command).Write([.. results], watch.Elapsed);
        WholeFile.Write(json, () => CheckJson.Text([.. results], Coverage(results[0])));
        if (stop.IsCancellationRequested)
            return Program.Interrupted;
        if (!results.TrueForAll(static result => result.Holds))
            return Program.Differs;
        if (results.Find(static result => result.NeverDone.Any()) is { } idle)
            throw new ArgumentException($"{candidate.Name} claims {string.Join(", ", idle.NeverDone.Select(static op => op.Name()))} in {idle.NumberType} and came to no result in any case");
        return results.Exists(static result => result.TooLittle.Any()) ? Program.TooLittle : Program.Holds;
    }

    private static int Unsupported(CheckResult result) => result.Tallies.Sum(static tally => tally.Unsupported);

    private static Dictionary<string, object> Coverage(CheckResult result)
    {
        PairCoverage coverage = PairCoverage.Of(result.Capabilities);
        PathReach reach = PathReach.Of(result.Capabilities, result.Cases);
        return new()
        {
            ["paths"] = new
            {
                reach.Paths,
                Pairs = new { reach.Pairs.Met, reach.Pairs.All },
                Triples = new { reach.Triples.Met, reach.Triples.All },
                reach.BeyondByte,
                reach.Beyond16Bits,
                reach.Histories,
            },
            ["pairs"] = new
            {
                Feasible = coverage.Feasible.Length,
                Missing = coverage.Missing(result.Cases).Select(static pair => $"{pair}"),
                Infeasible = coverage.Infeasible.Select(static pair => $"{pair}"),
            },
        };
    }
}
