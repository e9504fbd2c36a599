using ReferenceConv.Fast;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Fast.Kernels;

/// <summary>
/// What these tests do when they are started as a program: one convolution for each tile of <see cref="Tile.All"/>, so that the compiler
/// can be watched.
/// </summary>
internal static class TileHost
{
    private const int Channels = 32;

    /// <summary>Computes them all.</summary>
    public static void Main()
    {
        foreach (Tile tile in Tile.All)
        {
            var axis = new Axis(tile.Side, 3, padding: Padding.Half);
            var geometry = new ConvolutionGeometry(1, Channels, Channels, 1, axis, axis);
            var convolution = new FastConvolution<float>(1, tile.Width, tile.Tiling);
            convolution.Prepare(geometry, new float[geometry.WeightLength]).Run(
                new float[geometry.InputLength], new float[geometry.OutputLength]);
        }
    }
}
