using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>What a <see cref="TileCall{T}"/> tells, with spans in place of its references.</summary>
internal readonly ref struct SpanCall<T>(TileCall<T> call, Span<T> image, Span<T> weights, Span<T> seeds, Span<T> tile)
{
    /// <inheritdoc cref="TileCall{T}.Segments"/>
    public readonly ReadOnlySpan<Segment> Segments = call.Segments;

    /// <inheritdoc cref="TileCall{T}.Image"/>
    public readonly Span<T> Image = image;

    /// <inheritdoc cref="TileCall{T}.ImageStep"/>
    public readonly int ImageStep = (int)call.ImageStep;

    /// <inheritdoc cref="TileCall{T}.Weights"/>
    public readonly Span<T> Weights = weights;

    /// <inheritdoc cref="TileCall{T}.RowStep"/>
    public readonly int RowStep = (int)call.RowStep;

    /// <inheritdoc cref="TileCall{T}.SecondStrip"/>
    public readonly int SecondStrip = (int)call.SecondStrip;

    /// <summary>What the sums begin with.</summary>
    public readonly Span<T> Seeds = seeds;

    /// <inheritdoc cref="TileCall{T}.SeedRow"/>
    public readonly int SeedRow = (int)call.SeedRow;

    /// <inheritdoc cref="TileCall{T}.SeedColumn"/>
    public readonly int SeedColumn = (int)call.SeedColumn;

    /// <inheritdoc cref="TileCall{T}.ColumnStep"/>
    public readonly int ColumnStep = (int)call.ColumnStep;

    /// <summary>Where the sums go.</summary>
    public readonly Span<T> Tile = tile;

    /// <inheritdoc cref="TileCall{T}.TileRow"/>
    public readonly int TileRow = (int)call.TileRow;

    /// <inheritdoc cref="TileCall{T}.SecondTile"/>
    public readonly int SecondTile = (int)call.SecondTile;

    /// <inheritdoc cref="TileCall{T}.TileColumn"/>
    public readonly int TileColumn = (int)call.TileColumn;
}
