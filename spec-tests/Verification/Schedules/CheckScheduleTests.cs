using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

public sealed class CheckScheduleTests
{
    private static readonly Lazy<ImmutableArray<ScheduledCase>> Default =
        new(static () => new CheckSchedule(Capabilities.Convolution, 1).Cases(CheckSchedule.DefaultCount));

    [Test]
    public void Every_case_is_admitted([ValueSource(typeof(Claims), nameof(Claims.Names))] string claim)
    {
        Capabilities capabilities = Claims.Of(claim);

        foreach (ScheduledCase scheduled in new CheckSchedule(capabilities, 1).Cases(600))
            foreach (ConvolutionOperator op in capabilities.Operators)
                Assert.That(capabilities.Lacks(scheduled.Case.Geometry, op, scheduled.Case.HasBias), Is.Null, $"{scheduled}");
    }

    [Test]
    public void There_are_as_many_cases_as_asked_for([Values(1, 2, 3, 10, 100, 601)] int count) =>
        Assert.That(new CheckSchedule(Capabilities.Convolution, 1).Cases(count), Has.Length.EqualTo(count));

    [Test]
    public void Every_special_path_is_asked_in_its_own_shape_with_every_rule([Values(1UL, 2UL, 3UL)] ulong seed)
    {
        ImmutableArray<ScheduledCase> cases = new CheckSchedule(Capabilities.Convolution, seed).Cases(CheckSchedule.DefaultCount);
        PathReach reach = PathReach.Of(Capabilities.Convolution, [.. cases.Select(static scheduled => scheduled.Case)]);

        TestContext.Out.WriteLine(reach.Line());
        Assert.That(
            cases.Where(static scheduled => scheduled.Extent == AskedRules.All).Select(static scheduled => scheduled.Name).OfType<string>().Distinct(),
            Is.EquivalentTo(reach.Paths));
        Assert.That(reach.Paths, Does.Contain("3×3 s2").And.Contain("depthwise 3×3 with a multiplier").And.Contain("patch 16×16 s16").And.Contain("global"));
        Assert.That(reach.BeyondByte, Has.Length.EqualTo(8));
    }

    [Test]
    public void Cheap_cases_come_first()
    {
        long[] work = [.. Default.Value.Select(static scheduled => scheduled.Case.Geometry.MultiplyAdds)];

        Assert.That(work.Take(1000).Max(), Is.LessThan(1 << 17));
        Assert.That(work.Take(1000).Average(), Is.LessThan(work.Average()));
        Assert.That(work.Skip(3900).Average(), Is.GreaterThan(work.Average()));
    }

    [Test]
    public void Dense_3x3_of_stride_1_with_four_outputs_in_a_row_and_more_is_asked_often() =>
        Assert.That(Default.Value.Count(static scheduled => scheduled.Case.Geometry is { Groups: 1, Axes: [var height, var width] } && IsPlain(height) && IsPlain(width) && width.Output >= 4), Is.GreaterThan(20));

    [Test]
    public void Calls_that_differ_from_the_one_before_in_one_number_are_many() =>
        Assert.That(PathReach.Of(Capabilities.Convolution, [.. Default.Value.Select(static scheduled => scheduled.Case)]).Histories, Is.GreaterThan(500));

    [Test]
    public void What_one_seed_gives_it_gives_again_and_another_seed_gives_other_cases()
    {
        string[] Tokens(ulong seed) => [.. new CheckSchedule(Capabilities.Convolution, seed).Cases(300).Select(static scheduled => scheduled.Case.Token)];

        string[] first = Tokens(5);

        Assert.That(Tokens(5), Is.EqualTo(first));
        Assert.That(first.Intersect(Tokens(6)).Count(), Is.LessThan(10));
    }

    [Test]
    public void Every_case_replays_by_its_token() =>
        Assert.That(
            Default.Value.Select(static scheduled => $"{ConvolutionCase.Parse(scheduled.Case.Token)}"),
            Is.EqualTo(Default.Value.Select(static scheduled => $"{scheduled.Case}")));

    [Test]
    public void A_thorough_check_brings_more_triples_together()
    {
        PathReach Reach(bool isThorough) => PathReach.Of(
            Capabilities.Convolution,
            [.. new CheckSchedule(Capabilities.Convolution, 1, isThorough).Cases(CheckSchedule.DefaultCount * 2).Select(static scheduled => scheduled.Case)]);

        Assert.That(Reach(true).Triples.Met, Is.GreaterThan(Reach(false).Triples.Met));
    }

    private static bool IsPlain(Axis axis) => axis is { Kernel: 3, Stride: 1, Dilation: 1 };
}
