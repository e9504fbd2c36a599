using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Verification.Power;

namespace ReferenceConv.SpecTests.Verification.Power;

public sealed class JudgePowerTests
{
    [TestCase(5, 5, 5)]
    [TestCase(2, 9, 9, 2)]
    [TestCase(3, 9, 9, 3, 1)]
    [TestCase(3, 9, 3, 1, 9, 4)]
    public void The_median_is_the_lower_one_and_the_worst_the_greatest(int median, int worst, params int[] cases)
    {
        var judge = JudgePower.Here([.. cases.Select(static number => Wrong(number)), Wrong(null), Right(50)]);

        Assert.That((judge.Median, judge.Worst), Is.EqualTo(((int?)median, (int?)worst)));
    }

    [Test]
    public void What_is_wrong_is_caught_and_what_is_right_is_a_false_alarm()
    {
        var judge = JudgePower.Here([Wrong(3), Wrong(null), Wrong(1), Right(null), Right(7)]);

        Assert.That((judge.Name, judge.Caught, judge.Wrong, judge.FalseAlarms, judge.Right), Is.EqualTo(("refconv", 2, 3, 1, 2)));
    }

    [Test]
    public void Nothing_caught_has_no_median()
    {
        var judge = JudgePower.Here([Wrong(null), Right(null)]);

        Assert.That((judge.Median, judge.Worst), Is.EqualTo(((int?)null, (int?)null)));
    }

    [Test]
    public void Policies_are_judged_on_what_they_were_shown()
    {
        ImmutableArray<PowerRow> rows =
            [Wrong(1, 4, null), Wrong(2), Wrong(3, 2, null), Right(null, 5, null), Right(null, null, null), Right(null)];

        ImmutableArray<JudgePower> policies = JudgePower.Policies(rows);
        var here = JudgePower.HereInFloat(rows);

        Assert.That(policies.Select(static judge => judge.Name), Is.EqualTo(PolicyBook.All.Select(static policy => policy.Name)));
        Assert.That((policies[0].Caught, policies[0].Wrong, policies[0].FalseAlarms, policies[0].Right, policies[0].Median),
            Is.EqualTo((2, 2, 1, 2, (int?)2)));
        Assert.That((policies[1].Caught, policies[1].Wrong, policies[1].FalseAlarms, policies[1].Right, policies[1].Median),
            Is.EqualTo((0, 2, 0, 2, (int?)null)));
        Assert.That((here.Caught, here.Wrong, here.FalseAlarms, here.Right), Is.EqualTo((2, 2, 0, 2)));
    }

    private static PowerRow Wrong(int? here, params int?[] policies) => Row(isWrong: true, here, policies);

    private static PowerRow Right(int? here, params int?[] policies) => Row(isWrong: false, here, policies);

    /// <summary>The policies beyond those that are given catch nothing; none given is an exhibit in double.</summary>
    private static PowerRow Row(bool isWrong, int? here, int?[] policies) => new(
        "exhibit",
        null,
        policies.Length == 0 ? "float64" : "float32",
        isWrong,
        new Detection(here, here is null ? null : "structure", 3, 1),
        policies.Length == 0 ? [] : [.. policies, .. Enumerable.Repeat((int?)null, PolicyBook.All.Length - policies.Length)]);
}
