using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

/// <summary>Square images of whole vectors under the kernels that nearly every network has.</summary>
public sealed class WholeImagesTests
{
    private static readonly Lazy<ImmutableArray<ScheduledCase>[]> Seeds = new(static () =>
        [.. Enumerable.Range(2, 5).Select(static seed => new CheckSchedule(Capabilities.Convolution, (ulong)seed).Cases(800))]);

    [TestCase("1×1", 0)]
    [TestCase("1×1 s2", 0)]
    [TestCase("3×3", 1)]
    [TestCase("3×3 s2", 1)]
    [TestCase("5×5", 2)]
    [TestCase("depthwise 3×3", 1)]
    [TestCase("depthwise 3×3 s2", 1)]
    public void Every_common_path_is_asked_on_sides_of_8_and_16_and_32(string path, int padding)
    {
        foreach (ImmutableArray<ScheduledCase> cases in Seeds.Value)
            foreach (int side in (int[])[8, 16, 32])
                Assert.That(
                    cases.Count(scheduled => scheduled.Name == path && scheduled.Extent == AskedRules.Exact
                        && scheduled.Case.Geometry is { Batch: 1 or 2, MultiplyAdds: < 300_000 }
                        && scheduled.Case.Geometry.Axes.All(axis =>
                            axis is { Border: Border.Zeros, Tile: 1 } && axis.Input == side
                            && (axis.Begin, axis.End) == (padding, padding))),
                    Is.Positive, $"{side}");
    }

    [Test]
    public void Seeds_differ_in_channels_images_and_biases()
    {
        ScheduledCase[] images =
        [
            .. from seed in Enumerable.Range(1, 12)
               from scheduled in new CheckSchedule(Capabilities.Convolution, (ulong)seed).Cases(600)
               where scheduled is { Name: "3×3", Extent: AskedRules.Exact }
                   && scheduled.Case.Geometry is { Groups: 1, Axes: [{ Input: 32, Begin: 1, End: 1 }, { Input: 32, Begin: 1, End: 1 }] }
               select scheduled,
        ];

        Assert.That(images.Select(static image => image.Case.Geometry.InChannels).Distinct().Count(), Is.GreaterThan(3));
        Assert.That(images.Select(static image => image.Case.Geometry.OutChannels).Distinct().Count(), Is.GreaterThan(3));
        Assert.That(images.Select(static image => image.Case.Geometry.Batch).Distinct(), Is.SupersetOf(new[] { 1, 2 }));
        Assert.That(images.Select(static image => image.Case.HasBias).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void Only_claimed_ones_are_asked()
    {
        ScheduledCase[] images = [.. new CheckSchedule(Claims.Of("a plain 2-D library") with { Stride = false }, 1).Cases(600)];

        Assert.That(images.Any(static image =>
            image is { Name: "3×3", Case.Geometry.Axes: [{ Input: 16, Begin: 1 }, { Input: 16, Begin: 1 }] }));
        Assert.That(images.Any(static image => image.Name is { } name && (name.Contains("s2") || name.Contains("depthwise"))), Is.False);
    }
}
