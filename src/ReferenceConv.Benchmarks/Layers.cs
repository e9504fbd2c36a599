using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks;

/// <summary>The layers that are measured.</summary>
internal static class Layers
{
    /// <summary>A full layer, a depthwise one, and an image filter: many, few and no channels to share a window among.</summary>
    public static ImmutableArray<(string Name, ConvolutionGeometry Geometry)> All { get; } =
    [
        ("3x3 64->64 at 56x56", Square(64, 64, 1, 56, 3)),
        ("3x3 depthwise 144 at 56x56", Square(144, 144, 144, 56, 3)),
        ("5x5 filter at 512x512", Square(1, 1, 1, 512, 5)),
    ];

    /// <summary>The layer of this name.</summary>
    public static ConvolutionGeometry Named(string name) => All.Single(layer => layer.Name == name).Geometry;

    /// <summary>−4 … 4 in turn.</summary>
    public static double[] Numbers(int length) => [.. Enumerable.Range(0, length).Select(static e => (double)(e * 7 % 9 - 4))];

    private static ConvolutionGeometry Square(int inChannels, int outChannels, int groups, int side, int kernel)
    {
        var axis = new Axis(side, kernel, padding: Padding.Half);
        return new ConvolutionGeometry(1, inChannels, outChannels, groups, axis, axis);
    }
}
