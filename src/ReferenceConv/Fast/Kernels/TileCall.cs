namespace ReferenceConv.Fast.Kernels;

/// <summary>What a micro-kernel is told of one tile. All distances are in numbers.</summary>
internal ref struct TileCall<T>
{
    /// <summary>The sum.</summary>
    public ReadOnlySpan<Segment> Segments;

    /// <summary>Where the segments' offsets count from.</summary>
    public ref T Image;

    /// <summary>From one product to the next in the image.</summary>
    public nint ImageStep;

    /// <summary>The weights, in the order of the sum.</summary>
    public ref T Weights;

    /// <summary>From one product to the next in the weights.</summary>
    public nint WeightStep;

    /// <summary>From one row to the next within a strip.</summary>
    public nint RowStep;

    /// <summary>From the last row of the first strip to the first row of the second.</summary>
    public nint Jump;

    /// <summary>What the sums begin with: vector (r, c) at r·<see cref="SeedRow"/> + c·<see cref="SeedColumn"/>.</summary>
    public ref T Seed;

    /// <summary>From row to row of the seeds.</summary>
    public nint SeedRow;

    /// <summary>From column to column of the seeds.</summary>
    public nint SeedColumn;

    /// <summary>From one column to the next: in the weights if pixels are rows, in image and tile if they are columns.</summary>
    public nint ColumnStep;

    /// <summary>
    /// What comes into the second-level cache meanwhile, a line to a product: so far behind the columns' vectors. 0 asks for what is being read.
    /// </summary>
    public nint Ahead;

    /// <summary>
    /// Where the sums go: vector (r, c) at r·<see cref="TileRow"/> + c·<see cref="TileColumn"/>, the second strip after <see cref="TileJump"/>.
    /// </summary>
    public ref T Tile;

    /// <summary>From row to row of the tile.</summary>
    public nint TileRow;

    /// <summary>From the last row of the first strip to the first row of the second.</summary>
    public nint TileJump;

    /// <summary>From column to column of the tile.</summary>
    public nint TileColumn;
}
