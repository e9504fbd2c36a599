using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;
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
    private const int MostMisconduct = 5;      // breaks of conduct after which an operator is no longer asked
    private const int ImpulseShapes = 8;       // per operator
    private const double LayerWork = 5;        // an operator of a layer takes so many times as long as a small case, for the progress bar

    private static readonly TimeSpan LongSearch = TimeSpan.FromSeconds(5);    // for the plainest rule of an operator
    private static readonly TimeSpan ShortSearch = TimeSpan.FromSeconds(1);   // for its other rules, where the plainest one's case does not serve
    private static readonly TimeSpan LastSearch = TimeSpan.FromSeconds(1);    // for all rules together, once the check is stopped

    private readonly ICandidate<T> candidate;
    private readonly Dictionary<(ConvolutionOperator, string), Tally> tallies = [];
    private readonly Dictionary<(ConvolutionOperator, string), (Rule<T> Rule, int CaseNumber, OperatorCase Instance, Finding Finding)> firstBreaks = [];
    private readonly Dictionary<ConvolutionOperator, int> misconduct = [];
    private readonly HashSet<int> judged = [];   // cases in which some result was looked at

    private readonly CancellationToken stop;
    private readonly Stopwatch stopped = new();

    private CheckRun(ICandidate<T> candidate, CancellationToken stop) => (this.candidate, this.stop) = (candidate, stop);

    /// <summary>Checks a candidate.</summary>
    /// <param name="candidate">Who is asked.</param>
    /// <param name="plan">How much.</param>
    /// <param name="advance">Told the part of the work done since it was told last; all parts sum to 1.</param>
    /// <param name="stop">Stops the check after the next answer; what was found until then is the result.</param>
    public static CheckResult Of(ICandidate<T> candidate, CheckPlan plan, Action<double>? advance = null, CancellationToken stop = default) =>
        new CheckRun<T>(candidate, stop).Run(plan, advance ?? (static _ => { }));

    private CheckResult Run(CheckPlan plan, Action<double> advance)
    {
        var watch = Stopwatch.StartNew();
        ImmutableArray<ConvolutionCase> cases = [.. new CaseSchedule(candidate.Capabilities, plan.Seed).Cases().Take(plan.Cases)];
        ImmutableArray<NamedLayer> layers = plan.LayerMultiplyAdds == 0 ? [] : LayerSchedule.Of(candidate.Capabilities, plan.LayerMultiplyAdds, plan.Seed);
        double work = cases.Length + (LayerWork * layers.Length);
        int asked = 0;
        foreach (Prepared prepared in Prepare(cases))
        {
            if (stop.IsCancellationRequested || (asked > 0 && watch.Elapsed > plan.Time))
                break;
            foreach (OperatorQuestions questions in prepared.Operators)
                Ask(asked, questions);
            advance(1 / work);
            asked++;
            if (IsDecided(plan))
                break;
        }

        var askedLayers = new List<string>();
        foreach (NamedLayer layer in layers)
        {
            if (stop.IsCancellationRequested || IsDecided(plan) || watch.Elapsed > plan.Time)
                break;
            askedLayers.Add(layer.Name);
            foreach (Rule<T> rule in RuleBook<T>.Layers)
                Record(asked, rule, layer.Case, () => rule.Check(candidate, layer.Case));
            advance(LayerWork / work);
        }

        bool isStopped = stop.IsCancellationRequested;
        return new CheckResult(candidate.Name, NumberFormat<T>.Name, candidate.Capabilities, plan)
        {
            Cases = [.. cases.Take(asked).Where((_, index) => judged.Contains(index))],
            Layers = [.. askedLayers.Distinct()],
            Tallies = [.. tallies.Values],
            Breaks = [.. Explained()],
            IsStopped = isStopped,
            GivenUp = [.. misconduct.Where(static op => op.Value >= MostMisconduct).Select(static op => op.Key)],
        };
    }

    private bool IsDecided(CheckPlan plan) => plan.StopsAtFirstBreak && firstBreaks.Values.Any(static first => first.Rule.Level == RuleLevel.Must);

    private ParallelQuery<Prepared> Prepare(ImmutableArray<ConvolutionCase> cases) =>
        Partitioner.Create(cases, EnumerablePartitionerOptions.NoBuffering)
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(instance => new Prepared([.. Operators(instance).Select(PrepareOperator)]));

    private IEnumerable<OperatorCase> Operators(ConvolutionCase instance) =>
        from op in candidate.Capabilities.Operators
        let asked = OperatorCase.Of(instance, op)
        where asked is not null && candidate.Capabilities.Lacks(asked.Geometry, op, asked.Flag) is null
        select asked;

    private OperatorQuestions PrepareOperator(OperatorCase instance) =>
        new(instance, [.. RuleBook<T>.Data.Select(rule => rule.Vector(instance, candidate.Capabilities))]);

    private void Ask(int index, OperatorQuestions questions)
    {
        for (int r = 0; r < questions.Vectors.Length; r++)
        {
            TestVector<T>? vector = questions.Vectors[r];
            Record(index, RuleBook<T>.Data[r], questions.Instance, () => vector is null ? Finding.NotApplicable : DataRule<T>.Ask(candidate, vector));
        }

        foreach (CheckedRule<T> repeated in RuleBook<T>.Repeated)
            if (index % repeated.Every == 0)
                Record(index, repeated.Rule, questions.Instance, () => repeated.Rule.Check(candidate, questions.Instance));

        bool isSmallShapeDue = tallies.GetValueOrDefault((questions.Instance.Operator, RuleBook<T>.Impulses.Name))?.Checked is not >= ImpulseShapes;
        if (isSmallShapeDue && questions.Instance.Origin?.WithFewChannels() is { } few && OperatorCase.Of(few, questions.Instance.Operator) is { } small)
            Record(index, RuleBook<T>.Impulses, small, () => RuleBook<T>.Impulses.Check(candidate, small));
    }

    private void Record(int index, Rule<T> rule, OperatorCase instance, Func<Finding> check)
    {
        if (stop.IsCancellationRequested || misconduct.GetValueOrDefault(instance.Operator) >= MostMisconduct)
            return;
        Finding finding = check();
        var key = (instance.Operator, rule.Name);
        Tally before = tallies.GetValueOrDefault(key) ?? new Tally(rule.Name, rule.Level, instance.Operator);
        tallies[key] = before.With(finding);
        if (finding.Standing is Standing.Holds or Standing.Broken && rule is DataRule<T>)
            judged.Add(index);
        if (finding.Standing != Standing.Broken)
            return;
        firstBreaks.TryAdd(key, (rule, index + 1, instance, finding));
        if (finding.Conduct is not null)
            misconduct[instance.Operator] = misconduct.GetValueOrDefault(instance.Operator) + 1;
    }

    /// <summary>Per operator in the order of the rule book, so that the plainest rule is told first; its smallest case serves the others.</summary>
    private IEnumerable<Break> Explained()
    {
        string[] order = [.. RuleBook<T>.All.Select(static rule => rule.Name)];
        foreach (var op in firstBreaks.Values.GroupBy(static first => first.Instance.Operator).OrderBy(static op => op.Key))
        {
            OperatorCase? plainest = null;
            foreach ((Rule<T> rule, int caseNumber, OperatorCase instance, Finding found) in op.OrderBy(first => Array.IndexOf(order, first.Rule.Name)))
            {
                TimeSpan search = Left(plainest is null ? LongSearch : ShortSearch);
                (OperatorCase smallest, Finding finding, bool isRepeatable) =
                    search <= TimeSpan.Zero ? (instance, found, true)
                    : plainest is not null && Shrinker<T>.SameBreak(rule, candidate, plainest, found) is { } same
                    ? (plainest, same, true)
                    : Shrinker<T>.Smallest(rule, candidate, instance, found, search);
                plainest ??= isRepeatable ? smallest.WithMask(null) : null;
                yield return new Break(rule.Name, rule.Level, rule.Hint, caseNumber, instance, smallest, finding, isRepeatable);
            }
        }
    }

    private TimeSpan Left(TimeSpan usual)
    {
        if (!stop.IsCancellationRequested)
            return usual;
        stopped.Start();
        return LastSearch - stopped.Elapsed;
    }

    private sealed record Prepared(ImmutableArray<OperatorQuestions> Operators);

    private sealed record OperatorQuestions(OperatorCase Instance, ImmutableArray<TestVector<T>?> Vectors);
}
