using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

/// <summary>The shapes that a check names.</summary>
public sealed partial class ShapePathTests
{
    private static readonly Lazy<ImmutableArray<ScheduledCase>> Named = new(static () =>
    [
        .. new CheckSchedule(Capabilities.Convolution, 1).Cases(CheckSchedule.DefaultCount).Where(
            static scheduled => scheduled.Name is not null),
    ]);

    [Test]
    public void A_case_has_the_shape_that_its_name_says()
    {
        foreach (ScheduledCase scheduled in Named.Value)
        {
            ConvolutionGeometry geometry = scheduled.Case.Geometry;
            string name = scheduled.Name!;
            if (name == "global")
                Assert.That(geometry.Axes.All(static axis => axis.Kernel == axis.Input), $"{scheduled}");
            else if (name == "a line through two axes")
                Assert.That(geometry.Axes is [{ Input: 1, Kernel: 1 }, { Kernel: 3, Stride: 1, Dilation: 1 }], $"{scheduled}");
            else
                IsShaped(Shape().Match(name), scheduled);
            if (name.StartsWith("depthwise", StringComparison.Ordinal))
            {
                Assert.That(geometry is { Groups: > 1, GroupInChannels: 1 }, $"{scheduled}");
                bool isMultiplied = name.EndsWith("multiplier", StringComparison.Ordinal);
                Assert.That(geometry.GroupOutChannels > 1, Is.EqualTo(isMultiplied), $"{scheduled}");
            }

            if (name.StartsWith("grouped", StringComparison.Ordinal))
                Assert.That(geometry.Groups, Is.GreaterThan(1), $"{scheduled}");
        }
    }

    [TestCase("1×1", "0,0")]
    [TestCase("3×3", "0,0 1,1 2,2")]
    [TestCase("3×3 s2", "0,0 1,1 2,2 0,1 1,0")]
    [TestCase("5×5", "0,0 2,2")]
    [TestCase("7×7 s2", "0,0 3,3 2,3 3,2")]
    [TestCase("11×11 s4", "0,0 2,2")]
    [TestCase("3×3 d2", "0,0 2,2")]
    [TestCase("2×2", "0,0 0,1 1,0")]
    [TestCase("4×4", "0,0 1,1 1,2 2,1")]
    [TestCase("causal 2 d4", "4,0")]
    [TestCase("causal 3", "2,0")]
    [TestCase("patch 8×8 s8", "0,0")]
    public void A_path_is_padded_as_networks_pad_it(string name, string paddings)
    {
        string[] met =
        [
            .. Named.Value.Where(scheduled => scheduled.Name == name).Select(static scheduled => scheduled.Case.Geometry.Axes[^1]).Select(
                static axis => $"{axis.Begin},{axis.End}"),
        ];

        foreach (string padding in paddings.Split(' '))
            Assert.That(met, Does.Contain(padding));
    }

    private static void IsShaped(Match shape, ScheduledCase scheduled)
    {
        ImmutableArray<Axis> axes = scheduled.Case.Geometry.Axes;
        (int, int) steps = (Number(shape.Groups["stride"]), Number(shape.Groups["dilation"]));

        Assert.That(string.Join('×', axes.Select(static axis => axis.Kernel)), Is.EqualTo(shape.Groups["kernel"].Value), $"{scheduled}");
        Assert.That(axes.Select(static axis => (axis.Stride, axis.Dilation)), Is.All.EqualTo(steps), $"{scheduled}");
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 1;

    [GeneratedRegex(@"(?<kernel>\d+(×\d+)*)( s(?<stride>\d+))?( d(?<dilation>\d+))?")]
    private static partial Regex Shape();
}
