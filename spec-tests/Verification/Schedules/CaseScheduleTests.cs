using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

public sealed class CaseScheduleTests
{
    [Test]
    public void Every_case_is_admitted([ValueSource(typeof(Claims), nameof(Claims.Names))] string claim)
    {
        Capabilities capabilities = Claims.Of(claim);

        foreach (ConvolutionCase instance in Scheduled(capabilities, 1, 1000))
            foreach (ConvolutionOperator op in capabilities.Operators)
                Assert.That(capabilities.Lacks(instance.Geometry, op, instance.HasBias), Is.Null, $"{instance}");
    }

    [Test]
    public void The_default_number_of_cases_reaches_every_feasible_pair(
        [ValueSource(typeof(Claims), nameof(Claims.Names))] string claim, [Values(1UL, 2UL, ulong.MaxValue)] ulong seed)
    {
        Capabilities capabilities = Claims.Of(claim);
        var coverage = PairCoverage.Of(capabilities);
        ConvolutionCase[] cases = Scheduled(capabilities, seed, CheckSchedule.DrawnAxisByAxis);

        int needed = Enumerable.Range(1, cases.Length).First(count => count == cases.Length || coverage.Missing(cases[..count]).IsEmpty);
        TestContext.Out.WriteLine($"{claim}: {coverage.Line(cases)}, after {needed} cases");
        Assert.That(coverage.Missing(cases), Is.Empty);
    }

    [Test]
    public void What_one_seed_gives_it_gives_again_and_a_shorter_schedule_is_the_beginning_of_a_longer_one()
    {
        var schedule = new CaseSchedule(Capabilities.Convolution, 5);
        string[] first = Tokens(schedule.Cases().Take(60));

        Assert.That(Tokens(schedule.Cases().Take(60)), Is.EqualTo(first));
        Assert.That(Tokens(Scheduled(Capabilities.Convolution, 5, 20)), Is.EqualTo(first[..20]));
    }

    [Test]
    public void Another_seed_gives_other_cases()
    {
        string[] first = Tokens(Scheduled(Capabilities.Convolution, 5, 100));
        string[] second = Tokens(Scheduled(Capabilities.Convolution, 6, 100));

        Assert.That(first, Is.Unique);
        Assert.That(first.Intersect(second), Is.Empty);
    }

    [Test]
    public void A_scheduled_case_replays_by_its_token()
    {
        foreach (ConvolutionCase instance in Scheduled(Capabilities.Convolution, 1, 100))
            Assert.That($"{ConvolutionCase.Parse(instance.Token)}", Is.EqualTo($"{instance}"));
    }

    [Test]
    public void The_first_twenty_cases_are_ugly_already([Values(1UL, 2UL, 3UL)] ulong seed)
    {
        ConvolutionCase[] first = Scheduled(Capabilities.Convolution, seed, 20);
        var coverage = PairCoverage.Of(Capabilities.Convolution);
        double reached = 1 - ((double)coverage.Missing(first).Length / coverage.Feasible.Length);

        TestContext.Out.WriteLine($"seed {seed}: {reached:P0} of the pairs in 20 cases");
        Assert.That(reached, Is.GreaterThan(2.0 / 3));
        Assert.That(first.Count(static instance => instance.Geometry.OutputLength > 0), Is.GreaterThanOrEqualTo(15),
            "cases that compute something");
        foreach (CaseFactor factor in CaseFactors.All)
            Assert.That(Levels(first, factor), Is.EquivalentTo(Enumerable.Range(0, factor.Levels.Length)), factor.Name);
    }

    [Test]
    public void The_claimed_ranks_take_turns() =>
        Assert.That(
            Scheduled(Claims.Of("lines and volumes that copy"), 1, 6).Select(static instance => instance.Geometry.Axes.Length),
            Is.EqualTo(new[] { 1, 3, 1, 3, 1, 3 }));

    [Test]
    public void Who_claims_nothing_is_refused()
    {
        Refused(Capabilities.Convolution with { Operators = [] }, "claimed operators must be 1 or more, were 0");
        Refused(Capabilities.Convolution with { Borders = [] }, "claimed borders must be 1 or more, were 0");
        Refused(Capabilities.Convolution with { Ranks = [0, 4] }, "claimed ranks in 1..3 must be 1 or more, were 0");
    }

    private static void Refused(Capabilities capabilities, string message) =>
        Assert.That(() => new CaseSchedule(capabilities, 1), Throws.ArgumentException.With.Message.EqualTo(message));

    private static ConvolutionCase[] Scheduled(Capabilities capabilities, ulong seed, int count) =>
        [.. new CaseSchedule(capabilities, seed).Cases().Take(count)];

    private static string[] Tokens(IEnumerable<ConvolutionCase> cases) => [.. cases.Select(static instance => instance.Token)];

    private static int[] Levels(ConvolutionCase[] cases, CaseFactor factor) => factor.Part == FactorPart.Axis
        ? [.. cases.SelectMany(static instance => instance.Geometry.Axes).Select(factor.LevelOf).Distinct()]
        : [.. cases.Select(instance => factor.LevelOf(instance.Geometry, instance.HasBias)).Distinct()];
}
