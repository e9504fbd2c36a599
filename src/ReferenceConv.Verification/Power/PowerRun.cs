using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Museum;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Runs;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Power;

/// <summary>
/// The museum before the judge, and before the policies of others: who catches what, how soon, and who accuses the innocent.
/// </summary>
public static class PowerRun
{
    /// <summary>The cases of the policies, and those on which right exhibits are held: nothing stops either of them early.</summary>
    public const int CheapCases = 400;

    /// <summary>Judges every exhibit.</summary>
    /// <param name="plan">Cases and seed; the same cases for all judges.</param>
    /// <param name="finished">Called after each exhibit, by one thread at a time.</param>
    /// <param name="cancellation">Ends the run between two exhibits.</param>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static ImmutableArray<PowerRow> Of(CheckPlan plan, Action finished, CancellationToken cancellation = default)
    {
        Func<PowerRow>[] work =
        [
            .. MuseumBook.Wrong.Select(exhibit => (Func<PowerRow>)(() => Row(exhibit, plan, isWrong: true, PolicyBook.All))),
            .. MuseumBook.WrongInDouble.Select(exhibit => (Func<PowerRow>)(() => Row(exhibit, plan, isWrong: true, []))),
            .. MuseumBook.Unusual.Select(exhibit => (Func<PowerRow>)(() => Row(exhibit, plan, isWrong: false, PolicyBook.All))),
            .. MuseumBook.UnusualInDouble.Select(exhibit => (Func<PowerRow>)(() => Row(exhibit, plan, isWrong: false, []))),
        ];
        var rows = new PowerRow[work.Length];
        var turn = new Lock();
        AllCores.ForEach(
            work.Length,
            index =>
            {
                rows[index] = work[index]();
                lock (turn)
                    finished();
            },
            cancellation);
        return [.. rows];
    }

    /// <summary>How many exhibits there are.</summary>
    public static int Exhibits =>
        MuseumBook.Wrong.Length + MuseumBook.WrongInDouble.Length + MuseumBook.Unusual.Length + MuseumBook.UnusualInDouble.Length;

    private static PowerRow Row<T>(Exhibit<T> exhibit, CheckPlan plan, bool isWrong, ImmutableArray<Policy> policies)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var watch = Stopwatch.StartNew();
        CheckResult result = CheckRun<T>.Of(
            exhibit.Candidate(), plan with { StopsAtFirstBreak = true, Cases = isWrong ? plan.Cases : Math.Min(plan.Cases, CheapCases) });
        Break? first = result.Breaks.Where(static broken => broken.Level == RuleLevel.Must).MinBy(static broken => broken.CaseNumber);
        var here = new Detection(first?.CaseNumber, first?.BrokenRule, first is null
            ? 0
            : LargestExtent(first.Smallest.Geometry), watch.Elapsed.TotalSeconds);
        ImmutableArray<ConvolutionCase> cases =
            [.. new CheckSchedule(exhibit.Claims, plan.Seed).Cases(plan.Cases).Take(CheapCases).Select(static scheduled => scheduled.Case)];
        return new PowerRow(
            exhibit.Name,
            exhibit.Report,
            NumberFormat<T>.Name,
            isWrong,
            here,
            [.. policies.Select(policy => PolicyJudge.FirstRejected(policy, (ICandidate<float>)exhibit.Candidate(), cases))]);
    }

    private static int LargestExtent(ConvolutionGeometry geometry) =>
        geometry.InputShape.Concat(geometry.WeightShape).Concat(geometry.OutputShape).Max();
}
