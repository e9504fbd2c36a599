using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

public sealed class ConvolutionGeometryTests
{
    [Test]
    public void Shapes_are_batch_channels_positions()
    {
        var geometry = new ConvolutionGeometry(2, 6, 9, 3, new Axis(5, 3), new Axis(8, 2, 2));
        Assert.That(geometry.InputShape, Is.EqualTo(new[] { 2, 6, 5, 8 }));
        Assert.That(geometry.WeightShape, Is.EqualTo(new[] { 9, 2, 3, 2 }));
        Assert.That(geometry.OutputShape, Is.EqualTo(new[] { 2, 9, 3, 4 }));
        Assert.That((geometry.InputLength, geometry.WeightLength, geometry.OutputLength), Is.EqualTo((480, 108, 216)));
        Assert.That((geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups), Is.EqualTo((2, 6, 9, 3)));
        Assert.That((geometry.GroupInChannels, geometry.GroupOutChannels, geometry.IsTiled), Is.EqualTo((2, 3, false)));
        Assert.That(geometry.MultiplyAdds, Is.EqualTo(216 * 2 * 6));
        Assert.That(geometry.Axes, Is.EqualTo(geometry.Relation.Axes));
    }

    [Test]
    public void Weights_of_a_tiled_convolution_have_a_leading_axis_per_axis()
    {
        var geometry = new ConvolutionGeometry(1, 2, 3, 1, new Axis(5, 3, tile: 2), new Axis(8, 2));
        Assert.That(geometry.WeightShape, Is.EqualTo(new[] { 2, 1, 3, 2, 3, 2 }));
        Assert.That((geometry.WeightLength, geometry.IsTiled), Is.EqualTo((72, true)));
    }

    [Test]
    public void A_single_channel_is_one_image_one_channel_in_and_out()
    {
        ConvolutionGeometry geometry = ConvolutionGeometry.SingleChannel(new Axis(5, 3));
        Assert.That(geometry.InputShape, Is.EqualTo(new[] { 1, 1, 5 }));
        Assert.That(geometry.WeightShape, Is.EqualTo(new[] { 1, 1, 3 }));
        Assert.That(geometry.Groups, Is.EqualTo(1));
    }

    [TestCase(-1, 1, 1, 1, "batch must be ≥ 0, was -1")]
    [TestCase(1, 0, 1, 1, "input channels must be ≥ 1, was 0")]
    [TestCase(1, 1, 0, 1, "output channels must be ≥ 1, was 0")]
    [TestCase(1, 1, 1, 0, "groups must be ≥ 1, was 0")]
    [TestCase(1, 4, 6, 3, "groups must divide the input channels 4, was 3")]
    [TestCase(1, 6, 4, 3, "groups must divide the output channels 4, was 3")]
    public void A_geometry_refuses(int batch, int inChannels, int outChannels, int groups, string message) =>
        Assert.That(
            () => new ConvolutionGeometry(batch, inChannels, outChannels, groups, new Axis(3, 3)),
            Throws.ArgumentException.With.Message.EqualTo(message));

    [Test]
    public void An_empty_batch_is_a_geometry()
    {
        var geometry = new ConvolutionGeometry(0, 2, 4, 2, new Axis(3, 3));
        Assert.That(
            (geometry.InputLength, geometry.WeightLength, geometry.OutputLength, geometry.MultiplyAdds), Is.EqualTo((0, 12, 0, 0L)));
    }

    // The largest array of .NET has 2147483591 elements.
    [Test]
    public void Arrays_are_as_large_as_the_platform_can_hold()
    {
        Assert.That(Of(Array.MaxLength, 1, 1).InputLength, Is.EqualTo(2147483591));
        Refused(Array.MaxLength + 1, 1, 1, "input elements must be ≤ 2147483591, were 2147483592·1·1");
        Refused(65536, 32768, 1, "input elements must be ≤ 2147483591, were 65536·32768·1");
        Refused(1, 65536, 32768, "weight elements must be ≤ 2147483591, were 32768·65536·1");
        Refused(65536, 1, 32768, "output elements must be ≤ 2147483591, were 65536·32768·1");
    }

    [Test]
    public void Multiply_adds_are_counted_in_64_bits() =>
        Assert.That(Of(1 << 10, 1 << 15, 1 << 15).MultiplyAdds, Is.EqualTo(1L << 40));

    [Test]
    public void The_text_is_one_line() =>
        Assert.That(
            new ConvolutionGeometry(1, 64, 32, 2, new Axis(56, 3, padding: Padding.Half), new Axis(7, 1, 2)).ToString(),
            Is.EqualTo("N1 C64 K32 g2 | 56 k3 s1 d1 p1,1 → 56 | 7 k1 s2 d1 p0,0 → 4"));

    private static ConvolutionGeometry Of(int batch, int inChannels, int outChannels) =>
        new(batch, inChannels, outChannels, 1, new Axis(1, 1));

    private static void Refused(int batch, int inChannels, int outChannels, string message) =>
        Assert.That(() => Of(batch, inChannels, outChannels), Throws.ArgumentException.With.Message.EqualTo(message));
}
