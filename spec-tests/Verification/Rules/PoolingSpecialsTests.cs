using System.Numerics;
using NUnit.Framework;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

/// <summary>NaN and ∞ in poolings, under every claim.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class PoolingSpecialsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static IEnumerable<ConvolutionOperator> Poolings => ConvolutionOperators.Pooling;

    [Test]
    public void Who_is_right_is_right_whatever_is_claimed_of_padding(
        [ValueSource(nameof(Poolings))] ConvolutionOperator op, [Values] PaddingConvention padding)
    {
        Assert.That(Breaks(op, new InProcessCandidate<T>("right", Answers<T>.Write, Claims(padding, PoolingNaN.Either))), Is.Zero);
        Assert.That(Breaks(op, new InProcessCandidate<T>("right", Answers<T>.Write, Claims(padding, PoolingNaN.Propagates))), Is.Zero);
    }

    [Test]
    public void The_lowest_number_in_the_place_of_infinity_is_seen_whatever_is_claimed_of_padding([Values] PaddingConvention padding) =>
        Assert.That(
            Breaks(ConvolutionOperator.MaxPooling, Answers<T>.Spoiled(FromTheLowest, Claims(padding, PoolingNaN.Either))), Is.Positive);

    [TestCase(PoolingNaN.Propagates, true, false)]
    [TestCase(PoolingNaN.Dropped, false, true)]
    [TestCase(PoolingNaN.Either, true, true)]
    public void A_maximum_among_NaN_is_held_to_the_claim(PoolingNaN claim, bool mayPropagate, bool mayDrop)
    {
        Capabilities claims = Claims(PaddingConvention.Skipped, claim);

        Assert.That(Breaks(ConvolutionOperator.MaxPooling, new InProcessCandidate<T>("propagates", Answers<T>.Write, claims)) == 0,
            Is.EqualTo(mayPropagate));
        Assert.That(Breaks(ConvolutionOperator.MaxPooling,
            Answers<T>.OfNumbers(static (_, number) => T.IsNaN(number) ? T.NegativeInfinity : number, claims)) == 0, Is.EqualTo(mayDrop));
    }

    [Test]
    public void A_window_of_NaN_alone_may_stay_NaN_where_NaN_is_dropped() =>
        Assert.That(Breaks(ConvolutionOperator.MaxPooling,
            Answers<T>.Spoiled(OfNumbersOnly, Claims(PaddingConvention.Skipped, PoolingNaN.Dropped))), Is.Zero);

    [Test]
    public void A_mean_that_hides_a_NaN_is_seen_if_NaN_propagates()
    {
        static T Hidden(int input, T number) => T.IsNaN(number) ? T.Zero : number;

        Assert.That(Breaks(ConvolutionOperator.AveragePooling,
            Answers<T>.OfNumbers(Hidden, Claims(PaddingConvention.Skipped, PoolingNaN.Propagates))), Is.Positive);
        Assert.That(Breaks(ConvolutionOperator.AveragePooling,
            Answers<T>.OfNumbers(Hidden, Claims(PaddingConvention.Skipped, PoolingNaN.Dropped))), Is.Zero, "not asked");
    }

    private static Capabilities Claims(PaddingConvention padding, PoolingNaN nan) =>
        new() { Operators = ConvolutionOperators.Pooling, Padding = padding, DataGradientPadding = padding, PoolingNaN = nan };

    private static int Breaks(ConvolutionOperator op, InProcessCandidate<T> candidate) =>
        Instances.Drawn(2, 60, 20_000, op).Count(
            instance => Instances.Rule<T>("special values").Check(candidate, instance).Standing == Standing.Broken);

    private static void FromTheLowest(Operands<T> operands, Span<T> result)
    {
        for (int e = 0; e < result.Length; e++)
            result[e] = T.IsNegativeInfinity(result[e]) ? T.MinValue : result[e];
    }

    /// <summary>As fmax does: a NaN is dropped unless there is nothing else.</summary>
    private static void OfNumbersOnly(Operands<T> operands, Span<T> result)
    {
        Operands<T> others = operands.Select(static number => T.IsNaN(number) ? T.NegativeInfinity : number);
        var seen = new T[result.Length];
        Answers<T>.Write(operands.Select(static number => T.IsNaN(number) ? T.Zero : T.One), seen);
        Answers<T>.Write(others, result);
        for (int e = 0; e < result.Length; e++)
            result[e] = T.IsZero(seen[e]) ? T.NaN : result[e];
    }
}
