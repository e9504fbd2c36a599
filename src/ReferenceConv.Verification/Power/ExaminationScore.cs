using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Examination;

namespace ReferenceConv.Verification.Power;

/// <summary>How the judge did in an examination.</summary>
/// <param name="Seed">The seed of the faults.</param>
/// <param name="Plan">What was asked, in words.</param>
/// <param name="Rows">Found and asked, for each number of predicates.</param>
/// <param name="LeftOut">Faults left out, by reason and number of predicates.</param>
/// <param name="Disagreements">Faults for which asking everything came to another verdict than asking what meets the guard.</param>
/// <param name="Missed">The faults that were not found, in words.</param>
/// <param name="Right">By the first plan: how many generated right convolutions were asked.</param>
/// <param name="Accused">Those of them that were accused, in words.</param>
public sealed record ExaminationScore(
    ulong Seed,
    string Plan,
    ImmutableArray<ExaminationRow> Rows,
    ImmutableArray<(string Reason, int Predicates, int Count)> LeftOut,
    int Disagreements,
    ImmutableArray<string> Missed,
    int Right,
    ImmutableArray<string> Accused)
{
    private static readonly ImmutableArray<bool> Kinds = [false, true];   // what kernels branch on, then arbitrary constants

    /// <summary>Draws the faults of a seed and asks them.</summary>
    /// <param name="seed">Selects the faults.</param>
    /// <param name="perNumber">How many for each number of predicates.</param>
    /// <param name="right">How many right convolutions are asked as well.</param>
    /// <param name="plans">What is asked, and its name; the policies judge the cases of the first.</param>
    /// <param name="operators">The operators that are wrong in them; null for all.</param>
    /// <param name="finished">Called after each fault of each plan, by one thread at a time.</param>
    /// <param name="cancellation">Ends the examination between two faults.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static ImmutableArray<ExaminationScore> Of(
        ulong seed,
        int perNumber,
        int right,
        ImmutableArray<(string Name, CheckPlan Plan)> plans,
        ImmutableArray<ConvolutionOperator>? operators,
        Action finished,
        CancellationToken cancellation = default)
    {
        ExaminationPaper paper = ExaminationPaper.Of(seed, perNumber, operators);
        return
        [
            .. plans.Select((plan, index) =>
            {
                ImmutableArray<ExaminationMark> marks = ExaminationRun.Of(paper, plan.Plan, index == 0, finished, cancellation);
                int asked = index == 0 ? right : 0;
                ImmutableArray<string> accused = asked == 0 ? [] : RightRun.Accused(seed, asked, plan.Plan, cancellation);
                return Of(seed, plan.Name, paper, marks, asked, accused);
            }),
        ];
    }

    /// <summary>How many faults are asked for a number of each number of predicates, those with arbitrary constants included.</summary>
    public static int Faults(int perNumber) => ExaminationPaper.MostPredicates * (perNumber + ((perNumber + 9) / 10));

    private static ExaminationScore Of(
        ulong seed,
        string plan,
        ExaminationPaper paper,
        ImmutableArray<ExaminationMark> marks,
        int right,
        ImmutableArray<string> accused) => new(
        seed,
        plan,
        [
            .. from number in Enumerable.Range(1, ExaminationPaper.MostPredicates)
               from isArbitrary in Kinds
               select ExaminationRow.Of(number, isArbitrary,
                   [.. marks.Where(mark => mark.Fault.Guard.Predicates.Length == number && mark.Fault.IsArbitrary == isArbitrary)]),
        ],
        [.. paper.LeftOut.GroupBy(static left => left).Select(static left => (left.Key.Reason, left.Key.Predicates, left.Count())).Order()],
        marks.Count(static mark => !mark.Agrees),
        [.. marks.Where(static mark => !mark.IsCaught).Select(static mark => InWords(mark.Fault))],
        right,
        accused);

    private static string InWords(ExaminationFault fault) =>
        $"{(fault.IsArbitrary ? "arbitrary, " : "")}{fault}; witness {string.Join(" then ", fault.Witness)}";
}
