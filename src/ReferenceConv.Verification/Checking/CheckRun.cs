using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
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
    private const double LayerWork = 5;        // an operator of a layer takes so many times as long as a small case, for the progress bar

    /// <summary>Checks a candidate.</summary>
    /// <param name="candidate">Who is asked.</param>
    /// <param name="plan">How much.</param>
    /// <param name="advance">Told the part of the work done since it was told last; all parts sum to 1.</param>
    /// <param name="cancellation">Ends the check between two cases.</param>
    /// <exception cref="OperationCanceledException">The check was ended.</exception>
    public static CheckResult Of(ICandidate<T> candidate, CheckPlan plan, Action<double>? advance = null, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        (ImmutableArray<ConvolutionCase> cases, ImmutableArray<NamedLayer> layers) = Agenda.Of(candidate.Capabilities, plan);
        double work = cases.Length + (LayerWork * layers.Length);
        int asked = 0;
        var interview = new Interview<T>(candidate);
        foreach (ImmutableArray<Questions<T>> prepared in Prepare(cases, candidate.Capabilities, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (asked > 0 && watch.Elapsed > plan.Time)
                break;
            foreach (Questions<T> questions in prepared)
                interview.Ask(asked, questions);
            advance?.Invoke(1 / work);
            asked++;
            if (IsDecided(plan, interview))
                break;
        }

        var askedLayers = new List<string>();
        foreach (NamedLayer layer in layers)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsDecided(plan, interview) || watch.Elapsed > plan.Time)
                break;
            askedLayers.Add(layer.Name);
            interview.Ask(asked, layer);
            advance?.Invoke(LayerWork / work);
        }

        return new CheckResult(candidate.Name, NumberFormat<T>.Name, candidate.Capabilities, plan)
        {
            Cases = [.. cases.Take(asked).Where((_, index) => interview.WasJudged(index))],
            Layers = [.. askedLayers.Distinct()],
            Tallies = interview.Tallies,
            Breaks = [.. interview.Explained()],
            GivenUp = interview.GivenUp,
        };
    }

    private static bool IsDecided(CheckPlan plan, Interview<T> interview) => plan.StopsAtFirstBreak && interview.FirstBreak is not null;

    private static ParallelQuery<ImmutableArray<Questions<T>>> Prepare(
        ImmutableArray<ConvolutionCase> cases,
        Capabilities capabilities,
        CancellationToken cancellation) =>
        Partitioner.Create(cases, EnumerablePartitionerOptions.NoBuffering)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellation)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(instance => Questions<T>.Operators(instance, capabilities).Select(asked => Questions<T>.About(asked, capabilities)).ToImmutableArray());
}
