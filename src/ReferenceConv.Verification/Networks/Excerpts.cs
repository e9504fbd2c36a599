using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Networks;

/// <summary>Single layers of kinds that the networks of the book do not have, each from the paper that made it known.</summary>
/// <remarks>
/// Krizhevsky, Sutskever, Hinton 2012 (alexnet.conv1, on 227 pixels as it was trained); Xie, Girshick, Dollár, Tu, He 2017 (resnext.conv3:
/// 32 groups of 4); Dosovitskiy et al. 2021 (vit.patch); Radford, Metz, Chintala 2016 (dcgan.up, transposed). The last two have no paper: a
/// depthwise layer over a batch, and an image of a million points.
/// </remarks>
public static class Excerpts
{
    /// <summary>The layers.</summary>
    public static Network Network { get; } = new("Excerpts", "one paper each", Layers());

    private static IEnumerable<Layer> Layers()
    {
        yield return Layer.OnImage("alexnet.conv1", 227, 3, 96, 11, Padding.Valid, stride: 4);
        yield return Layer.OnImage("resnext.conv3", 56, 128, 128, 3, Padding.Half, groups: 32);
        yield return Layer.OnImage("vit.patch", 224, 3, 768, 16, Padding.Valid, stride: 16);
        yield return Layer.OnImage("dcgan.up", 32, 64, 128, 4, Padding.Explicit(1, 1), stride: 2) with { IsTransposed = true };
        var axis = new Axis(14, 3, padding: Padding.Half);
        yield return new Layer("depthwise.batch", new ConvolutionGeometry(6, 40, 40, 40, axis, axis));
        yield return new Layer(
            "image", ConvolutionGeometry.SingleChannel(new Axis(1100, 1), new Axis(1100, 2, padding: Padding.Explicit(0, 1))));
    }
}
