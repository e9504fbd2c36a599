using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Networks;

namespace ReferenceConv.SpecTests.Verification.Networks;

public sealed class ReductionTests
{
    [TestCase(0)]
    [TestCase(1_000_000)]
    [TestCase(50_000_000)]
    public void A_reduced_layer_still_uses_every_tap(long budget)
    {
        foreach (Layer layer in NetworkBook.All.SelectMany(static network => network.Layers))
        {
            ConvolutionGeometry reduced = Reduction.Within(budget, layer.Geometry);
            var used = new HashSet<int>();
            foreach (Window window in reduced.Windows)
                foreach (Pair pair in window.Pairs)
                    used.Add(pair.Tap);

            Assert.That(used, Has.Count.EqualTo(reduced.Relation.Taps), $"{layer.Name}: {reduced}");
        }
    }

    [Test]
    public void A_reduced_layer_keeps_channels_kernels_and_strides()
    {
        foreach (Layer layer in NetworkBook.All.SelectMany(static network => network.Layers))
        {
            ConvolutionGeometry reduced = Reduction.Within(1_000_000, layer.Geometry);

            Assert.That(reduced.WeightShape, Is.EqualTo(layer.Geometry.WeightShape), layer.Name);
            Assert.That(reduced.Groups, Is.EqualTo(layer.Geometry.Groups), layer.Name);
            Assert.That(reduced.Axes.Select(static axis => axis.Stride), Is.EqualTo(layer.Geometry.Axes.Select(static axis => axis.Stride)),
                layer.Name);
        }
    }

    [Test]
    public void A_geometry_within_the_budget_is_not_touched()
    {
        ConvolutionGeometry geometry = Image(new Axis(56, 3, padding: Padding.Half));

        Assert.That(Reduction.Within(geometry.MultiplyAdds, geometry), Is.SameAs(geometry));
    }

    [Test]
    public void The_largest_reduction_within_the_budget_is_taken()
    {
        ConvolutionGeometry geometry = Image(new Axis(56, 3, padding: Padding.Half));

        Assert.That(Reduction.Within(900, geometry).InputShape, Is.EqualTo(new[] { 1, 1, 10, 10 }));   // 9·10² = 900
        Assert.That(Reduction.Within(899, geometry).InputShape, Is.EqualTo(new[] { 1, 1, 9, 9 }));
    }

    [Test]
    public void No_budget_reduces_below_room_for_a_whole_window()
    {
        ConvolutionGeometry geometry = Image(new Axis(224, 7, stride: 2, padding: Padding.Half));

        Assert.That(Reduction.Within(0, geometry).InputShape, Is.EqualTo(new[] { 1, 1, 8, 8 }));   // 7 − 1 + 2
    }

    [Test]
    public void An_axis_that_is_small_enough_lets_the_others_go_on()
    {
        var geometry = ConvolutionGeometry.SingleChannel(new Axis(4, 3, padding: Padding.Half), new Axis(14, 3, padding: Padding.Half));

        Assert.That(Reduction.Within(0, geometry).InputShape, Is.EqualTo(new[] { 1, 1, 3, 3 }));
    }

    [Test]
    public void An_atrous_rate_shrinks_with_its_image_and_its_padding_with_the_rate()
    {
        ConvolutionGeometry reduced = Reduction.Within(9 * 11 * 11, Image(new Axis(33, 3, dilation: 18, padding: Padding.Half)));

        Assert.That($"{reduced.Axes[0]}", Is.EqualTo("11 k3 s1 d6 p6,6 → 11"));
    }

    [Test]
    public void A_rate_above_1_stays_above_1()
    {
        Axis reduced = Reduction.Within(9 * 5 * 5, Image(new Axis(33, 3, dilation: 2, padding: Padding.Half))).Axes[0];

        Assert.That((reduced.Input, reduced.Dilation), Is.EqualTo((5, 2)));
    }

    [Test]
    public void A_size_shrinks_by_multiples_of_its_stride()
    {
        foreach (int budget in new[] { 0, 500, 5_000, 50_000 })
            Assert.That(Reduction.Within(budget, Image(new Axis(224, 3, stride: 2, padding: Padding.SameUpper))).Axes[0].Input % 2, Is.Zero,
                $"{budget}");
    }

    [Test]
    public void A_border_cannot_be_reduced()
    {
        ConvolutionGeometry geometry = Image(new Axis(9, 3, padding: Padding.Half, border: Border.Cyclic));

        Assert.That(
            () => Reduction.Within(1, geometry),
            Throws.ArgumentException.With.Message.EqualTo("an axis to be reduced must have a zeros border, no tile and padding in multiples of its dilation, was 9 k3 s1 d1 p1,1 cyclic → 9"));
    }

    private static ConvolutionGeometry Image(Axis axis) => ConvolutionGeometry.SingleChannel(axis, axis);
}
