using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReferenceConv.NUnit;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;

namespace ReferenceConv.SpecTests.NUnitKit;

/// <summary>A mistake in what is brought is said by every test, so that none passes for an answer.</summary>
public sealed class SetupTests
{
    [Test]
    public void Nothing_given_is_refused() =>
        Refuses<NothingGiven<float>>("nothing to check: override Convolution, Pooling or Computation");

    [Test]
    public void Nothing_claimed_is_refused() =>
        Refuses<NothingClaimed<float>>("nothing is claimed: Claims.Operators must name an operator, was empty");

    [Test]
    public void An_operator_that_nothing_answers_is_refused() =>
        Refuses<NoPooling<float>>("Claims.Operators names max pooling, but no Pooling or Computation is given");

    [Test]
    public void A_bias_gradient_that_nothing_answers_is_refused() =>
        Refuses<NoBias<float>>("Claims.Operators names bias gradient, but no Computation is given");

    [Test]
    public void A_convolution_that_is_given_and_not_claimed_is_refused() =>
        Refuses<ConvolutionForgotten<float>>(
            "Convolution is given, but Claims.Operators must name one of forward, data gradient, weight gradient, was max pooling");

    [Test]
    public void A_pooling_that_is_given_and_not_claimed_is_refused() =>
        Refuses<PoolingForgotten<float>>(
            "Pooling is given, but Claims.Operators must name one of max pooling, max pooling gradient, average pooling, average pooling gradient, was forward");

    [Test]
    public void A_rank_out_of_range_is_refused() => Refuses<RankFour<float>>("Claims.Ranks must be in 1..3, was 4");

    [Test]
    public void No_border_is_refused() =>
        Refuses<NoBorder<float>>(
            "nothing is claimed: none of 100000 cases is within the claims, which lack bias gradient, max pooling, max pooling gradient, average pooling, "
            + "average pooling gradient, zeros border, extended border, cyclic border, reflected border");

    [Test]
    public void No_cases_are_refused() => Refuses<NoCases<float>>("Plan.Cases must be ≥ 1, was 0");

    [Test]
    public void However_short_the_time_one_case_is_asked()
    {
        var run = KitRun.Of<NoTime<float>>();

        Assert.That(run.Named(TestStatus.Passed), Has.Member("The_claims_fit_the_candidate").And.Member("Must_structure"));
        Assert.That(run.Named(TestStatus.Failed), Is.Empty);
    }

    private static void Refuses<TFixture>(string why)
    {
        var run = KitRun.Of<TFixture>();

        Assert.That(run.Named(TestStatus.Passed), Is.Empty);
        Assert.That(run.Named(TestStatus.Skipped), Has.All.StartsWith("Untested_"));
        Assert.That(run.Message("The_claims_fit_the_candidate"), Is.EqualTo(why));
        Assert.That(run.Message("Must_structure"), Is.EqualTo(why));
        Assert.That(run.Message("Claims_groups"), Is.EqualTo(why));
    }

    private sealed class NothingGiven<T> : ConvolutionConformance<float>;

    private class Given<T> : ConvolutionConformance<float>
    {
        protected override IConvolution<float> Convolution { get; } = new ScalarConvolution<float>();
    }

    private sealed class NothingClaimed<T> : Given<T>
    {
        protected override Capabilities Claims => base.Claims with { Operators = [] };
    }

    private sealed class NoPooling<T> : Given<T>
    {
        protected override Capabilities Claims =>
            base.Claims with { Operators = [ConvolutionOperator.Forward, ConvolutionOperator.MaxPooling] };
    }

    private sealed class NoBias<T> : Given<T>
    {
        protected override Capabilities Claims => base.Claims with { Operators = [ConvolutionOperator.BiasGradient] };
    }

    private sealed class ConvolutionForgotten<T> : Given<T>
    {
        protected override IPooling<float> Pooling { get; } = new PlainPooling();

        protected override Capabilities Claims => base.Claims with { Operators = [ConvolutionOperator.MaxPooling] };
    }

    private sealed class PoolingForgotten<T> : Given<T>
    {
        protected override IPooling<float> Pooling { get; } = new PlainPooling();

        protected override Capabilities Claims => base.Claims with { Operators = [ConvolutionOperator.Forward] };
    }

    private sealed class RankFour<T> : Given<T>
    {
        protected override Capabilities Claims => base.Claims with { Ranks = [2, 4] };
    }

    private sealed class NoBorder<T> : Given<T>
    {
        protected override Capabilities Claims => base.Claims with { Borders = [] };
    }

    private sealed class NoCases<T> : Given<T>
    {
        protected override CheckPlan Plan => new(Cases: 0);
    }

    private sealed class NoTime<T> : Given<T>
    {
        protected override CheckPlan Plan => new(LayerMultiplyAdds: 0, Time: TimeSpan.Zero);
    }
}
