using System.Collections.Immutable;
using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks.Ladder;

/// <summary>What the rungs compute.</summary>
internal static class LadderLayers
{
    private static readonly Axis Filter = new(1024, 5, padding: Padding.Half);

    /// <summary>Three layers of ResNet-50: many outputs, no windows at all, and many weights.</summary>
    public static ImmutableArray<NetworkLayer> Plain { get; } = [Named("3x3 64>64 @56"), Named("1x1 256>64 @56"), Named("3x3 512>512 @7")];

    /// <summary>Shapes for which a matrix product is the wrong tool: its rows are as many as the group has output channels.</summary>
    public static ImmutableArray<NetworkLayer> Special { get; } =
    [
        Named("dw 3x3 192>192 @28"),
        new("filter 5x5 1>1 @1024", ConvolutionGeometry.SingleChannel(Filter, Filter)),
        Named("32 groups 3x3 256>256 @28"),
        Named("transp 4x4/2 64>32 @64"),
    ];

    /// <summary>Integers −4 … 4 in turn, so that every sum of a layer is exact in every order.</summary>
    public static float[] Numbers(int length) => [.. Layers.Numbers(length).Select(static number => (float)number)];

    private static NetworkLayer Named(string name) => NetworkLayers.All.Single(layer => layer.Name == name);
}
