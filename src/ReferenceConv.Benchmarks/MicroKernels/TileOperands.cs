using System.Numerics;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Tiles;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>
/// What a tile of the output is computed from, laid out as the engines do: with channels in the lanes, pixels of 64 channels stored
/// together and panels of weights; with pixels in the lanes, planes.
/// </summary>
internal sealed class TileOperands<T, TShape>
    where T : INumberBase<T>
    where TShape : ITileShape
{
    /// <summary>Products of a sum: 128, of channels in blocks of 64.</summary>
    public const int Products = 128;

    private const int Block = 64;

    private readonly int lanes;
    private readonly AlignedBuffer<T> image;
    private readonly AlignedBuffer<T> weights;
    private readonly AlignedBuffer<T> seeds;
    private readonly AlignedBuffer<T> tile;

    /// <summary>Operands for vectors of this many lanes.</summary>
    public TileOperands(int lanes)
    {
        this.lanes = lanes;
        int vectors = TShape.Columns * lanes;
        image = new AlignedBuffer<T>(Products * (TShape.ImageInRows ? TShape.Rows : vectors));
        weights = new AlignedBuffer<T>(Products * (TShape.ImageInRows ? vectors : TShape.Rows));
        (seeds, tile) = (new AlignedBuffer<T>(vectors * TShape.Rows), new AlignedBuffer<T>(vectors * TShape.Rows));
        SmallIntegers.Fill(image.Span, 7);
        SmallIntegers.Fill(weights.Span, 5);
        seeds.Span.Clear();
        Segments = TShape.ImageInRows
            ? [.. Enumerable.Range(0, Products / Block).Select(static block => new Segment(block * TShape.Rows * Block, Block))]
            : [new Segment(0, Products)];
    }

    /// <summary>The sum.</summary>
    public Segment[] Segments { get; }

    /// <summary>Operations: two for each product of each number in the tile.</summary>
    public double Flops => 2.0 * Products * TShape.Rows * TShape.Columns * lanes;

    /// <summary>The image.</summary>
    public ReadOnlySpan<T> Image => image.Span;

    /// <summary>The weights.</summary>
    public ReadOnlySpan<T> Weights => weights.Span;

    /// <summary>What the sums begin with.</summary>
    public ReadOnlySpan<T> Seeds => seeds.Span;

    /// <summary>The tile, row after row.</summary>
    public Span<T> Tile => tile.Span;

    /// <summary>From row to row of operands.</summary>
    public int RowStep { get; } = TShape.ImageInRows ? Block : 1;

    /// <summary>What the kernel is told.</summary>
    public TileCall<T> Call()
    {
        int vectors = TShape.Columns * lanes;
        return new TileCall<T>
        {
            Segments = Segments,
            Image = ref image.Span[0],
            ImageStep = vectors,
            Weights = ref weights.Span[0],
            RowStep = RowStep,
            SecondStrip = TShape.Strip * RowStep,
            Seed = ref seeds.Span[0],
            SeedRow = vectors,
            SeedColumn = lanes,
            ColumnStep = lanes,
            Tile = ref tile.Span[0],
            TileRow = vectors,
            SecondTile = TShape.Strip * vectors,
            TileColumn = lanes,
        };
    }

    /// <summary>The same for a kernel with spans.</summary>
    public SpanCall<T> Spans() => new(Call(), image.Span, weights.Span, seeds.Span, tile.Span);
}
