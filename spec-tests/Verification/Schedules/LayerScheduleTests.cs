using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Networks;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

public sealed class LayerScheduleTests
{
    private const long Budget = 1_000_000;

    private static readonly ScheduledCase[] Layers = [.. LayerSchedule.Of(Capabilities.Convolution, Budget, 1)];

    private static readonly (string Name, Func<ConvolutionGeometry, bool> Holds)[] Kinds =
    [
        ("1×1", static geometry => geometry.Relation.Taps == 1),
        ("3×3", static geometry => geometry.Relation.Taps == 9),
        ("strided", static geometry => geometry.Axes.Any(static axis => axis.Stride > 1)),
        ("stride above the kernel", static geometry => geometry.Axes.Any(static axis => axis.Stride > axis.Kernel)),
        ("depthwise", static geometry => geometry.Groups == geometry.InChannels && geometry.Groups > 1),
        ("dilated on a line", static geometry => geometry.Axes.Length == 1 && geometry.Axes[0].Dilation > 1),
        ("dilated on an image", static geometry => geometry.Axes.Length == 2 && geometry.Axes[0].Dilation > 1),
        ("1-D", static geometry => geometry.Axes.Length == 1),
        ("3-D", static geometry => geometry.Axes.Length == 3),
        ("first layer", static geometry => geometry.InChannels == 3),
        ("many channels", static geometry => geometry.InChannels >= 960),
        ("no multiple of a vector", static geometry => geometry.OutChannels is 21 or 25),
        ("padding at one side", static geometry => geometry.Axes.Any(static axis => axis.Begin != axis.End)),
    ];

    [Test]
    public void Every_kind_of_layer_is_there()
    {
        foreach ((string name, Func<ConvolutionGeometry, bool> holds) in Kinds)
            Assert.That(Layers.Any(layer => holds(layer.Case.Geometry)), name);
    }

    [Test]
    public void Layers_are_named_as_in_their_networks()
    {
        Assert.That(LayerSchedule.Names, Is.Unique);
        Assert.That(Layers.Select(static layer => layer.Name), Is.Unique);
        Assert.That(LayerSchedule.Names, Does.Contain("ResNet-50 conv3_1b").And.Contain("U-Net up3").And.Contain("VGG-16 pool1"));
        Assert.That(
            LayerSchedule.Of(Capabilities.Convolution with { Operators = ConvolutionOperators.All }, Budget, 1).Select(
                static layer => layer.Name!.Split(", fewer")[0]).Distinct(),
            Is.EqualTo(LayerSchedule.Names));
        Assert.That($"{Layers[0]}", Does.StartWith("ResNet-50 conv1: N1 C3 K64 g1 | "));
    }

    [Test]
    public void A_layer_with_fewer_channels_keeps_rows_beyond_two_vectors_where_the_paper_has_them()
    {
        ConvolutionGeometry[] dense =
            [.. Layers.Where(static layer => layer.Name is "VGG-16 conv3_1, fewer channels" or "ResNet-50 conv1, fewer channels").Select(
            static layer => layer.Case.Geometry)];

        Assert.That(dense, Has.Length.EqualTo(2));
        Assert.That(dense.Select(static geometry => geometry.Axes[^1].Output), Is.All.GreaterThan(32));
        Assert.That(dense.Select(static geometry => geometry.Axes[0].Output), Is.All.GreaterThanOrEqualTo(12));
    }

    /// <summary>
    /// Whole vectors of channels go, so that what is left beside them stays; an image loses strides, so that what is left behind its last
    /// window stays.
    /// </summary>
    [Test]
    public void A_layer_with_fewer_channels_keeps_what_is_left_beside_vectors_and_windows()
    {
        (ConvolutionGeometry Paper, ConvolutionGeometry Fewer)[] reduced =
        [
            .. from network in NetworkBook.All
               from paper in network.Layers
               join layer in Layers on $"{network.Name} {paper.Name}, fewer channels" equals layer.Name
               select (paper.Geometry, layer.Case.Geometry),
        ];

        Assert.That(reduced, Has.Length.GreaterThan(10));
        int shortened = 0;
        foreach ((ConvolutionGeometry paper, ConvolutionGeometry fewer) in reduced)
        {
            bool isDepthwise = paper.Groups > 1 && paper.GroupInChannels == 1;
            if (isDepthwise)
                Assert.That(fewer.Groups % 16, Is.EqualTo(paper.Groups % 16), $"{fewer}");
            Assert.That(fewer.GroupInChannels % 16, Is.EqualTo(paper.GroupInChannels % 16), $"{fewer}");
            Assert.That(fewer.GroupOutChannels % 16, Is.EqualTo(paper.GroupOutChannels % 16), $"{fewer}");
            Assert.That(fewer.GroupInChannels <= paper.GroupInChannels && fewer.GroupOutChannels <= paper.GroupOutChannels, $"{fewer}");
            foreach ((Axis axis, Axis shorter) in paper.Axes.Zip(fewer.Axes).Where(
                static axes => axes.First.Output != axes.Second.Output && axes.Second.Output is 36 or 13))
            {
                Assert.That(Behind(shorter), Is.EqualTo(Behind(axis)), $"{fewer}");
                shortened++;
            }
        }

        Assert.That(shortened, Is.Positive);

        static int Behind(Axis axis) =>
            axis.Begin + axis.Input + axis.End - (((axis.Output - 1) * axis.Stride) + (axis.Dilation * (axis.Kernel - 1)) + 1);
    }

    [Test]
    public void Every_layer_replays_by_its_token() =>
        Assert.That(Layers.Select(static layer => $"{ConvolutionCase.Parse(layer.Case.Token)}"),
            Is.EqualTo(Layers.Select(static layer => $"{layer.Case}")));

    [Test]
    public void Poolings_are_asked_on_their_own_layers_and_nothing_else_is()
    {
        ScheduledCase[] layers = [.. LayerSchedule.Of(Capabilities.Convolution with { Operators = ConvolutionOperators.All }, Budget, 1)];

        foreach (ScheduledCase layer in layers)
            Assert.That(layer.Operators.Intersect(ConvolutionOperators.Pooling).Count(), Is.EqualTo(layer.Name!.Contains("pool") ? 4 : 0),
                layer.Name);
    }

    [Test]
    public void What_is_not_claimed_is_not_asked([ValueSource(typeof(Claims), nameof(Claims.Names))] string claim)
    {
        Capabilities capabilities = Claims.Of(claim);
        ScheduledCase[] layers = [.. LayerSchedule.Of(capabilities, Budget, 7)];

        foreach (ScheduledCase layer in layers)
        {
            Assert.That(layer.Operators.Any(op => capabilities.Lacks(layer.Case.Geometry, op, hasBias: false) is null), $"{layer}");
            Assert.That(layer.Case.HasBias, Is.EqualTo(capabilities.Bias));
        }

        Assert.That(layers.Length == 0, Is.EqualTo(!capabilities.Borders.Contains(Border.Zeros)), "all layers pad with zeros");
    }

    [Test]
    public void A_larger_budget_makes_larger_layers()
    {
        long[] small = [.. Layers.Select(static layer => layer.Case.Geometry.MultiplyAdds)];
        long[] large =
            [.. LayerSchedule.Of(Capabilities.Convolution, 50 * Budget, 1).Select(static layer => layer.Case.Geometry.MultiplyAdds)];

        Assert.That(large, Is.All.LessThanOrEqualTo(50 * Budget));
        Assert.That(large.Sum(), Is.GreaterThan(small.Sum()));
        Assert.That(small.Count(static work => work <= Budget), Is.GreaterThan(small.Length * 3 / 4));
    }
}
