using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Examination;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Runs;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Power;

/// <summary>
/// The judge before faults that nobody tuned it to. Where its guard is false a fault is the plain loops, so only cases that meet the guard
/// are asked, in the order of a check; of the others it is only told that they passed. Faults that remember calls, and every 22nd of the
/// others, are asked each of the first 500 cases of their operator as well, to see that both ways agree.
/// </summary>
internal static class ExaminationRun
{
    /// <summary>The cases in which both ways are held against each other.</summary>
    public const int WholeCases = 500;

    private const int EveryWhole = 22;   // so of 2,200 faults a hundred

    /// <summary>Asks every fault of a paper.</summary>
    /// <param name="paper">The faults.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="isFirst">
    /// Whether the policies of other harnesses judge the same cases, and both ways are held against each other.
    /// </param>
    /// <param name="finished">Called after each fault, by one thread at a time.</param>
    /// <param name="cancellation">Ends the run between two faults.</param>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static ImmutableArray<ExaminationMark> Of(
        ExaminationPaper paper,
        CheckPlan plan,
        bool isFirst,
        Action finished,
        CancellationToken cancellation = default)
    {
        var marks = new ExaminationMark[paper.Faults.Length];
        var turn = new Lock();
        var agendas = paper.Faults.DistinctBy(Claims).ToDictionary(Claims, fault => Agenda.Of(fault.Claims, plan));
        var papers = paper.Faults.DistinctBy(Key).ToDictionary(Key, fault => Concerned(fault, agendas[Claims(fault)]));
        AllCores.ForEach(
            marks.Length,
            place =>
            {
                ExaminationFault fault = paper.Faults[place];
                ImmutableArray<Concern> cases = papers[Key(fault)];
                marks[place] = new ExaminationMark(fault, Asked(fault, cases))
                {
                    Policies = isFirst ? [.. PolicyBook.All.Select(policy => FirstRejected(policy, fault, cases))] : [],
                };
                lock (turn)
                    finished();
            },
            cancellation);

        int[] whole =
        [
            .. Enumerable.Range(0, isFirst ? marks.Length : 0)
                .Where(place => place % EveryWhole == 0 || marks[place].Fault.HasState),
        ];
        foreach (var alike in whole.GroupBy(place => Key(marks[place].Fault)))
            AskWhole(marks, [.. alike], papers[alike.Key], cancellation);
        return [.. marks];
    }

    /// <summary>What the agenda depends on.</summary>
    private static string Claims(ExaminationFault fault) =>
        $"{string.Join(' ', fault.Claims.Operators)} {string.Join(' ', fault.Claims.Borders)} {fault.Claims.Tiles}";

    private static (string, ConvolutionOperator) Key(ExaminationFault fault) => (Claims(fault), fault.Operator);

    /// <summary>
    /// The operators of a case that can meet the fault: the one that is wrong, and where all rules are asked forward, because there all
    /// three are held against each other. The rest are right whatever is asked.
    /// </summary>
    private static ImmutableArray<Concern> Concerned(ExaminationFault fault, Agenda agenda) =>
    [
        .. from scheduled in agenda.Cases.Concat(agenda.Layers).Index()
           from asked in Questions<float>.Operators(scheduled.Item, fault.Claims)
           where asked.Operator == fault.Operator
               || (asked.Operator == ConvolutionOperator.Forward
                   && scheduled.Item.Extent == AskedRules.All
                   && ConvolutionOperators.Trilinear.Contains(fault.Operator))
           select new Concern(scheduled.Index, scheduled.Item, asked),
    ];

    private static (int CaseNumber, string Rule)? Asked(ExaminationFault fault, IEnumerable<Concern> cases, int first = 0)
    {
        FaultyConvolution convolution = fault.Make();
        var interview = new Interview<float>(convolution.Candidate);
        foreach (Concern concern in cases)
        {
            bool isWhole = concern.Scheduled.Extent == AskedRules.All;
            if (IsMet(fault, concern.Asked) || (isWhole && Beside(concern.Asked, fault.Claims).Any(beside => IsMet(fault, beside))))
                interview.Ask(first + concern.Index, Questions<float>.About(concern.Asked, concern.Scheduled, fault.Claims));
            else
                convolution.Passed(concern.Asked.Geometry);
            if (interview.First is not null)
                break;
        }

        return Verdict(interview);
    }

    private static (int CaseNumber, string Rule)? Verdict(Interview<float> interview) =>
        interview.First is { } first ? (first.CaseNumber, first.BrokenRule) : null;

    private static bool IsMet(ExaminationFault fault, OperatorCase asked) => fault.Guard.Holds(asked.Geometry, fault.Operator);

    /// <summary>What rules ask beside a case: fewer channels impulse by impulse, other shapes at the same time.</summary>
    private static IEnumerable<OperatorCase> Beside(OperatorCase asked, Capabilities claims) =>
        new[] { Interview<float>.WithFewChannels(asked), ConcurrencyRule<float>.OtherShapes(asked, claims) }.OfType<OperatorCase>();

    /// <summary>The first case that a policy rejects although it accepts the plain loops there.</summary>
    private static int? FirstRejected(Policy policy, ExaminationFault fault, ImmutableArray<Concern> cases)
    {
        FaultyConvolution convolution = fault.Make();
        ICandidate<float> faulty = convolution.Candidate;
        var plain = new InProcessCandidate<float>("plain loops", ExaminationFault.AnswerPlainly, fault.Claims);
        foreach (Concern concern in cases)
        {
            if (concern.Scheduled.Extent == AskedRules.Layer)
                break;
            if (concern.Asked.Operator != fault.Operator)
                continue;
            if (!IsMet(fault, concern.Asked))
                convolution.Passed(concern.Asked.Geometry);
            else if (!PolicyJudge.IsAccepted(policy, faulty, concern.Asked) && PolicyJudge.IsAccepted(policy, plain, concern.Asked))
                return concern.Index + 1;
        }

        return null;
    }

    /// <summary>
    /// Both ways counted as if other cases had been before them, so that none is asked impulse by impulse, which would take longer than all
    /// the rest.
    /// </summary>
    private static void AskWhole(
        ExaminationMark[] marks,
        ImmutableArray<int> places,
        ImmutableArray<Concern> cases,
        CancellationToken cancellation)
    {
        Capabilities claims = marks[places[0]].Fault.Claims;
        Concern[] early = [.. cases.Where(static concern => concern.Index < WholeCases)];
        Interview<float>[] interviews = [.. places.Select(place => new Interview<float>(marks[place].Fault.Make().Candidate))];
        foreach ((Concern concern, Questions<float> questions) in Ahead.Of(
            early,
            concern => (concern, Questions<float>.About(concern.Asked, concern.Scheduled, claims))))
        {
            int[] open = [.. Enumerable.Range(0, interviews.Length).Where(i => interviews[i].First is null)];
            if (open.Length == 0)
                break;
            AllCores.ForEach(
                open.Length, i => interviews[open[i]].Ask(Interview<float>.ImpulseCases + concern.Index, questions), cancellation);
        }

        AllCores.ForEach(
            interviews.Length,
            i =>
            {
                ref ExaminationMark mark = ref marks[places[i]];
                mark = mark with { BothWays = (Asked(mark.Fault, early, Interview<float>.ImpulseCases), Verdict(interviews[i])) };
            },
            cancellation);
    }

    /// <summary>An operator of a case in its place in the agenda.</summary>
    private sealed record Concern(int Index, ScheduledCase Scheduled, OperatorCase Asked);
}
