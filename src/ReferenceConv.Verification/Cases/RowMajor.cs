namespace ReferenceConv.Verification.Cases;

/// <summary>Row-major positions in an array of given sizes, the last axis the fastest.</summary>
public static class RowMajor
{
    /// <summary>The coordinates of a flat index: (index ÷ product of the later sizes) mod the size of the axis.</summary>
    /// <param name="index">In 0 … product of the sizes − 1; not checked.</param>
    /// <param name="sizes">One per axis, ≥ 1.</param>
    public static int[] Coordinates(int index, ReadOnlySpan<int> sizes)
    {
        var coordinates = new int[sizes.Length];
        for (int a = sizes.Length - 1; a >= 0; a--)
        {
            coordinates[a] = index % sizes[a];
            index /= sizes[a];
        }

        return coordinates;
    }

    /// <summary>The flat index of coordinates: Σ coordinate · product of the later sizes.</summary>
    /// <param name="coordinates">One per axis, each in 0 … size − 1; not checked.</param>
    /// <param name="sizes">One per axis.</param>
    public static int Index(ReadOnlySpan<int> coordinates, ReadOnlySpan<int> sizes)
    {
        int index = 0;
        for (int a = 0; a < sizes.Length; a++)
            index = index * sizes[a] + coordinates[a];
        return index;
    }
}
