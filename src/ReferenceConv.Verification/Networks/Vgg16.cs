using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Networks;

/// <summary>
/// The 16-layer network of 3×3 convolutions at 224×224, configuration D; its three dense layers are not convolutions.
/// Source: Simonyan, Zisserman: Very Deep Convolutional Networks for Large-Scale Image Recognition, 2014, table 1.
/// </summary>
public static class Vgg16
{
    /// <summary>The network.</summary>
    public static Network Network { get; } = new("VGG-16", "Simonyan, Zisserman 2014", Layers());

    private static IEnumerable<Layer> Layers()
    {
        int size = 224;
        int channels = 3;
        foreach ((int stage, int width, int layers) in new[] { (1, 64, 2), (2, 128, 2), (3, 256, 3), (4, 512, 3), (5, 512, 3) })
        {
            for (int layer = 1; layer <= layers; layer++)
            {
                yield return Layer.OnImage($"conv{stage}_{layer}", size, channels, width, 3, Padding.Half);
                channels = width;
            }

            size /= 2;   // 2×2 max pooling
        }
    }
}
