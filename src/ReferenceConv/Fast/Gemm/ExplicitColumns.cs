using System.Numerics;

namespace ReferenceConv.Fast.Gemm;

/// <summary>Panels cut from a matrix that was written out as a whole.</summary>
internal readonly ref struct ExplicitColumns<T> : IColumns<T>
    where T : IAdditiveIdentity<T, T>
{
    private readonly RowMajor<T> matrix;

    /// <summary>Panels of this matrix [C/g·|r| × |o|].</summary>
    public ExplicitColumns(RowMajor<T> matrix) => this.matrix = matrix;

    /// <inheritdoc/>
    public void CopyPanel(Span<T> panel, int width, int firstRow, int firstColumn, int columns)
    {
        for (int p = 0; p < panel.Length / width; p++)
        {
            Span<T> row = panel.Slice(p * width, width);
            matrix.Elements.AsSpan((firstRow + p) * matrix.Columns + firstColumn, columns).CopyTo(row);
            row[columns..].Fill(T.AdditiveIdentity);
        }
    }
}
