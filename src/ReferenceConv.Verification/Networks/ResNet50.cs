using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Networks;

/// <summary>
/// The 50-layer residual network at 224×224: a 7×7 convolution and four stages of bottleneck blocks a (1×1), b (3×3), c (1×1), with a
/// projection d (1×1) around the first block of each stage. Source: He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition,
/// 2015, table 1.
/// </summary>
/// <remarks>
/// The first block of stages 3–5 halves the image in its 3×3 convolution, as the frameworks train it (4.09·10⁹ multiply-adds); with the
/// stride in the 1×1 before it, the network has the 3.8·10⁹ of the paper's table.
/// </remarks>
public static class ResNet50
{
    /// <summary>The network.</summary>
    public static Network Network { get; } = new("ResNet-50", "He et al. 2015", Layers());

    private static IEnumerable<Layer> Layers()
    {
        yield return Layer.OnImage("conv1", 224, 3, 64, 7, Padding.Half, stride: 2);

        int size = 56;   // after 3×3 max pooling, stride 2
        int channels = 64;
        foreach ((int stage, int width, int blocks) in new[] { (2, 64, 3), (3, 128, 4), (4, 256, 6), (5, 512, 3) })
            for (int block = 1; block <= blocks; block++)
            {
                string name = $"conv{stage}_{block}";
                int stride = stage > 2 && block == 1 ? 2 : 1;
                yield return Layer.OnImage($"{name}a", size, channels, width, 1, Padding.Valid);
                yield return Layer.OnImage($"{name}b", size, width, width, 3, Padding.Half, stride);
                if (block == 1)
                    yield return Layer.OnImage($"{name}d", size, channels, 4 * width, 1, Padding.Valid, stride);
                size /= stride;
                yield return Layer.OnImage($"{name}c", size, width, 4 * width, 1, Padding.Valid);
                channels = 4 * width;
            }
    }
}
