using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.Verification.Examination;

/// <summary>
/// Faults that nobody tuned a judge to, drawn by a seed. Each has a witness, made from its guard alone, on which its result differs; a
/// fault for which a thousand tries, or 2²⁷ multiply-adds, find none is left out and counted.
/// </summary>
/// <param name="Faults">Those that are asked, in the order in which they are drawn.</param>
/// <param name="LeftOut">Why others were left out, with the number of their predicates.</param>
public sealed record ExaminationPaper(ImmutableArray<ExaminationFault> Faults, ImmutableArray<(int Predicates, string Reason)> LeftOut)
{
    /// <summary>The most predicates of a guard.</summary>
    public const int MostPredicates = 4;

    /// <summary>Faults for each number of predicates.</summary>
    public const int PerNumber = 500;

    private const int Tries = 1000;
    /// <summary>Multiply-adds, or elements where they are more, without a difference, after which a fault has had its tries too.</summary>
    private const long MostWork = 1L << 27;

    private const ulong Stream = 0xE4A3;   // other choices than any case or number of a check

    /// <summary>The faults of a seed.</summary>
    /// <param name="seed">Selects them.</param>
    /// <param name="perNumber">How many for each number of predicates, and a tenth of that with arbitrary constants.</param>
    /// <param name="operators">Only these are drawn, in the same proportions as among all; null for all.</param>
    /// <exception cref="ArgumentException"><paramref name="operators"/> is empty.</exception>
    public static ExaminationPaper Of(
        ulong seed, int perNumber = PerNumber, ImmutableArray<ConvolutionOperator>? operators = null)
    {
        ImmutableArray<ConvolutionOperator> drawn = operators ?? ConvolutionOperators.All;
        if (drawn.IsEmpty)
            throw new ArgumentException("operators must be 1 or more, were 0");
        int arbitrary = (perNumber + 9) / 10;
        var faults = new ExaminationFault[MostPredicates * (perNumber + arbitrary)];
        var leftOut = new ImmutableArray<(int, string)>[faults.Length];
        AllCores.ForEach(
            faults.Length,
            place =>
            {
                int number = place % (perNumber + arbitrary);
                var dice = new Dice((seed << 20) + (ulong)place + (Stream << 44));
                (faults[place], leftOut[place]) = Drawn(dice, 1 + (place / (perNumber + arbitrary)), number >= perNumber, drawn);
            },
            CancellationToken.None);
        return new ExaminationPaper([.. faults], [.. leftOut.SelectMany(static reasons => reasons)]);
    }

    private static (ExaminationFault Fault, ImmutableArray<(int Predicates, string Reason)> LeftOut) Drawn(
        Dice dice, int predicates, bool isArbitrary, ImmutableArray<ConvolutionOperator> operators)
    {
        var leftOut = ImmutableArray.CreateBuilder<(int, string)>();
        while (true)
        {
            ExaminationFault fault = Drawn(dice, isArbitrary, predicates, operators);
            if (Witnessed(fault, dice) is { } witnessed)
                return (witnessed, leftOut.ToImmutable());
            leftOut.Add((predicates, Reason(fault, dice)));
        }
    }

    private static ExaminationFault Drawn(
        Dice dice, bool isArbitrary, int predicates, ImmutableArray<ConvolutionOperator> operators)
    {
        ConvolutionOperator op;
        do
            op = dice.Weighted(40, 20, 20, 20) switch
            {
                3 => dice.One([.. ConvolutionOperators.All.Except(ConvolutionOperators.Trilinear)]),
                var trilinear => ConvolutionOperators.Trilinear[trilinear],
            };
        while (!operators.Contains(op));
        Mutation mutation = dice.One<Mutation>([.. MutationTable.All.Where(mutation => mutation.Suits(op))]);
        var guard = new Guard(
            [.. Enumerable.Range(0, predicates).Select(_ => isArbitrary
                ? PredicateTable.Arbitrary(dice, op)
                : PredicateTable.Drawn(dice, op))],
            dice.Chance(10) && !mutation.HasState ? dice.One(Enum.GetValues<CallBefore>().AsSpan(1)) : CallBefore.Anything);
        bool isLibrary = dice.Chance(50);
        return new ExaminationFault(op, guard, mutation, dice.One(4, 8, 16),
            Claims(op, isLibrary, mutation.HasState || guard.Before != CallBefore.Anything), isArbitrary);
    }

    /// <summary>
    /// Half claim what a library claims through <c>refconv.h</c>, its poolings aside, and half everything. The loops multiply the padding
    /// that they copied. One that remembers calls is asked them one at a time.
    /// </summary>
    private static Capabilities Claims(ConvolutionOperator op, bool isLibrary, bool hasState)
    {
        Capabilities all = isLibrary ? Capabilities.Convolution with { Borders = [Border.Zeros], Tiles = false } : Capabilities.Convolution;
        bool isTrilinear = isLibrary && ConvolutionOperators.Trilinear.Contains(op);
        return all with
        {
            Operators = isTrilinear ? ConvolutionOperators.Trilinear : ConvolutionOperators.All,
            Padding = PaddingConvention.Multiplied,
            IsReentrant = !hasState,
        };
    }

    private static ExaminationFault? Witnessed(ExaminationFault fault, Dice dice)
    {
        var draw = new GeometryDraw(fault.Operator, fault.Guard, fault.Claims, dice);
        long work = 0;
        for (int attempt = 0; attempt < Tries && work < MostWork; attempt++)
            if (draw.Next() is { } geometry && fault.Changes(geometry))
                foreach (ImmutableArray<ConvolutionGeometry> calls in Calls(fault, geometry, draw))
                {
                    if (Differs(fault, calls, (ulong)attempt))
                        return fault with { Witness = calls };
                    work += Math.Max(geometry.MultiplyAdds, (long)geometry.InputLength + geometry.WeightLength + geometry.OutputLength);
                }

        return null;
    }

    private static string Reason(ExaminationFault fault, Dice dice)
    {
        var draw = new GeometryDraw(fault.Operator, fault.Guard, fault.Claims, dice);
        return Enumerable.Range(0, Tries).Any(_ => draw.Next() is not null)
            ? "the line makes no difference there"
            : "no geometry within the limits meets the guard";
    }

    /// <summary>
    /// One call; where the call before matters, those that the guard wants before it, or if it is what is kept, after itself and after
    /// another.
    /// </summary>
    private static IEnumerable<ImmutableArray<ConvolutionGeometry>> Calls(
        ExaminationFault fault, ConvolutionGeometry geometry, GeometryDraw draw)
    {
        if (!fault.HasState)
            return [[geometry]];
        IEnumerable<ConvolutionGeometry?> before = [geometry, .. CallsBefore.Near(geometry), draw.Next()];
        return before.OfType<ConvolutionGeometry>().Where(other => fault.Guard.Before.Holds(other, geometry)).Take(2).Select(
            other => ImmutableArray.Create(other, geometry));
    }

    private static bool Differs(ExaminationFault fault, ImmutableArray<ConvolutionGeometry> calls, ulong seed) =>
        (Rounds(fault, calls[^1]) ? Enum.GetValues<Fill>() : [Fill.Structure]).Any(fill => Differs(fault, calls, fill, seed));

    /// <summary>Whether the line that is wrong keeps too few bits: only wide numbers show that.</summary>
    private static bool Rounds(ExaminationFault fault, ConvolutionGeometry geometry)
    {
        var lines = new Lines(geometry);
        fault.Mutation.Change(lines, fault.Constant);
        return lines.Sum is SumFault.ShortProducts or SumFault.ShortSums or SumFault.ShorterSums;
    }

    private static bool Differs(ExaminationFault fault, ImmutableArray<ConvolutionGeometry> calls, Fill fill, ulong seed)
    {
        FaultyConvolution convolution = fault.Make();
        float[] actual = [];
        float[] expected = [];
        for (int call = 0; call < calls.Length; call++)
        {
            if (ExactRange.Widest(fill, ExactRange.MostTerms(calls[call], fault.Operator), 24) is not { } range)
                return false;
            Operands<float> operands =
                Operands.Integers<float>(calls[call], fault.Operator, range, (2 * seed) + (ulong)call, hasBias: true);
            actual = new float[operands.Signature.Result.Length];
            expected = new float[actual.Length];
            convolution.Answer(operands, actual);
            ExaminationFault.AnswerPlainly(operands, expected);
        }

        for (int e = 0; e < actual.Length; e++)
            if (actual[e] != expected[e])
                return true;
        return false;
    }
}
