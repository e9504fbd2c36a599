using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Networks;

namespace ReferenceConv.Verification.Schedules;

/// <summary>Real layers for a check: between them every kind that the networks of <see cref="NetworkBook"/> have.</summary>
public static class LayerSchedule
{
    private static readonly (Network Network, string Layer)[] Chosen =
    [
        (ResNet50.Network, "conv1"),                 // 7×7, stride 2, three channels
        (ResNet50.Network, "conv2_1a"),              // 1×1
        (ResNet50.Network, "conv3_1b"),              // 3×3, stride 2
        (ResNet50.Network, "conv3_1d"),              // 1×1, stride 2: more than the kernel
        (Vgg16.Network, "conv3_1"),                  // 3×3
        (ResNet50.Network, "conv4_2b"),              // 3×3, 256 channels
        (MobileNetV2.Network, "b1.depthwise"),       // depthwise
        (MobileNetV2.Network, "b4.depthwise"),       // stride 2, one zero at the end only
        (MobileNetV2.Network, "b17.project"),        // 960 channels to 320
        (DeepLabHead.Network, "grid.rate4"),         // dilated
        (DeepLabHead.Network, "classes"),            // 21 channels: no multiple of a vector
        (DeepLabHead.Network, "aspp.1x1"),           // 2048 channels
        (UNet.Network, "up3"),                       // transposed
        (WaveNetTcn.Network, "wave.gate8"),          // 1-D, two taps, causal
        (WaveNetTcn.Network, "wave.skip"),           // 1-D, 1×1
        (WaveNetTcn.Network, "tcn.level4"),          // 1-D, 25 channels
        (C3D.Network, "conv1a"),                     // 3-D, three channels
        (C3D.Network, "conv2a"),                     // 3-D
        (Excerpts.Network, "alexnet.conv1"),         // 11×11, stride 4
        (Excerpts.Network, "resnext.conv3"),         // 32 groups of four channels
        (Excerpts.Network, "vit.patch"),             // 16×16, stride 16
        (Excerpts.Network, "dcgan.up"),              // transposed 4×4, stride 2, padding 1
        (Excerpts.Network, "depthwise.batch"),       // depthwise, six images
        (Excerpts.Network, "image"),                 // more than 2²⁰ elements
    ];

    private static readonly (string Name, ConvolutionGeometry Geometry)[] Pooled =
    [
        ("VGG-16 pool1", Pooling(64, 224, 2, 2, Padding.Valid)),
        ("ResNet-50 pool1", Pooling(64, 112, 3, 2, Padding.Explicit(1, 1))),
        ("ResNet-50 pool5", Pooling(2048, 7, 7, 1, Padding.Valid)),
        ("Inception pool", Pooling(192, 28, 3, 1, Padding.Half)),
        ("AlexNet pool1", Pooling(96, 55, 3, 2, Padding.Valid)),
    ];

    private static readonly ImmutableArray<ConvolutionOperator> OfConvolution =
        [.. ConvolutionOperators.Trilinear, ConvolutionOperator.BiasGradient];

    /// <summary>Names of all layers, for example <c>ResNet-50 conv3_1b</c>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Chosen.Select(NameOf), .. Pooled.Select(static pooled => pooled.Name)];

    /// <summary>Every layer twice, once with its channels on a small image, once with its rows and few channels; poolings once.</summary>
    /// <param name="capabilities">
    /// What the candidate claims; layers that no claimed operator can do are left out. A forward operator has a bias if that is claimed.
    /// </param>
    /// <param name="multiplyAdds">
    /// Layers are made smaller until they take at most this many, or cannot be smaller; see <see cref="Reduction.Within"/>.
    /// </param>
    /// <param name="seed">Selects the numbers.</param>
    public static ImmutableArray<ScheduledCase> Of(Capabilities capabilities, long multiplyAdds, ulong seed)
    {
        var layers = ImmutableArray.CreateBuilder<ScheduledCase>();
        foreach ((Network network, string layer) in Chosen)
        {
            ConvolutionGeometry paper = network.Layers.Single(one => one.Name == layer).Geometry;
            ConvolutionGeometry byPixels = Reduction.Within(multiplyAdds, paper);
            ConvolutionGeometry byChannels = LayerReduction.ByChannels(multiplyAdds, paper);
            Add($"{network.Name} {layer}", byPixels, OfConvolution);
            if ($"{byChannels}" != $"{byPixels}")
                Add($"{network.Name} {layer}, fewer channels", byChannels, OfConvolution);
        }

        foreach ((string name, ConvolutionGeometry geometry) in Pooled)
            Add(name, LayerReduction.ByChannels(multiplyAdds, geometry), ConvolutionOperators.Pooling);
        return layers.ToImmutable();

        void Add(string name, ConvolutionGeometry geometry, ImmutableArray<ConvolutionOperator> operators)
        {
            if (operators.Any(op => capabilities.Lacks(geometry, op, hasBias: false) is null))
                layers.Add(new ScheduledCase(
                    ConvolutionCase.Of(geometry, (int)(seed % 256), capabilities.Bias), AskedRules.Layer, name)
                { Operators = operators });
        }
    }

    private static ConvolutionGeometry Pooling(int channels, int size, int kernel, int stride, Padding padding)
    {
        var axis = new Axis(size, kernel, stride, padding: padding);
        return new ConvolutionGeometry(1, channels, channels, channels, axis, axis);
    }

    private static string NameOf((Network Network, string Layer) chosen) => $"{chosen.Network.Name} {chosen.Layer}";
}
