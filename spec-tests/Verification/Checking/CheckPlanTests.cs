using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Checking;

public sealed class CheckPlanTests
{
    [TestCase(1, 1)]
    [TestCase(4, 1)]
    [TestCase(100, 25)]
    [TestCase(1200, 300)]
    [TestCase(4000, 300)]
    public void A_quarter_of_the_cases_or_three_hundred_must_be_judged(int cases, int least) =>
        Assert.That(new CheckPlan(Cases: cases).LeastJudged, Is.EqualTo(least));

    [Test]
    public void A_thorough_plan_asks_more_of_everything() =>
        Assert.That(
            (CheckPlan.Thorough.IsThorough, CheckPlan.Thorough.Cases, CheckPlan.Thorough.LayerMultiplyAdds),
            Is.EqualTo((true, 26_000, 12_000_000L)));

    [Test]
    public void A_result_tells_what_was_judged_never_and_too_little()
    {
        var plan = new CheckPlan(Cases: 100);
        CheckResult result = Result(
            plan, (ConvolutionOperator.Forward, 25), (ConvolutionOperator.DataGradient, 24), (ConvolutionOperator.WeightGradient, 0));

        Assert.That(
            result.TooLittle, Is.EqualTo(new[] { (ConvolutionOperator.DataGradient, 24), (ConvolutionOperator.WeightGradient, 0) }));
        Assert.That(result.NeverDone, Is.EqualTo(new[] { ConvolutionOperator.WeightGradient }));
        Assert.That((result.IsEmpty, result.Holds), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_result_is_empty_if_nothing_was_judged() =>
        Assert.That(Result(new CheckPlan(), (ConvolutionOperator.Forward, 0), (ConvolutionOperator.DataGradient, 0)).IsEmpty);

    [TestCase(RuleLevel.Must, false)]
    [TestCase(RuleLevel.May, true)]
    public void Only_what_must_hold_decides(RuleLevel level, bool holds)
    {
        OperatorCase instance = Rules.Instances.Small(ConvolutionOperator.Forward);
        var broken = new Break("structure", level, "", 1, instance, instance, new Finding(Standing.Broken), IsRepeatable: true);

        Assert.That((Result(new CheckPlan(), (ConvolutionOperator.Forward, 1)) with { Breaks = [broken] }).Holds, Is.EqualTo(holds));
    }

    private static CheckResult Result(CheckPlan plan, params (ConvolutionOperator Operator, int Cases)[] judged) =>
        new("tested", "float32", new Capabilities { Operators = [.. judged.Select(static one => one.Operator)] }, plan)
        {
            Cases = [],
            Layers = [],
            Tallies = [],
            Judged = [.. judged],
            Breaks = [],
            GivenUp = [],
        };
}
