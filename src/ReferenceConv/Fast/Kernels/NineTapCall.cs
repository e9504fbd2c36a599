namespace ReferenceConv.Fast.Kernels;

/// <summary>What the rings of nine taps are told of a column of results. All distances are in numbers.</summary>
internal ref struct NineTapCall<T>
{
    /// <summary>
    /// The number under the middle tap of the first result: in the first row that is read, at a stride of two in the upper row of the first
    /// pair.
    /// </summary>
    public ref T Image;

    /// <summary>From row to row of the image.</summary>
    public nint ImageRow;

    /// <summary>Rows that are read; at a stride of two pairs of rows, without the lead.</summary>
    public int Rows;

    /// <summary>Rows that are read before one completes a result: 1 or 2, at a stride of two 0 or 1.</summary>
    public int Lead;

    /// <summary>
    /// Results still open after the last row, because the row that they would end with is one of zeros: 0 or 1, at a stride of two 0.
    /// </summary>
    public int Tail;

    /// <summary>Whether the first result lies at the left edge, where the tap to the left reads a zero.</summary>
    public bool IsLeftEdge;

    /// <summary>The same of the last result and the tap to the right; never at a stride of two.</summary>
    public bool IsRightEdge;

    /// <summary>The nine weights, row after row.</summary>
    public ref T Weights;

    /// <summary>What the sums begin with.</summary>
    public T Seed;

    /// <summary>From vector to vector of results.</summary>
    public nint Column;

    /// <summary>From this column to the next, if it is worth while to ask for its rows already, else 0.</summary>
    public nint Ahead;

    /// <summary>First row of the results.</summary>
    public ref T Result;

    /// <summary>From row to row of the results.</summary>
    public nint ResultRow;
}
