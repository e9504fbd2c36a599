using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Checking;

/// <summary>Which rules are asked on which cases, and which breaks explain others.</summary>
public sealed class AskedRulesTests
{
    private static readonly Capabilities Forward = new() { Operators = [ConvolutionOperator.Forward] };

    private static readonly CheckPlan Plan = new(Seed: 1, Cases: 200, LayerMultiplyAdds: 0);

    private static readonly Lazy<CheckResult> Right =
        new(static () => CheckRun<float>.Of(Answers<float>.Spoiled(static (_, _) => { }, Forward), Plan));

    public static IEnumerable<string> Repeated => RuleBook<float>.Repeated.Select(static repeated => repeated.Rule.Name);

    [Test]
    public void A_rule_that_asks_often_is_asked_on_every_so_many_cases([ValueSource(nameof(Repeated))] string name)
    {
        CheckedRule<float> repeated = RuleBook<float>.Repeated.Single(one => one.Rule.Name == name);
        ImmutableArray<ScheduledCase> cases = new CheckSchedule(Forward, Plan.Seed).Cases(Plan.Cases);
        int due = cases.Where(
            (scheduled, index) => index % repeated.Every == 0 && (scheduled.Extent == AskedRules.All || repeated.IsOfEveryKind)).Count();

        Assert.That(Asked(name), Is.EqualTo(due).And.Positive);
    }

    [Test]
    public void The_first_sixty_four_cases_are_asked_impulse_by_impulse() => Assert.That(Asked("impulses"), Is.EqualTo(64));

    [Test]
    public void Precision_is_asked_of_one_operand_or_the_other()
    {
        int first = Asked("precision of first");
        int second = Asked("precision of second");

        Assert.That(Asked("structure"), Is.EqualTo(Plan.Cases));
        Assert.That(Math.Min(first, second), Is.GreaterThan(Plan.Cases * 2 / 5));
        Assert.That(Math.Max(first, second), Is.LessThan(Plan.Cases));
    }

    [Test]
    public void A_rule_that_is_broken_only_beside_a_plainer_one_is_explained_by_it()
    {
        InProcessCandidate<float> wrong = Answers<float>.Spoiled(
            static (operands, result) => Spoil(result, operands.Geometry.Batch > 1), Forward);

        ImmutableArray<Break> breaks = CheckRun<float>.Of(wrong, Plan).Breaks;

        Assert.That(breaks[0].Rule, Is.EqualTo("structure"));
        Assert.That(breaks.Select(static broken => broken.IsOfItsOwn), Is.EqualTo(breaks.Select(static of => of.Rule == "structure")));
        Assert.That(breaks.Select(static broken => broken.Trigger is null), Is.EqualTo(breaks.Select(static broken => !broken.IsOfItsOwn)));
        Break real = breaks.Single(static broken => broken.Rule == "real numbers");
        Assert.That(real.Smallest.Geometry, Is.SameAs(breaks[0].Smallest.Geometry));
    }

    /// <summary>Two faults: whole numbers go wrong with several images, all others in one image.</summary>
    [Test]
    public void A_rule_that_is_broken_alone_somewhere_is_a_fault_of_its_own()
    {
        InProcessCandidate<float> wrong = Answers<float>.Spoiled(
            static (operands, result) => Spoil(result, operands.Geometry.Batch > 1 == operands.Inputs[0].All(float.IsInteger)), Forward);

        ImmutableArray<Break> breaks = CheckRun<float>.Of(wrong, Plan).Breaks;

        Break real = breaks.Single(static broken => broken.Rule == "real numbers");
        Assert.That((real.IsOfItsOwn, real.Smallest.Geometry.Batch, real.Trigger), Is.EqualTo((true, 1, (string?)null)));
        Assert.That(breaks.Single(static broken => broken.Rule == "structure").Smallest.Geometry.Batch, Is.EqualTo(2));
    }

    [Test]
    public void Breaks_are_told_operator_by_operator_in_the_order_of_operators()
    {
        Capabilities claims = new() { Operators = [ConvolutionOperator.WeightGradient, ConvolutionOperator.Forward] };
        InProcessCandidate<float> wrong = Answers<float>.Spoiled(static (_, result) => Spoil(result, true), claims);

        ConvolutionOperator[] told =
            [.. CheckRun<float>.Of(wrong, Plan with { Cases = 10 }).Breaks.Select(static broken => broken.First.Operator).Distinct()];

        Assert.That(told, Is.EqualTo(new[] { ConvolutionOperator.Forward, ConvolutionOperator.WeightGradient }));
    }

    private static void Spoil(Span<float> result, bool isSpoiled)
    {
        if (isSpoiled && result.Length > 0)
            result[^1] += 1;
    }

    private static int Asked(string rule)
    {
        Tally tally = Right.Value.Tallies.Single(tally => tally.Rule == rule);
        return tally.Checked + tally.NotApplicable + tally.Unsupported;
    }
}
