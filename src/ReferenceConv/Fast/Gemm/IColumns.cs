namespace ReferenceConv.Fast.Gemm;

/// <summary>
/// The matrix B [k × n] of a product, which is only ever asked for a panel: some rows of some neighbouring columns. Whether there is such a
/// matrix is the panel's secret.
/// </summary>
internal interface IColumns<T>
{
    /// <summary>panel[p, j] = B[firstRow + p, firstColumn + j], zeros in the columns that B does not have.</summary>
    /// <param name="panel">Receives the panel, row after row.</param>
    /// <param name="width">Columns of the panel.</param>
    /// <param name="firstRow">Row of B.</param>
    /// <param name="firstColumn">Column of B.</param>
    /// <param name="columns">How many of the panel's columns are B's, 1 to <paramref name="width"/>.</param>
    void CopyPanel(Span<T> panel, int width, int firstRow, int firstColumn, int columns);
}
