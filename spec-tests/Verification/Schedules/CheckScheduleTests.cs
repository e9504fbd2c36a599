using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

[Parallelizable(ParallelScope.Children)]
public sealed class CheckScheduleTests
{
    private const int AllPaths = 56;

    private static readonly Lazy<ImmutableArray<ScheduledCase>> Default =
        new(static () => new CheckSchedule(Capabilities.Convolution, 1).Cases(CheckSchedule.DefaultCount));

    /// <summary>A right library whose data gradient looks at every tap for every input must be able to end in time.</summary>
    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(3UL)]
    public void No_case_has_so_many_pairs_of_inputs_and_taps_that_a_plain_loop_takes_minutes(ulong seed)
    {
        double most = new CheckSchedule(Capabilities.Convolution, seed).Cases(CheckSchedule.DefaultCount).Max(static scheduled =>
        {
            ConvolutionGeometry geometry = scheduled.Case.Geometry;
            return geometry.Axes.Aggregate(
                (double)geometry.Batch * geometry.InChannels * geometry.GroupOutChannels,
                static (product, axis) => product * axis.Input * axis.Kernel);
        });

        Assert.That(most, Is.LessThanOrEqualTo(Math.Pow(2, 33)));   // 2³¹, and a neighbour in one number has up to four times as many
    }

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
            cases.Where(static scheduled => scheduled.Extent == AskedRules.All).Select(
                static scheduled => scheduled.Name).OfType<string>().Distinct(),
            Is.EquivalentTo(reach.Paths));
        Assert.That(reach.Paths,
            Does.Contain("3×3 s2").And.Contain("depthwise 3×3 with a multiplier").And.Contain("patch 16×16 s16").And.Contain("global"));
        Assert.That(reach.BeyondByte, Has.Length.EqualTo(8));
    }

    [Test]
    public void Every_pair_of_features_of_special_paths_meets(
        [Values(1UL, 2UL, 3UL)] ulong seed, [Values("everything", "the native interface")] string claim)
    {
        Capabilities capabilities = Claims.Of(claim);
        PathReach reach = PathReach.Of(capabilities,
            [.. new CheckSchedule(capabilities, seed).Cases(CheckSchedule.DefaultCount).Select(static scheduled => scheduled.Case)]);

        Assert.That(reach.Pairs.Met, Is.EqualTo(reach.Pairs.All).And.GreaterThan(4000));
        Assert.That(reach.Beyond16Bits, Has.Length.EqualTo(8));
    }

    [Test]
    public void A_thorough_check_brings_nineteen_of_twenty_triples_together()
    {
        PathReach reach = PathReach.Of(
            Capabilities.Convolution,
            [.. new CheckSchedule(Capabilities.Convolution, 1, isThorough: true).Cases(CheckSchedule.ThoroughCount).Select(
                static scheduled => scheduled.Case)]);

        Assert.That(reach.Pairs.Met, Is.EqualTo(reach.Pairs.All));
        Assert.That((double)reach.Triples.Met / reach.Triples.All, Is.AtLeast(0.95));
    }

    [Test]
    public void Three_channels_under_3x3_of_stride_2_with_padding_1_are_asked_on_an_image_of_odd_width([Range(1, 20)] int seed) =>
        Assert.That(
            new CheckSchedule(Capabilities.Convolution, (ulong)seed).Cases(CheckSchedule.DefaultCount).Count(static scheduled =>
                scheduled.Case.Geometry is { Groups: 1, InChannels: 3, Axes: [var height, var width] }
                && IsOfFirstLayer(height) && IsOfFirstLayer(width) && width.Input % 2 == 1 && width.Output > 1),
            Is.Positive);

    [Test]
    public void Every_border_is_padded_by_as_much_as_there_is_and_by_twice_as_much([Values] Border border, [Values(1, 2)] int times) =>
        Assert.That(
            Default.Value.Count(scheduled => scheduled.Case.Geometry.Axes.Any(axis =>
                axis.Border == border && axis.Input > 1 && axis.Begin == times * axis.Input && axis.End == times * axis.Input)),
            Is.Positive);

    [Test]
    public void The_page_lists_every_path_and_every_class()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "check.md"));

        foreach ((string factor, string levels) in PathReach.Levels)
            Assert.That(page, Does.Contain($"| {factor} | {levels} |\n"));
    }

    /// <summary>Zeros for one path and operator show in any case of that path, because no operand is zero.</summary>
    [Test]
    public void Zeros_for_any_special_path_and_operator_are_found_by_every_seed([Range(1, 20)] int seed)
    {
        Capabilities claims = Capabilities.Convolution with { Operators = ConvolutionOperators.All };
        ImmutableArray<ScheduledCase> cases = new CheckSchedule(claims, (ulong)seed).Cases(CheckSchedule.DefaultCount);
        var zeros = new InProcessCandidate<float>("zeros", static (_, result) => result.Clear(), claims);
        ILookup<string?, ScheduledCase> byPath = cases.ToLookup(static scheduled => scheduled.Name);

        ImmutableArray<string> paths = PathReach.Of(claims, [.. cases.Select(static scheduled => scheduled.Case)]).Paths;
        Assert.That(paths, Has.Length.EqualTo(AllPaths));
        foreach (string path in paths)
            foreach (ConvolutionOperator op in ConvolutionOperators.All)
                Assert.That(byPath[path].Any(scheduled => IsFound(zeros, scheduled.Case, op)), $"{path}, {op.Name()}");
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
        Assert.That(Default.Value.Count(static scheduled => scheduled.Case.Geometry is { Groups: 1, Axes: [var height, var width] }
            && IsPlain(height) && IsPlain(width) && width.Output >= 4), Is.GreaterThan(20));

    [Test]
    public void Calls_that_differ_from_the_one_before_in_one_number_are_many() =>
        Assert.That(PathReach.Of(Capabilities.Convolution, [.. Default.Value.Select(static scheduled => scheduled.Case)]).Histories,
            Is.GreaterThan(500));

    [Test]
    public void What_one_seed_gives_it_gives_again_and_another_seed_gives_other_cases()
    {
        string[] Tokens(ulong seed) =>
            [.. new CheckSchedule(Capabilities.Convolution, seed).Cases(300).Select(static scheduled => scheduled.Case.Token)];

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
            [.. new CheckSchedule(Capabilities.Convolution, 1, isThorough).Cases(CheckSchedule.DefaultCount * 2).Select(
                static scheduled => scheduled.Case)]);

        Assert.That(Reach(true).Triples.Met, Is.GreaterThan(Reach(false).Triples.Met));
    }

    private static bool IsOfFirstLayer(Axis axis) => axis is { Kernel: 3, Stride: 2, Dilation: 1, Begin: 1, Border: Border.Zeros };

    private static bool IsFound(InProcessCandidate<float> candidate, ConvolutionCase instance, ConvolutionOperator op) =>
        OperatorCase.Of(instance, op) is { } asked
        && candidate.Capabilities.Lacks(asked.Geometry, op, asked.Flag) is null
        && RuleBook<float>.Data.First(static rule => rule.Name == "structure").Check(candidate, asked).Standing == Standing.Broken;

    private static bool IsPlain(Axis axis) => axis is { Kernel: 3, Stride: 1, Dilation: 1 };
}
