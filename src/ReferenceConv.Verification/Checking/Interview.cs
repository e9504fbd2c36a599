using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Checking;

/// <summary>All that one candidate was asked, and what came of it.</summary>
/// <param name="candidate">Who is asked.</param>
/// <param name="stop">After this nothing more is asked.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class Interview<T>(ICandidate<T> candidate, CancellationToken stop = default)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The first cases are asked impulse by impulse as well, as far as they are small enough.</summary>
    public const int ImpulseCases = 64;

    private const int MostMisconduct = 20;    // cases that crash, hang or worse, after which an operator is no longer asked

    private readonly Dictionary<(ConvolutionOperator, string), Tally> tallies = [];
    private readonly Dictionary<(ConvolutionOperator, string), FirstBreak<T>> firstBreaks = [];
    private readonly Dictionary<ConvolutionOperator, HashSet<int>> misconduct = [];
    private readonly Dictionary<ConvolutionOperator, HashSet<int>> judged = [];

    /// <summary>Per operator and rule what came of it.</summary>
    public ImmutableArray<Tally> Tallies => [.. tallies.Values];

    /// <summary>Operators that are no longer asked.</summary>
    public ImmutableArray<ConvolutionOperator> GivenUp =>
        [.. misconduct.Where(static op => op.Value.Count >= MostMisconduct).Select(static op => op.Key)];

    /// <summary>
    /// The first case that broke each rule, and the first that broke it and no plainer one; a crash is a rule of its own.
    /// </summary>
    public IEnumerable<FirstBreak<T>> FirstBreaks => firstBreaks.Values;

    /// <summary>The first case that broke a rule that must hold; null if none did.</summary>
    public FirstBreak<T>? First =>
        firstBreaks.Values.Where(static first => first.Level == RuleLevel.Must).MinBy(static first => first.CaseNumber);

    /// <summary>In how many cases a result of an operator was looked at.</summary>
    public int Judged(ConvolutionOperator op) => judged.GetValueOrDefault(op)?.Count ?? 0;

    /// <summary>Whether some result of a case was looked at.</summary>
    /// <param name="index">The case.</param>
    public bool WasJudged(int index) => judged.Values.Any(cases => cases.Contains(index));

    /// <summary>The case with so few channels that it can be asked impulse by impulse, which the first cases are as well.</summary>
    public static OperatorCase? WithFewChannels(OperatorCase instance) =>
        instance.Origin is { } origin ? OperatorCase.Of(origin.WithFewChannels(), instance.Operator) : null;

    /// <summary>Asks about a case. One that is declined, or on which the candidate crashes, is asked no more.</summary>
    /// <param name="index">Its number, counted from 0; it decides which of the rules that are not asked every time are asked.</param>
    /// <param name="questions">What is asked.</param>
    public void Ask(int index, Questions<T> questions)
    {
        OperatorCase instance = questions.Instance;
        if (misconduct.GetValueOrDefault(instance.Operator)?.Count >= MostMisconduct)
            return;
        bool isBroken = false;
        foreach ((DataRule<T> rule, var vector) in questions.Vectors)
            if (!Goes(rule, instance, () => vector is null ? Finding.NotApplicable : DataRule<T>.Ask(candidate, vector)))
                return;
        if (questions.Extent == AskedRules.Layer)
            return;

        foreach (CheckedRule<T> repeated in RuleBook<T>.Repeated)
            if (index % repeated.Every == 0 && (questions.Extent == AskedRules.All || repeated.IsOfEveryKind))
                if (!Goes(repeated.Rule, instance, () => repeated.Rule.Check(candidate, instance)))
                    return;
        if (index < ImpulseCases && WithFewChannels(instance) is { } small)
            _ = Goes(RuleBook<T>.Impulses, small, () => RuleBook<T>.Impulses.Check(candidate, small));

        bool Goes(Rule<T> rule, OperatorCase asked, Func<Finding> check)
        {
            if (stop.IsCancellationRequested)
                return false;
            Finding finding = check();
            Record(index, rule, questions.Name, asked, finding, isPlainest: !isBroken);
            isBroken |= finding.Standing == Standing.Broken && rule.LevelOf(finding) == RuleLevel.Must;
            return finding.Standing != Standing.Unsupported && finding.Conduct is null;
        }
    }

    private void Record(int index, Rule<T> rule, string? name, OperatorCase instance, Finding finding, bool isPlainest)
    {
        ConvolutionOperator op = instance.Operator;
        Tally before = tallies.GetValueOrDefault((op, rule.Name)) ?? new Tally(rule.Name, rule.Level, op);
        tallies[(op, rule.Name)] = before.With(finding);
        if (finding.Standing is Standing.Holds or Standing.Broken && rule is DataRule<T>)
            Of(judged, op).Add(index);
        if (finding.Standing != Standing.Broken)
            return;

        var found = new FirstBreak<T>(rule, index + 1, name, instance, finding, isPlainest);
        if (!firstBreaks.TryGetValue((op, found.BrokenRule), out FirstBreak<T>? first) || (isPlainest && !first.IsPlainest))
            firstBreaks[(op, found.BrokenRule)] = found;
        if (finding.Conduct is not null and not Conduct.AcceptsWhatIsValid)
            Of(misconduct, op).Add(index);
    }

    private static HashSet<int> Of(Dictionary<ConvolutionOperator, HashSet<int>> cases, ConvolutionOperator op) =>
        cases.TryGetValue(op, out HashSet<int>? known) ? known : cases[op] = [];
}
