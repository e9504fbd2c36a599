using System.Collections.Immutable;

namespace ReferenceConv.Verification.Networks;

/// <summary>The networks whose layers are verified.</summary>
public static class NetworkBook
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Network> All { get; } =
    [
        ResNet50.Network,
        Vgg16.Network,
        MobileNetV2.Network,
        DeepLabHead.Network,
        UNet.Network,
        WaveNetTcn.Network,
        C3D.Network,
    ];
}
