using ReferenceConv.Geometry;

namespace ReferenceConv.Fast;

/// <summary>A matrix whose rows lie one after another: element (r, c) at r·<see cref="Columns"/> + c.</summary>
internal readonly record struct RowMajor<T>(int Rows, int Columns, T[] Elements)
{
    /// <summary>A matrix with <paramref name="value"/> everywhere.</summary>
    public static RowMajor<T> Filled(int rows, int columns, T value)
    {
        var elements = new T[Require.Elements("elements of a matrix", rows, columns)];
        Array.Fill(elements, value);
        return new RowMajor<T>(rows, columns, elements);
    }

    /// <summary>Element (r, c).</summary>
    public ref T this[int r, int c] => ref Elements[r * Columns + c];

    /// <summary>(r, c) ↦ (c, r).</summary>
    public RowMajor<T> Transposed()
    {
        var transposed = new RowMajor<T>(Columns, Rows, new T[Elements.Length]);
        for (int r = 0; r < Rows; r++)
            for (int c = 0; c < Columns; c++)
                transposed[c, r] = this[r, c];
        return transposed;
    }
}
