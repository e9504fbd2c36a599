using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

/// <summary>The layers that networks begin with, among the cases of a check.</summary>
public sealed class FirstLayersTests
{
    private static readonly int[] OutChannels = [5, 8, 16, 24, 32];

    private static readonly Lazy<ConvolutionCase[]> ThreeChannels = new(static () => Of(Capabilities.Convolution));

    [TestCase(3, 1, 1)]
    [TestCase(3, 2, 1)]
    [TestCase(3, 2, 0)]
    [TestCase(5, 1, 2)]
    [TestCase(7, 2, 3)]
    [TestCase(11, 4, 2)]
    [TestCase(4, 4, 0)]
    public void Three_channels_are_asked_under_its_kernel_on_an_even_and_an_odd_width(int kernel, int stride, int padding)
    {
        int[] widths =
        [
            .. ThreeChannels.Value.Select(static instance => instance.Geometry).Where(geometry =>
                    geometry is { Batch: 1 or 2, Axes: [var height, var width] }
                    && OutChannels.Contains(geometry.OutChannels)
                    && Has(height) && Has(width)
                    && (height.Input == width.Input || (height.Input >= kernel && height.Input <= 40)))
                .Select(static geometry => geometry.Axes[1].Input)
                .Where(static width => width is >= 12 and <= 41),
        ];

        Assert.That(widths.Select(static width => width % 2).Distinct().Count(), Is.EqualTo(2));

        bool Has(Axis axis) =>
            axis is { Dilation: 1, Tile: 1, Border: Border.Zeros }
            && (axis.Kernel, axis.Stride, axis.Begin, axis.End) == (kernel, stride, padding, padding);
    }

    [Test]
    public void Only_claimed_ones_are_asked() =>
        Assert.That(
            Of(Capabilities.Convolution with { Stride = false }).SelectMany(static instance => instance.Geometry.Axes),
            Is.All.Property("Stride").EqualTo(1));

    [Test]
    public void In_a_short_check_they_are_at_most_a_tenth_of_the_special_paths()
    {
        int Layers(int count) => new CheckSchedule(Capabilities.Convolution, 1).Cases(count).Count(static scheduled =>
            scheduled is { Extent: AskedRules.Exact, Name: null } && IsFirst(scheduled.Case.Geometry));

        Assert.That(Layers(20), Is.LessThanOrEqualTo(1));
        Assert.That(Layers(1000), Is.AtLeast(14));
    }

    private static bool IsFirst(ConvolutionGeometry geometry) =>
        geometry is { InChannels: 3, Groups: 1, Axes.Length: 2 } && OutChannels.Contains(geometry.OutChannels);

    private static ConvolutionCase[] Of(Capabilities claims) =>
    [
        .. new CheckSchedule(claims, 1).Cases(CheckSchedule.DefaultCount)
            .Where(static scheduled => scheduled.Name is null)
            .Select(static scheduled => scheduled.Case)
            .Where(static instance => IsFirst(instance.Geometry)),
    ];
}
