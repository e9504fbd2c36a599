using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

public sealed class RelationTests
{
    [Test]
    public void Positions_taps_and_outputs_are_products_over_the_axes()
    {
        var relation = new Relation(new Axis(3, 2, tile: 2), new Axis(5, 3, 2), new Axis(4, 1, tile: 3));
        Assert.That((relation.Inputs, relation.Taps, relation.Outputs, relation.Phases), Is.EqualTo((60, 6, 16, 6)));
        Assert.That(relation.Axes, Has.Length.EqualTo(3));
    }

    [TestCase(0)]
    [TestCase(4)]
    public void One_to_three_axes_are_allowed(int axes)
    {
        Assert.That(
            () => new Relation(Enumerable.Repeat(new Axis(1, 1), axes)),
            Throws.ArgumentException.With.Message.EqualTo($"spatial axes must be 1..3, were {axes}"));
        Assert.That(new Relation(Enumerable.Repeat(new Axis(1, 1), 1)).Axes, Has.Length.EqualTo(1));
        Assert.That(new Relation(Enumerable.Repeat(new Axis(1, 1), 3)).Axes, Has.Length.EqualTo(3));
    }

    [Test]
    public void Positions_are_counted_up_to_the_largest_array()
    {
        Assert.That(new Relation(new Axis(Array.MaxLength, 1), new Axis(1, 1)).Inputs, Is.EqualTo(2147483591));
        Refused(new Axis(65536, 65536), new Axis(32768, 32768), "input positions must be ≤ 2147483591, were 65536·32768");
        Refused(
            new Axis(0, 65536, padding: Padding.Full),
            new Axis(1, 32768, padding: Padding.Full),
            "kernel taps must be ≤ 2147483591, were 65536·32768");
        Refused(
            new Axis(0, 1, padding: Padding.Explicit(65536, 0)),
            new Axis(1, 1, padding: Padding.Explicit(32767, 0)),
            "output positions must be ≤ 2147483591, were 65536·32768");
        Refused(new Axis(1, 1, tile: 65536), new Axis(1, 1, tile: 32768), "tiles must be ≤ 2147483591, were 65536·32768");
    }

    [Test]
    public void Padded_taps_of_a_partial_window_are_a_product_over_the_axes()
    {
        // 3 taps, stride 2: three of 3 (rows 0…4 of 5), and 3, 2 (columns of 4, the second window partial).
        var relation = new Relation(new Axis(5, 3, 2, rounding: Rounding.Ceiling), new Axis(4, 3, 2, rounding: Rounding.Ceiling));
        Assert.That(Enumerable.Range(0, relation.Outputs).Select(relation.PaddedTaps), Is.EqualTo(new[] { 9, 6, 9, 6 }));

        var turned = new Relation(new Axis(4, 3, 2, rounding: Rounding.Ceiling), new Axis(7, 3, 2, rounding: Rounding.Ceiling));
        Assert.That(Enumerable.Range(0, turned.Outputs).Select(turned.PaddedTaps), Is.EqualTo(new[] { 9, 9, 9, 6, 6, 6 }));
    }

    private static void Refused(Axis first, Axis second, string message) =>
        Assert.That(() => new Relation(first, second), Throws.ArgumentException.With.Message.EqualTo(message));
}
