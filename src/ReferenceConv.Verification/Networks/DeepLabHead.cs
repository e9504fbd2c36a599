using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Networks;

/// <summary>
/// The atrous part of DeepLabv3 at output stride 16 on a 513×513 crop, so 33×33 features: the last residual stage with its multi-grid (1,
/// 2, 4) at rate 2, and the pyramid with rates 6, 12, 18, an image-level branch, and 21 classes.
/// Source: Chen, Papandreou, Schroff, Adam: Rethinking Atrous Convolution for Semantic Image Segmentation, 2017, sections 3 and 4.
/// </summary>
public static class DeepLabHead
{
    private const int Size = 33;

    /// <summary>The network.</summary>
    public static Network Network { get; } = new("DeepLab", "Chen et al. 2017", Layers());

    private static IEnumerable<Layer> Layers()
    {
        foreach (int rate in new[] { 2, 4, 8 })
            yield return Layer.OnImage($"grid.rate{rate}", Size, 512, 512, 3, Padding.Half, dilation: rate);

        yield return Layer.OnImage("aspp.1x1", Size, 2048, 256, 1, Padding.Valid);
        foreach (int rate in new[] { 6, 12, 18 })
            yield return Layer.OnImage($"aspp.rate{rate}", Size, 2048, 256, 3, Padding.Half, dilation: rate);
        yield return Layer.OnImage("aspp.image", 1, 2048, 256, 1, Padding.Valid);
        yield return Layer.OnImage("aspp.join", Size, 5 * 256, 256, 1, Padding.Valid);
        yield return Layer.OnImage("classes", Size, 256, 21, 1, Padding.Valid);
    }
}
