using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Checking;

/// <summary>All that one candidate was asked, and what came of it.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class Interview<T>(ICandidate<T> candidate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostMisconduct = 5;      // breaks of conduct after which an operator is no longer asked
    private const int ImpulseCases = 32;       // the first cases, as far as they are small enough

    private static readonly TimeSpan LongSearch = TimeSpan.FromSeconds(5);    // for the plainest rule of an operator
    private static readonly TimeSpan ShortSearch = TimeSpan.FromSeconds(1);   // for its other rules, where the plainest one's case does not serve

    private readonly Dictionary<(ConvolutionOperator, string), Tally> tallies = [];
    private readonly Dictionary<(ConvolutionOperator, string), (Rule<T> Rule, int CaseNumber, OperatorCase Instance, Finding Finding)> firstBreaks = [];
    private readonly Dictionary<ConvolutionOperator, int> misconduct = [];
    private readonly HashSet<int> judged = [];

    /// <summary>Per operator and rule what came of it.</summary>
    public ImmutableArray<Tally> Tallies => [.. tallies.Values];

    /// <summary>Operators that are no longer asked.</summary>
    public ImmutableArray<ConvolutionOperator> GivenUp => [.. misconduct.Where(static op => op.Value >= MostMisconduct).Select(static op => op.Key)];

    /// <summary>The number of the first case that broke a rule that must hold, counted from 1, and that rule; null if none did.</summary>
    public (int CaseNumber, string Rule)? FirstBreak =>
        firstBreaks.Values.Where(static first => first.Rule.Level == RuleLevel.Must).OrderBy(static first => first.CaseNumber).Select(static first =>
            ((int CaseNumber, string Rule)?)(first.CaseNumber, first.Finding.Conduct is { } conduct ? Words.Of(conduct) : first.Rule.Name)).FirstOrDefault();

    /// <summary>Whether some result of a case was looked at.</summary>
    /// <param name="index">The case.</param>
    public bool WasJudged(int index) => judged.Contains(index);

    /// <summary>Asks about a small case.</summary>
    /// <param name="index">Its number, counted from 0; it decides which of the rules that are not asked every time are asked.</param>
    /// <param name="questions">What is asked.</param>
    public void Ask(int index, Questions<T> questions)
    {
        for (int r = 0; r < questions.Vectors.Length; r++)
        {
            var vector = questions.Vectors[r];
            Record(index, RuleBook<T>.Data[r], questions.Instance, () => vector is null ? Finding.NotApplicable : DataRule<T>.Ask(candidate, vector));
        }

        foreach (CheckedRule<T> repeated in RuleBook<T>.Repeated)
            if (index % repeated.Every == 0)
                Record(index, repeated.Rule, questions.Instance, () => repeated.Rule.Check(candidate, questions.Instance));

        if (index < ImpulseCases && WithFewChannels(questions.Instance) is { } small)
            Record(index, RuleBook<T>.Impulses, small, () => RuleBook<T>.Impulses.Check(candidate, small));
    }

    /// <summary>The case with so few channels that it can be asked impulse by impulse, which the first cases are as well.</summary>
    public static OperatorCase? WithFewChannels(OperatorCase instance) =>
        instance.Origin is { } origin ? OperatorCase.Of(origin.WithFewChannels(), instance.Operator) : null;

    /// <summary>Asks about a real layer.</summary>
    /// <param name="index">Its number, counted on from the small cases.</param>
    /// <param name="layer">The layer.</param>
    public void Ask(int index, NamedLayer layer)
    {
        foreach (Rule<T> rule in RuleBook<T>.Layers)
            Record(index, rule, layer.Case, () => rule.Check(candidate, layer.Case));
    }

    /// <summary>Per operator in the order of the rule book, so that the plainest rule is told first; its smallest case serves the others.</summary>
    public IEnumerable<Break> Explained()
    {
        string[] order = [.. RuleBook<T>.All.Select(static rule => rule.Name)];
        foreach (var op in firstBreaks.Values.GroupBy(static first => first.Instance.Operator).OrderBy(static op => op.Key))
        {
            OperatorCase? plainest = null;
            foreach ((Rule<T> rule, int caseNumber, OperatorCase instance, Finding found) in op.OrderBy(first => Array.IndexOf(order, first.Rule.Name)))
            {
                (OperatorCase smallest, Finding finding, bool isRepeatable) =
                    plainest is not null && Shrinker<T>.SameBreak(rule, candidate, plainest, found) is { } same
                        ? (plainest, same, true)
                        : Shrinker<T>.Smallest(rule, candidate, instance, found, plainest is null ? LongSearch : ShortSearch);
                plainest ??= isRepeatable ? smallest.WithMask(null) : null;
                yield return new Break(rule.Name, rule.Level, rule.Hint, caseNumber, instance, smallest, finding, isRepeatable);
            }
        }
    }

    private void Record(int index, Rule<T> rule, OperatorCase instance, Func<Finding> check)
    {
        if (misconduct.GetValueOrDefault(instance.Operator) >= MostMisconduct)
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
}
