using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks.Peers.Layers;

/// <summary>
/// The layers that are timed: the 23 distinct convolutions of ResNet-50 v1.5 (He et al. 2015, strides in the 3×3s) and eleven others.
/// </summary>
internal static class NetworkLayers
{
    /// <summary>All 34, ResNet-50 first.</summary>
    public static ImmutableArray<NetworkLayer> All { get; } = [.. ResNet(), .. Others()];

    private static IEnumerable<NetworkLayer> ResNet()
    {
        yield return Square(3, 64, 224, 7, stride: 2, resNet: true);

        yield return Square(64, 64, 56, 1, resNet: true);
        yield return Square(64, 64, 56, 3, resNet: true);
        yield return Square(64, 256, 56, 1, resNet: true);   // also the projection of the first stage
        yield return Square(256, 64, 56, 1, resNet: true);

        for (int width = 128, side = 56; width <= 512; width *= 2, side /= 2)
        {
            yield return Square(2 * width, width, side, 1, resNet: true);
            yield return Square(width, width, side, 3, stride: 2, resNet: true);
            yield return Square(width, 4 * width, side / 2, 1, resNet: true);
            yield return Square(2 * width, 4 * width, side, 1, stride: 2, resNet: true);   // projection shortcut
            yield return Square(4 * width, width, side / 2, 1, resNet: true);
            yield return Square(width, width, side / 2, 3, resNet: true);
        }
    }

    private static IEnumerable<NetworkLayer> Others()
    {
        yield return Square(256, 256, 56, 3, word: "VGG ");
        yield return Square(64, 64, 224, 3, word: "VGG ");
        yield return Square(256, 256, 28, 3, dilation: 2, word: "dilated ");
        yield return Square(256, 256, 28, 3, groups: 32, word: "32 groups ");
        yield return Square(192, 192, 28, 3, groups: 192, word: "dw ");
        yield return Square(144, 144, 56, 3, stride: 2, groups: 144, word: "dw ");
        yield return new NetworkLayer(
            "1-D k3 512>512 @1024",
            new ConvolutionGeometry(1, 512, 512, 1, new Axis(1024, 3, padding: Padding.Half)));
        yield return Square(128, 128, 28, 31, groups: 128, word: "dw ");
        yield return Square(1, 1, 4096, 5, word: "filter ");
        yield return Transposed(256, 128, 28, kernel: 2, padding: 0);
        yield return Transposed(64, 32, 64, kernel: 4, padding: 1);
    }

    private static NetworkLayer Square(
        int inChannels,
        int outChannels,
        int side,
        int kernel,
        int stride = 1,
        int dilation = 1,
        int groups = 1,
        bool resNet = false,
        string word = "")
    {
        var axis = new Axis(side, kernel, stride, dilation, Padding.Half);
        string name = $"{word}{kernel}x{kernel}{(stride == 1 ? "" : $"/{stride}")} {inChannels}>{outChannels} @{side}";
        return new NetworkLayer(name, new ConvolutionGeometry(1, inChannels, outChannels, groups, axis, axis), IsResNet: resNet);
    }

    private static NetworkLayer Transposed(int inChannels, int outChannels, int side, int kernel, int padding)
    {
        var axis = Axis.Transposed(side, kernel, stride: 2, padding: Padding.Explicit(padding, padding));
        string name = $"transp {kernel}x{kernel}/2 {inChannels}>{outChannels} @{side}";
        return new NetworkLayer(name, new ConvolutionGeometry(1, outChannels, inChannels, 1, axis, axis), IsTransposed: true);
    }
}
