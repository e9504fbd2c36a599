using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

public sealed class LayerScheduleTests
{
    private const long Budget = 1_000_000;

    private static readonly NamedLayer[] Layers = [.. LayerSchedule.Of(Capabilities.Convolution, Budget, 1)];

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
    public void Every_kind_of_layer_is_there_in_every_direction()
    {
        foreach ((string name, Func<ConvolutionGeometry, bool> holds) in Kinds)
            Assert.That(
                Layers.Where(layer => holds(layer.Case.Geometry)).Select(static layer => layer.Case.Operator).Distinct(),
                Is.EquivalentTo(ConvolutionOperators.Trilinear),
                name);
    }

    [Test]
    public void Layers_are_named_as_in_their_networks()
    {
        Assert.That(LayerSchedule.Names, Is.Unique);
        Assert.That(LayerSchedule.Names, Does.Contain("ResNet-50 conv3_1b").And.Contain("U-Net up3"));
        Assert.That(Layers.Select(static layer => layer.Name).Distinct(), Is.EqualTo(LayerSchedule.Names));
        Assert.That($"{Layers[0]}", Does.StartWith("ResNet-50 conv1: forward, N1 C3 K64 g1 | "));
    }

    [Test]
    public void A_layer_is_within_the_budget_or_as_small_as_can_be()
    {
        var smallest = LayerSchedule.Of(Capabilities.Convolution, 0, 1).ToDictionary(static layer => (layer.Name, layer.Case.Operator), MultiplyAdds);

        foreach (NamedLayer layer in Layers.Where(static layer => MultiplyAdds(layer) > Budget))
            Assert.That(MultiplyAdds(layer), Is.EqualTo(smallest[(layer.Name, layer.Case.Operator)]), layer.Name);
        Assert.That(LayerSchedule.Of(Capabilities.Convolution, 50 * Budget, 1).Select(MultiplyAdds), Is.All.LessThanOrEqualTo(50 * Budget));
        Assert.That(Layers.Count(static layer => MultiplyAdds(layer) <= Budget), Is.GreaterThan(Layers.Length / 2));
    }

    [Test]
    public void What_is_not_claimed_is_not_asked([ValueSource(typeof(Claims), nameof(Claims.Names))] string claim)
    {
        Capabilities capabilities = Claims.Of(claim);
        NamedLayer[] layers = [.. LayerSchedule.Of(capabilities, Budget, 7)];

        foreach (OperatorCase instance in layers.Select(static layer => layer.Case))
        {
            Assert.That(capabilities.Lacks(instance.Geometry, instance.Operator, instance.Flag), Is.Null, $"{instance}");
            Assert.That(instance.Seed, Is.EqualTo(7));
            Assert.That(instance.Flag, Is.EqualTo(capabilities.Bias && instance.Operator == ConvolutionOperator.Forward));
        }

        TestContext.Out.WriteLine($"{claim}: {layers.Length} of {Layers.Length}");
        Assert.That(layers.Length == 0, Is.EqualTo(!capabilities.Borders.Contains(Border.Zeros)), "all layers pad with zeros");
    }

    [Test]
    public void A_bias_gradient_is_asked_where_it_is_claimed() =>
        Assert.That(
            LayerSchedule.Of(Capabilities.Convolution with { Operators = [ConvolutionOperator.BiasGradient] }, Budget, 1).Select(static layer => layer.Case.Operator),
            Has.Exactly(LayerSchedule.Names.Length).Items.And.All.EqualTo(ConvolutionOperator.BiasGradient));

    private static long MultiplyAdds(NamedLayer layer) => layer.Case.Geometry.MultiplyAdds;
}
