namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// How a tile of the output lies in the registers: rows × columns accumulators. Constants of a type, so that the compiler drops what a
/// smaller shape does not use.
/// </summary>
internal interface ITileShape
{
    /// <summary>Rows of accumulators.</summary>
    static abstract int Rows { get; }

    /// <summary>Accumulators in a row, 1 to 3.</summary>
    static abstract int Columns { get; }

    /// <summary>Rows that stand one step apart; then the tile jumps to another place. At most 7 if it does.</summary>
    static abstract int Strip { get; }

    /// <summary>Whether the rows' numbers come from the image and the columns' vectors from the weights, or the other way round.</summary>
    static abstract bool ImageInRows { get; }
}
