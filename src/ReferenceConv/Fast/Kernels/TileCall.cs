namespace ReferenceConv.Fast.Kernels;

/// <summary>What a micro-kernel is told of one tile. All distances are in numbers.</summary>
internal ref struct TileCall<T>
{
    /// <summary>The sum.</summary>
    public ReadOnlySpan<Segment> Segments;

    /// <summary>Where the segments' offsets count from.</summary>
    public ref T Image;

    /// <summary>From one product to the next in the image, if pixels are columns; channels stand side by side if pixels are rows.</summary>
    public nint ImageStep;

    /// <summary>
    /// The weights, in the order of the sum and without a gap: for each product one of every row, or two vectors if pixels are rows, also
    /// if a tile has only one column.
    /// </summary>
    public ref T Weights;

    /// <summary>From one row to the next within a strip of the image, if pixels are rows.</summary>
    public nint RowStep;

    /// <summary>From the first row of the first strip to that of the second.</summary>
    public nint SecondStrip;

    /// <summary>What the sums begin with: vector (r, c) at r·<see cref="SeedRow"/> + c·<see cref="SeedColumn"/>.</summary>
    public ref T Seed;

    /// <summary>From row to row of the seeds.</summary>
    public nint SeedRow;

    /// <summary>From column to column of the seeds.</summary>
    public nint SeedColumn;

    /// <summary>From one column to the next in the image, if pixels are columns.</summary>
    public nint ColumnStep;

    /// <summary>
    /// What comes into the second-level cache meanwhile, a line to a product: so far behind the columns' vectors. 0 asks for what is being
    /// read.
    /// </summary>
    public nint Ahead;

    /// <summary>
    /// Where the sums go: vector (r, c) at r·<see cref="TileRow"/> + c·<see cref="TileColumn"/>, r counted from <see cref="SecondTile"/> in
    /// the second strip.
    /// </summary>
    public ref T Tile;

    /// <summary>From row to row of the tile.</summary>
    public nint TileRow;

    /// <summary>From the first row of the first strip to that of the second.</summary>
    public nint SecondTile;

    /// <summary>From column to column of the tile.</summary>
    public nint TileColumn;
}
