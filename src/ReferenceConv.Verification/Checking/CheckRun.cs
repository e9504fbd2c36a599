using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Checking;

/// <summary>
/// Asks a candidate everything, in an order that the seed alone decides. The numbers and what must come out are prepared on all cores; the
/// candidate is asked by one thread at a time, except where it is asked whether it bears more.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class CheckRun<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double LayerWork = 20;       // a layer takes so many times as long as a small case, for the progress bar

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<ScheduledCase> asked = [];
    private readonly ICandidate<T> candidate;
    private readonly CheckPlan plan;
    private readonly Interview<T> interview;
    private readonly CancellationToken stop;
    private bool isOver;

    private CheckRun(ICandidate<T> candidate, CheckPlan plan, CancellationToken stop)
    {
        (this.candidate, this.plan, this.stop) = (candidate, plan, stop);
        interview = new Interview<T>(candidate, stop);
    }

    /// <summary>Checks a candidate.</summary>
    /// <param name="candidate">Who is asked.</param>
    /// <param name="plan">How much.</param>
    /// <param name="advance">Told the part of the work done since it was told last; all parts sum to 1.</param>
    /// <param name="stop">Stops the check after the next answer; what was found until then is the result.</param>
    public static CheckResult Of(
        ICandidate<T> candidate, CheckPlan plan, Action<double>? advance = null, CancellationToken stop = default) =>
        new CheckRun<T>(candidate, plan, stop).Run(advance ?? (static _ => { }));

    private CheckResult Run(Action<double> advance)
    {
        Capabilities claims = candidate.Capabilities;
        Agenda agenda = Agenda.Of(claims, plan);
        double work = agenda.Cases.Length + (LayerWork * agenda.Layers.Length);
        Ask(agenda.Cases, () => advance(1 / work), static () => true);
        Ask(agenda.Layers, () => advance(LayerWork / work), static () => true);
        Ask(Agenda.Beyond(claims, plan), static () => { }, () => claims.Operators.Any(op => interview.Judged(op) < plan.LeastJudged));

        bool isStopped = stop.IsCancellationRequested;
        ScheduledCase[] judged = [.. asked.Where((_, index) => interview.WasJudged(index))];
        return new CheckResult(candidate.Name, NumberFormat<T>.Name, claims, plan)
        {
            Cases = [.. judged.Where(static scheduled => scheduled.Extent != AskedRules.Layer).Select(static scheduled => scheduled.Case)],
            Layers = [.. judged.Where(static scheduled => scheduled.Extent == AskedRules.Layer).Select(static scheduled => scheduled.Name!)],
            Tallies = interview.Tallies,
            Judged = [.. claims.Operators.Select(op => (op, interview.Judged(op)))],
            Breaks = [.. Explanations.Of(candidate, interview.FirstBreaks, stop)],
            IsStopped = isStopped,
            GivenUp = interview.GivenUp,
        };
    }

    private void Ask(IEnumerable<ScheduledCase> cases, Action finished, Func<bool> isWanted)
    {
        if (isOver || !isWanted())
            return;
        Capabilities claims = candidate.Capabilities;
        foreach ((ScheduledCase scheduled, ImmutableArray<Questions<T>> questions) in Ahead.Of(
            cases, scheduled => (scheduled, Questions<T>.About(scheduled, claims))))
        {
            isOver = stop.IsCancellationRequested
                || (asked.Count > 0 && watch.Elapsed > plan.Time)
                || (plan.StopsAtFirstBreak && interview.First is not null);
            if (isOver || !isWanted())
                return;
            foreach (Questions<T> about in questions)
                interview.Ask(asked.Count, about);
            asked.Add(scheduled);
            finished();
        }
    }
}
