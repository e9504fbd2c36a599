namespace ReferenceConv.Fast.Gemm;

/// <summary>
/// The matrix C [K/g × |o|] of a product where it belongs in y: row k, column j at k·|o| + positions[j]. The columns of an ordinary
/// convolution lie side by side, those of a tiled one with gaps between them.
/// </summary>
internal readonly ref struct OutputRows<T>
{
    private readonly Span<T> y;
    private readonly ReadOnlySpan<int> positions;

    /// <summary>Rows of y.</summary>
    /// <param name="y">y from its row 0 on.</param>
    /// <param name="step">From row to row.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="positions">Where each column stands in its row, ascending.</param>
    public OutputRows(Span<T> y, int step, int rows, ReadOnlySpan<int> positions)
    {
        this.y = y;
        this.positions = positions;
        (Step, Rows) = (step, rows);
    }

    /// <summary>From row to row.</summary>
    public int Step { get; }

    /// <summary>m.</summary>
    public int Rows { get; }

    /// <summary>n.</summary>
    public int Columns => positions.Length;

    /// <summary>C[k, j].</summary>
    public ref T this[int k, int j] => ref y[k * Step + positions[j]];

    /// <summary>Whether the columns lie side by side.</summary>
    public bool ColumnsAreNeighbours => positions[^1] - positions[0] == Columns - 1;

    /// <summary>So many rows and columns from a place on, or as many as there are.</summary>
    public OutputRows<T> Part(int firstRow, int rows, int firstColumn, int columns) => new(
        y[(firstRow * Step)..],
        Step,
        Math.Min(rows, Rows - firstRow),
        positions.Slice(firstColumn, Math.Min(columns, Columns - firstColumn)));

    /// <summary>Writes one number into every column of row k.</summary>
    public void Fill(int k, T value)
    {
        foreach (int position in positions)
            y[k * Step + position] = value;
    }
}
