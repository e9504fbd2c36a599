using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Networks;

/// <summary>
/// Eight 3×3×3 convolutions over 16 frames of 112×112; the first pooling is 1×2×2, the others 2×2×2.
/// Source: Tran, Bourdev, Fergus, Torresani, Paluri: Learning Spatiotemporal Features with 3D Convolutional Networks, 2015, figure 3.
/// </summary>
public static class C3D
{
    /// <summary>The network.</summary>
    public static Network Network { get; } = new(
        "C3D",
        "Tran et al. 2015",
        [
            Of("conv1a", 16, 112, 3, 64),
            Of("conv2a", 16, 56, 64, 128),
            Of("conv3a", 8, 28, 128, 256),
            Of("conv3b", 8, 28, 256, 256),
            Of("conv4a", 4, 14, 256, 512),
            Of("conv4b", 4, 14, 512, 512),
            Of("conv5a", 2, 7, 512, 512),
            Of("conv5b", 2, 7, 512, 512),
        ]);

    private static Layer Of(string name, int frames, int size, int inChannels, int outChannels)
    {
        var time = new Axis(frames, 3, padding: Padding.Half);
        var space = new Axis(size, 3, padding: Padding.Half);
        return new Layer(name, new ConvolutionGeometry(1, inChannels, outChannels, 1, time, space, space));
    }
}
