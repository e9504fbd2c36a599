using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

/// <summary>
/// What a NaN or ∞ does where it meets nothing is declared, and the declaration is checked for each of the three operators.
/// </summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class PaddingConventionTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Capabilities Multiplied = new()
    {
        Padding = PaddingConvention.Multiplied,
        DataGradientPadding = PaddingConvention.Multiplied,
    };

    private static readonly Capabilities Either =
        new() { Padding = PaddingConvention.Either, DataGradientPadding = PaddingConvention.Either };

    public static IEnumerable<ConvolutionOperator> Trilinear => ConvolutionOperators.Trilinear;

    [Test]
    public void Padding_is_as_declared([ValueSource(nameof(Trilinear))] ConvolutionOperator op)
    {
        Assert.That(Breaks(op, new InProcessCandidate<T>("multiplies", Multiply, Multiplied)), Is.Zero);
        Assert.That(Breaks(op, new InProcessCandidate<T>("skips", Answers<T>.Write, Capabilities.Convolution)), Is.Zero);
    }

    [Test]
    public void Padding_that_is_not_as_declared_is_seen([ValueSource(nameof(Trilinear))] ConvolutionOperator op)
    {
        Assert.That(Breaks(op, new InProcessCandidate<T>("multiplies", Multiply, Capabilities.Convolution)), Is.Positive);
        Assert.That(Breaks(op, new InProcessCandidate<T>("skips", Answers<T>.Write, Multiplied)), Is.Positive);
    }

    [Test]
    public void Either_is_claimed_by_who_skips_and_by_who_multiplies([ValueSource(nameof(Trilinear))] ConvolutionOperator op)
    {
        Assert.That(Breaks(op, new InProcessCandidate<T>("multiplies", Multiply, Either)), Is.Zero);
        Assert.That(Breaks(op, new InProcessCandidate<T>("skips", Answers<T>.Write, Either)), Is.Zero);
        Assert.That(Breaks(op, new InProcessCandidate<T>("one or the other", InTurn, Either)), Is.Zero);
    }

    [Test]
    public void Who_claims_either_may_give_NaN_only_where_something_meets_nothing([ValueSource(nameof(Trilinear))] ConvolutionOperator op)
    {
        Assert.That(Breaks(op, new InProcessCandidate<T>("hides NaN", Hidden, Either)), Is.Positive);
        Assert.That(Breaks(op, new InProcessCandidate<T>("spreads NaN", Spread, Either)), Is.Positive);
        Assert.That(Breaks(op, new InProcessCandidate<T>("writes nothing", static (_, _) => { }, Either)), Is.Positive);
    }

    [TestCase(PaddingConvention.Multiplied)]
    [TestCase(PaddingConvention.Either)]
    public void Where_padding_is_multiplied_nothing_is_said_about_other_borders_and_tiles_unless_all_that_could_meet_nothing_is_finite(
        PaddingConvention padding)
    {
        Capabilities claims = new() { Padding = padding };
        TestVector<T>[] asked =
        [
            .. from axis in new[] { new Axis(5, 3, border: Border.Cyclic), new Axis(5, 3, tile: 2) }
               from seed in Enumerable.Range(0, 30)
               let instance =
                   new OperatorCase(ConvolutionGeometry.SingleChannel(axis), ConvolutionOperator.Forward, (ulong)seed, flag: false)
               select Instances.Rule<T>("special values").Vector(instance, claims) into vector
               where vector is not null
               select vector,
        ];

        Assert.That(asked, Is.Not.Empty);
        Assert.That(asked.SelectMany(static vector => vector.Operands.Inputs[1]).All(T.IsFinite));
        Assert.That(asked.SelectMany(static vector => vector.Operands.Inputs[0]).All(T.IsFinite), Is.False);
    }

    private static int Breaks(ConvolutionOperator op, InProcessCandidate<T> candidate) =>
        Enumerable.Range(0, 60).Count(index =>
        {
            var axis = new Axis(4 + (index % 3), 3, 1 + (index % 2), 1 + (index / 2 % 2), Padding.Explicit(index % 4, 2));
            var instance = new OperatorCase(new ConvolutionGeometry(
                2, 4, 4, 1 + (index / 4 % 2), axis, new Axis(3, 2, padding: Padding.Explicit(1, 0))), op, (ulong)index, index % 2 == 0);
            return Instances.Rule<T>("special values").Check(candidate, instance).Standing == Standing.Broken;
        });

    private static void InTurn(Operands<T> operands, Span<T> result)
    {
        Multiply(operands, result);
        T[] skipped = operands.Apply(new ScalarConvolution<T>());
        for (int e = 0; e < result.Length; e += 2)
            result[e] = skipped[e];
    }

    private static void Hidden(Operands<T> operands, Span<T> result)
    {
        Answers<T>.Write(operands, result);
        foreach (ref T number in result)
            number = T.IsNaN(number) ? T.Zero : number;
    }

    private static void Spread(Operands<T> operands, Span<T> result)
    {
        Answers<T>.Write(operands, result);
        for (int e = 1; e < result.Length; e++)
            result[e] = T.IsNaN(result[e - 1]) ? T.NaN : result[e];
    }

    /// <summary>Every result sums over its whole range; what meets nothing is a zero that is multiplied. Zeros borders only.</summary>
    internal static void Multiply(Operands<T> operands, Span<T> result)
    {
        ConvolutionGeometry g = operands.Geometry;
        (int inputs, int taps, int outputs) = (g.Relation.Inputs, g.Relation.Taps, g.Relation.Outputs);
        var meet = new HashSet<(int Output, int Tap, int Input)>();
        foreach (Window window in g.Windows)
            foreach ((int r, int i) in window.Pairs)
                meet.Add((window.Output, r, i));
        var inputOf = meet.ToDictionary(static met => (met.Output, met.Tap), static met => met.Input);
        var outputOf = meet.ToDictionary(static met => (met.Input, met.Tap), static met => met.Output);
        (T[] first, T[] second) = (operands.Inputs[0], operands.Inputs[1]);
        result.Clear();
        for (int n = 0; n < g.Batch; n++)
            for (int k = 0; k < g.OutChannels; k++)
                for (int c = 0; c < g.GroupInChannels; c++)
                {
                    int x = ((n * g.InChannels) + (k / g.GroupOutChannels * g.GroupInChannels) + c) * inputs;
                    int w = ((k * g.GroupInChannels) + c) * taps;
                    int y = ((n * g.OutChannels) + k) * outputs;
                    for (int r = 0; r < taps; r++)
                        if (operands.Operator == ConvolutionOperator.DataGradient)
                            for (int i = 0; i < inputs; i++)
                                result[x + i] += first[w + r] * (outputOf.TryGetValue((i, r), out int o) ? second[y + o] : T.Zero);
                        else
                            for (int o = 0; o < outputs; o++)
                            {
                                T number = inputOf.TryGetValue((o, r), out int i) ? first[x + i] : T.Zero;
                                if (operands.Operator == ConvolutionOperator.Forward)
                                    result[y + o] += (number * second[w + r])
                                        + (c == 0 && r == 0 && !operands.Bias.IsEmpty ? operands.Bias[k] : T.Zero);
                                else
                                    result[w + r] += number * second[y + o];
                            }
                }
    }
}
