using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Networks;

/// <summary>
/// Two unpadded 3×3 convolutions per level, 2×2 max pooling down to 1024 channels, and 2×2 up-convolutions (transposed, stride 2) back.
/// Source: Ronneberger, Fischer, Brox: U-Net: Convolutional Networks for Biomedical Image Segmentation, 2015, figure 1.
/// </summary>
/// <remarks>The paper's tile is 572×572. A full run takes 188×188, which halves evenly at every level as well.</remarks>
public static class UNet
{
    private const int Levels = 5;

    /// <summary>The network.</summary>
    public static Network Network { get; } = new("U-Net", "Ronneberger et al. 2015", Layers(572)) { FullLayers = [.. Layers(188)] };

    /// <summary>The 23 convolutions for a square input.</summary>
    private static IEnumerable<Layer> Layers(int size)
    {
        int channels = 1;
        for (int level = 1; level <= Levels; level++)
        {
            int width = Width(level);
            yield return Layer.OnImage($"down{level}a", size, channels, width, 3, Padding.Valid);
            yield return Layer.OnImage($"down{level}b", size - 2, width, width, 3, Padding.Valid);
            size = level == Levels ? size - 4 : (size - 4) / 2;
            channels = width;
        }

        for (int level = Levels - 1; level >= 1; level--)
        {
            int width = Width(level);
            Axis up = Axis.Transposed(size, 2, stride: 2);
            yield return new Layer($"up{level}", new ConvolutionGeometry(1, width, 2 * width, 1, up, up)) { IsTransposed = true };
            size *= 2;
            yield return Layer.OnImage($"up{level}a", size, 2 * width, width, 3, Padding.Valid);
            yield return Layer.OnImage($"up{level}b", size - 2, width, width, 3, Padding.Valid);
            size -= 4;
        }

        yield return Layer.OnImage("classes", size, Width(1), 2, 1, Padding.Valid);
    }

    private static int Width(int level) => 32 << level;
}
