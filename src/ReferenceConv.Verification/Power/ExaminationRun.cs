using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Examination;
using ReferenceConv.Verification.Runs;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Power;

/// <summary>
/// The judge before faults that nobody tuned it to. Where its guard is false a fault is the plain loops, so only cases that meet the guard are asked, in
/// the order of a check. Faults that remember calls are asked every case of the operator that remembers them. Every 22nd of the others is asked everything as
/// well, to see that both ways agree.
/// </summary>
internal static class ExaminationRun
{
    private const int EveryWhole = 22;   // so of 2,200 faults a hundred

    /// <summary>Asks every fault of a paper.</summary>
    /// <param name="paper">The faults.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="isFirst">Whether the policies of other harnesses judge the same cases, and both ways are held against each other.</param>
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
        Dictionary<string, Agenda> agendas = paper.Faults.DistinctBy(Key).AsParallel().ToDictionary(Key, fault => Agenda.Of(fault.Claims, plan));
        AllCores.ForEach(
            marks.Length,
            place =>
            {
                ExaminationFault fault = paper.Faults[place];
                Agenda agenda = agendas[Key(fault)];
                marks[place] = new ExaminationMark(fault, Asked(fault, agenda))
                {
                    Policies = isFirst ? [.. PolicyBook.All.Select(policy => FirstRejected(policy, fault, agenda))] : [],
                };
                lock (turn)
                    finished();
            },
            cancellation);

        int[] whole = [.. Enumerable.Range(0, isFirst ? marks.Length : 0).Where(place => place % EveryWhole == 0 && !marks[place].Fault.HasState)];
        foreach (var alike in whole.GroupBy(place => Key(marks[place].Fault)))
            AskWhole(marks, [.. alike], agendas[alike.Key], cancellation);
        return [.. marks];
    }

    /// <summary>What the agenda depends on.</summary>
    private static string Key(ExaminationFault fault) => $"{string.Join(' ', fault.Claims.Operators)} {string.Join(' ', fault.Claims.Borders)} {fault.Claims.Tiles}";

    private static (int CaseNumber, string Rule)? Asked(ExaminationFault fault, Agenda agenda)
    {
        var interview = new Interview<float>(fault.Candidate());
        int index = 0;
        foreach (ScheduledCase scheduled in agenda.Cases.Concat(agenda.Layers))
        {
            if (Met(fault, scheduled) is { } instance)
                interview.Ask(index, Questions<float>.About(instance, scheduled, fault.Claims));
            if (interview.First is not null)
                break;
            index++;
        }

        return Verdict(interview);
    }

    private static (int CaseNumber, string Rule)? Verdict(Interview<float> interview) => interview.First is { } first ? (first.CaseNumber, first.BrokenRule) : null;

    /// <summary>The fault's operator on a case, if the guard holds there or on what is asked beside it, or if the call is remembered.</summary>
    private static OperatorCase? Met(ExaminationFault fault, ScheduledCase scheduled) =>
        Questions<float>.Operators(scheduled, fault.Claims with { Operators = [fault.Operator] }).FirstOrDefault(asked =>
            fault.HasState || IsMet(fault, asked) || (Interview<float>.WithFewChannels(asked) is { } few && IsMet(fault, few)));

    private static bool IsMet(ExaminationFault fault, OperatorCase asked) => asked.Operator == fault.Operator && fault.Guard.Holds(asked.Geometry, asked.Operator);

    private static int? FirstRejected(Policy policy, ExaminationFault fault, Agenda agenda)
    {
        ICandidate<float> candidate = fault.Candidate();
        for (int index = 0; index < agenda.Cases.Length; index++)
            if (Met(fault, agenda.Cases[index]) is { } instance && !PolicyJudge.IsAccepted(policy, candidate, instance))
                return index + 1;
        return null;
    }

    private static void AskWhole(ExaminationMark[] marks, ImmutableArray<int> places, Agenda agenda, CancellationToken cancellation)
    {
        Interview<float>[] interviews = [.. places.Select(place => new Interview<float>(marks[place].Fault.Candidate()))];
        Capabilities claims = marks[places[0]].Fault.Claims;
        ImmutableArray<ScheduledCase> all = [.. agenda.Cases, .. agenda.Layers];
        int index = 0;
        foreach (ImmutableArray<Questions<float>> questions in Ahead.Of(all, scheduled => Questions<float>.About(scheduled, claims)))
        {
            int at = index++;
            int[] open = [.. Enumerable.Range(0, interviews.Length).Where(i => interviews[i].First is null)];
            if (open.Length == 0)
                break;
            AllCores.ForEach(
                open.Length,
                i =>
                {
                    foreach (Questions<float> asked in questions)
                        interviews[open[i]].Ask(at, asked);
                },
                cancellation);
        }

        for (int i = 0; i < interviews.Length; i++)
            marks[places[i]] = marks[places[i]] with { IsWhole = true, Whole = Verdict(interviews[i]) };
    }
}
