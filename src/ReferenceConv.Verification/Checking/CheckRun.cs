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
public static class CheckRun<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double LayerWork = 20;       // a layer takes so many times as long as a small case, for the progress bar

    /// <summary>Checks a candidate.</summary>
    /// <param name="candidate">Who is asked.</param>
    /// <param name="plan">How much.</param>
    /// <param name="advance">Told the part of the work done since it was told last; all parts sum to 1.</param>
    /// <param name="cancellation">Ends the check between two cases.</param>
    /// <exception cref="OperationCanceledException">The check was ended.</exception>
    public static CheckResult Of(ICandidate<T> candidate, CheckPlan plan, Action<double>? advance = null, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        Capabilities claims = candidate.Capabilities;
        Agenda agenda = Agenda.Of(claims, plan);
        double work = agenda.Cases.Length + (LayerWork * agenda.Layers.Length);
        var interview = new Interview<T>(candidate);
        var asked = new List<ScheduledCase>();
        bool isOver = false;

        Ask(agenda.Cases, 1 / work, static () => true);
        Ask(agenda.Layers, LayerWork / work, static () => true);
        Ask(Agenda.Beyond(claims, plan), 0, () => claims.Operators.Any(op => interview.Judged(op) < plan.LeastJudged));

        return new CheckResult(candidate.Name, NumberFormat<T>.Name, claims, plan)
        {
            Cases = [.. asked.Where((scheduled, index) => scheduled.Extent != AskedRules.Layer && interview.WasJudged(index)).Select(static scheduled => scheduled.Case)],
            Layers = [.. asked.Where(static scheduled => scheduled.Extent == AskedRules.Layer).Select(static scheduled => scheduled.Name!)],
            Tallies = interview.Tallies,
            Judged = [.. claims.Operators.Select(op => (op, interview.Judged(op)))],
            Breaks = [.. Explanations.Of(candidate, interview.FirstBreaks)],
            GivenUp = interview.GivenUp,
        };

        void Ask(IEnumerable<ScheduledCase> cases, double part, Func<bool> isWanted)
        {
            if (isOver || !isWanted())
                return;
            foreach ((ScheduledCase scheduled, ImmutableArray<Questions<T>> prepared) in Ahead.Of(cases, scheduled => (scheduled, Questions<T>.About(scheduled, claims))))
            {
                cancellation.ThrowIfCancellationRequested();
                isOver = (asked.Count > 0 && watch.Elapsed > plan.Time) || (plan.StopsAtFirstBreak && interview.First is not null);
                if (isOver || !isWanted())
                    return;
                foreach (Questions<T> questions in prepared)
                    interview.Ask(asked.Count, questions);
                asked.Add(scheduled);
                advance?.Invoke(part);
            }
        }
    }
}
