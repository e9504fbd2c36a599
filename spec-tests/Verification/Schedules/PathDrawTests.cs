using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

/// <summary>What the cases of special paths are drawn to be, and how little they take.</summary>
public sealed class PathDrawTests
{
    private static readonly Lazy<ImmutableArray<ScheduledCase>> Cases =
        new(static () => new CheckSchedule(Capabilities.Convolution, 1).Cases(CheckSchedule.DefaultCount));

    private static IEnumerable<ConvolutionGeometry> Named =>
        Cases.Value.Where(static scheduled => scheduled.Name is not null).Select(static scheduled => scheduled.Case.Geometry);

    [Test]
    public void No_array_has_more_than_a_million_elements_for_each_tile_and_no_case_takes_more_than_sixteen_million_multiply_adds()
    {
        Assert.That(Cases.Value.Max(static scheduled => Elements(scheduled.Case.Geometry)), Is.InRange(1 << 18, 1 << 20));
        Assert.That(Cases.Value.Max(static scheduled => scheduled.Case.Geometry.MultiplyAdds), Is.InRange(1 << 20, 1 << 24));
    }

    [Test]
    public void Most_cases_are_cheap()
    {
        double Part(long work) =>
            Cases.Value.Count(scheduled => scheduled.Case.Geometry.MultiplyAdds <= work) / (double)Cases.Value.Length;

        TestContext.Out.WriteLine($"{Part(1 << 12):P0} {Part(1 << 14):P0} {Part(1 << 16):P0} {Part(1 << 18):P0} {Part(1 << 20):P0}");
        Assert.That(Part(1 << 12), Is.AtLeast(0.3));
        Assert.That(Part(1 << 16), Is.AtLeast(0.8));
        Assert.That(Part(1 << 20), Is.InRange(0.98, 0.9999));
    }

    /// <summary>Where an extent is counted beyond 16 bits, a kernel lies over padding rather than over as many inputs.</summary>
    [Test]
    public void What_is_counted_beyond_16_bits_is_counted_cheaply()
    {
        ConvolutionGeometry[] counted = [.. Cases.Value.Select(static scheduled => scheduled.Case.Geometry).Where(IsCounted)];

        Assert.That(counted.Length, Is.GreaterThan(40));
        Assert.That(counted.Max(static geometry => geometry.MultiplyAdds), Is.LessThanOrEqualTo(1 << 22));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void A_strided_axis_has_inputs_that_no_window_reaches_or_none(int left) =>
        Assert.That(Axes("3×3 s2").Any(axis => axis.Begin == 0 && axis.End == 0 && axis.Input - (2 * (axis.Output - 1)) - 3 == left));

    [TestCase(1, 2)]
    [TestCase(3, 2)]
    [TestCase(4, 4)]
    public void A_padding_may_be_another_than_that_of_networks(int begin, int end) =>
        Assert.That(Axes("3×3").Any(axis => (axis.Begin, axis.End) == (begin, end)));

    [Test]
    public void Axes_are_mostly_alike_in_size_and_sometimes_not()
    {
        ConvolutionGeometry[] images = [.. Named.Where(static geometry => geometry.Axes is [{ Kernel: 3 }, { Kernel: 3 }])];
        double alike = images.Count(static geometry => geometry.Axes[0].Output == geometry.Axes[1].Output) / (double)images.Length;

        TestContext.Out.WriteLine($"{alike:P0}");
        Assert.That(alike, Is.InRange(0.4, 0.8));
    }

    [Test]
    public void One_axis_is_unlike_the_others_in_some()
    {
        ScheduledCase[] cases = [.. Cases.Value];
        ConvolutionGeometry[] unnamed =
        [
            .. Enumerable.Range(1, cases.Length - 2)
                .Where(place => cases[place] is { Name: null, Extent: AskedRules.Exact } && !IsNeighbour(cases, place))
                .Select(place => cases[place].Case.Geometry)
                .Where(static geometry => geometry.Axes is [{ Kernel: > 1 }, { Kernel: > 1 }]),
        ];

        Assert.That(unnamed.Count(static geometry => geometry.Axes[0].Kernel == geometry.Axes[1].Kernel
            && geometry.Axes[0].Stride != geometry.Axes[1].Stride), Is.GreaterThan(20), "strides");
        Assert.That(unnamed.Count(static geometry => geometry.Axes[0].Stride == geometry.Axes[1].Stride
            && geometry.Axes[0].Dilation != geometry.Axes[1].Dilation), Is.GreaterThan(20), "dilations");
        Assert.That(unnamed.Count(static geometry => geometry.Axes[0].Stride == geometry.Axes[1].Stride
            && geometry.Axes[0].Kernel != geometry.Axes[1].Kernel), Is.GreaterThan(20), "kernels");
        Assert.That(unnamed.Count(static geometry => geometry.Axes[0].Stride == 2 && geometry.Axes[1].Stride == 2
            && geometry.Axes[0].Kernel == geometry.Axes[1].Kernel), Is.GreaterThan(20), "alike");
    }

    [Test]
    public void They_have_borders_tiles_and_biases_as_claimed()
    {
        ScheduledCase[] named = [.. Cases.Value.Where(static scheduled => scheduled.Name is not null)];

        foreach (Border border in Enum.GetValues<Border>())
            Assert.That(named.Count(scheduled => scheduled.Case.Geometry.Axes.All(axis => axis.Border == border)), Is.GreaterThan(20),
                $"{border}");
        Assert.That(named.Count(static scheduled => scheduled.Case.Geometry.Axes.All(static axis => axis.Border == Border.Zeros)),
            Is.GreaterThan(named.Length / 2), "mostly zeros");
        foreach (int tile in (int[])[2, 3])
            Assert.That(named.Count(scheduled => scheduled.Case.Geometry.Axes.Any(axis => axis.Tile == tile)), Is.GreaterThan(10));
        Assert.That(named.Count(static scheduled => scheduled.Case.HasBias) / (double)named.Length, Is.InRange(0.4, 0.6));
    }

    [Test]
    public void Where_padding_must_be_alike_at_both_ends_the_padding_of_networks_is_made_so()
    {
        ScheduledCase[] cases = [.. new CheckSchedule(Claims.Of("symmetric only"), 1).Cases(2000)];

        Assert.That(cases.SelectMany(static scheduled => scheduled.Case.Geometry.Axes).All(static axis => axis.Begin == axis.End));
        Assert.That(cases.Where(static scheduled => scheduled.Name == "causal 3").Select(
            static scheduled => scheduled.Case.Geometry.Axes[0].Begin), Does.Contain(2));
    }

    [Test]
    public void A_global_window_has_no_padding_and_a_line_none_in_its_first_axis()
    {
        foreach (ScheduledCase scheduled in Cases.Value.Where(static scheduled => scheduled.Name is "global"))
            Assert.That(
                scheduled.Case.Geometry.Axes.All(static axis => axis is { Begin: 0, End: 0 } || Math.Max(axis.Begin, axis.End) > 255),
                $"{scheduled}, unless its padding is counted beyond a byte");
        foreach (ScheduledCase scheduled in Cases.Value.Where(static scheduled => scheduled.Name is "a line through two axes"))
            Assert.That(scheduled.Case.Geometry.Axes[0] is { Begin: 0, End: 0, Output: 1 }, $"{scheduled}");
    }

    [Test]
    public void Only_claimed_ranks_are_asked([Values(1, 2, 3)] int rank) =>
        Assert.That(
            new CheckSchedule(Capabilities.Convolution with { Ranks = [rank] }, 1).Cases(500).Select(
                static scheduled => scheduled.Case.Geometry.Axes.Length),
            Is.All.EqualTo(rank));

    [TestCase("5×5×5")]
    [TestCase("7×7×7")]
    public void A_path_of_images_is_drawn_for_volumes_too(string kernel) =>
        Assert.That(
            Cases.Value.Any(scheduled => string.Join('×', scheduled.Case.Geometry.Axes.Select(static axis => axis.Kernel)) == kernel));

    private static IEnumerable<Axis> Axes(string name) =>
        Cases.Value.Where(scheduled => scheduled.Name == name).SelectMany(static scheduled => scheduled.Case.Geometry.Axes);

    /// <summary>A call between two of the same geometry.</summary>
    private static bool IsNeighbour(ScheduledCase[] cases, int place) =>
        $"{cases[place - 1].Case.Geometry}" == $"{cases[place + 1].Case.Geometry}";

    private static bool IsCounted(ConvolutionGeometry geometry) =>
        Math.Max(Math.Max(geometry.Batch, geometry.Groups), Math.Max(geometry.GroupInChannels, geometry.GroupOutChannels)) > 1 << 16
        || geometry.Axes.Any(static axis => Math.Max(axis.Kernel, Math.Max(axis.Output, Math.Max(axis.Begin, axis.End))) > 1 << 16);

    private static long Elements(ConvolutionGeometry geometry) =>
        Math.Max(
            Math.Max(geometry.InputLength, geometry.OutputLength),
            geometry.WeightLength / geometry.Axes.Aggregate(1, static (tiles, axis) => tiles * axis.Tile));
}
