namespace ReferenceConv.Verification.Laws;

/// <summary>Flat arrays as the two-dimensional ones of the lectures, and back.</summary>
internal static class Plane
{
    /// <summary>Element (r, c) is elements[start + r·columns + c].</summary>
    public static T[,] Of<T>(T[] elements, int rows, int columns, int start = 0)
    {
        var plane = new T[rows, columns];
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                plane[r, c] = elements[start + r * columns + c];
        return plane;
    }

    /// <summary>The elements, row by row; of more than two axes, row-major.</summary>
    public static T[] Elements<T>(Array plane) => [.. plane.Cast<T>()];
}
