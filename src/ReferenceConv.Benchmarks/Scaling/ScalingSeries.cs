using System.Collections.Immutable;
using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks.Scaling;

/// <summary>Layers that differ in one size.</summary>
internal sealed record ScalingSeries(string Title, ImmutableArray<ScalingPoint> Points)
{
    private static readonly ImmutableArray<int> Threads =
        [.. new[] { 1, 2, 4 }.Where(static threads => threads <= Environment.ProcessorCount)];

    /// <summary>Everything that is measured.</summary>
    public static ImmutableArray<ScalingSeries> All { get; } =
    [
        new("side, 3x3 64>64", [.. new[] { 14, 28, 56, 112, 224 }.Select(static side => new ScalingPoint($"{side}", Square(1, 64, side)))]),
        new("channels, 3x3 @28",
            [.. new[] { 16, 32, 64, 128, 256, 512 }.Select(static count => new ScalingPoint($"{count}", Square(1, count, 28)))]),
        new("batch, 3x3 64>64 @28", [.. new[] { 1, 2, 4, 8 }.Select(static batch => new ScalingPoint($"{batch}", Square(batch, 64, 28)))]),
        new("threads, 3x3 64>64 @14", [.. Threads.Select(static threads => new ScalingPoint($"{threads}", Square(1, 64, 14), threads))]),
        new("threads, 3x3 64>64 @56", [.. Threads.Select(static threads => new ScalingPoint($"{threads}", Square(1, 64, 56), threads))]),
        new("weights, 3x3 512>512 @7", [new("512 x 4608", Square(1, 512, 7))]),
    ];

    private static NetworkLayer Square(int batch, int channels, int side)
    {
        var axis = new Axis(side, 3, padding: Padding.Half);
        var geometry = new ConvolutionGeometry(batch, channels, channels, 1, axis, axis);
        return new NetworkLayer($"3x3 {channels}>{channels} @{side}, batch {batch}", geometry);
    }
}
