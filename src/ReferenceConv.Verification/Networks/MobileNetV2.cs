using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Networks;

/// <summary>
/// Inverted residuals at 224×224, width 1: 1×1 expansion, 3×3 depthwise convolution (groups = channels), 1×1 projection.
/// Source: Sandler, Howard, Zhu, Zhmoginov, Chen: MobileNetV2: Inverted Residuals and Linear Bottlenecks, 2018, table 2.
/// </summary>
/// <remarks>
/// Padding is "same" with the odd zero at the end, as in the authors' TensorFlow code: none before and one after the image at stride 2.
/// </remarks>
public static class MobileNetV2
{
    /// <summary>The network.</summary>
    public static Network Network { get; } = new("MobileNetV2", "Sandler et al. 2018", Layers());

    private static IEnumerable<Layer> Layers()
    {
        yield return Layer.OnImage("conv1", 224, 3, 32, 3, Padding.SameUpper, stride: 2);

        int size = 112;
        int channels = 32;
        int block = 0;
        foreach ((int expansion, int width, int blocks, int firstStride) in new[]
        {
            (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
        })
            for (int b = 0; b < blocks; b++)
            {
                string name = $"b{++block}";
                int stride = b == 0 ? firstStride : 1;
                int hidden = channels * expansion;
                if (expansion > 1)
                    yield return Layer.OnImage($"{name}.expand", size, channels, hidden, 1, Padding.Valid);
                yield return Layer.OnImage($"{name}.depthwise", size, hidden, hidden, 3, Padding.SameUpper, stride, groups: hidden);
                size /= stride;
                yield return Layer.OnImage($"{name}.project", size, hidden, width, 1, Padding.Valid);
                channels = width;
            }

        yield return Layer.OnImage("conv_last", size, channels, 1280, 1, Padding.Valid);
    }
}
