namespace ReferenceConv.Cli.Explain;

/// <summary>Row-major positions: from a flat index to coordinates and back.</summary>
internal static class Coordinates
{
    /// <summary>The coordinates of a flat index in an array of these sizes.</summary>
    public static int[] Of(int flat, IReadOnlyList<int> sizes)
    {
        var coordinates = new int[sizes.Count];
        for (int a = sizes.Count - 1; a >= 0; a--)
        {
            coordinates[a] = flat % sizes[a];
            flat /= sizes[a];
        }

        return coordinates;
    }

    /// <summary>The flat index of coordinates in an array of these sizes.</summary>
    public static int Flat(IReadOnlyList<int> coordinates, IReadOnlyList<int> sizes)
    {
        int flat = 0;
        for (int a = 0; a < sizes.Count; a++)
            flat = flat * sizes[a] + coordinates[a];
        return flat;
    }

    /// <summary>For example <c>(1,2)</c>.</summary>
    public static string Text(IEnumerable<int> coordinates) => $"({string.Join(',', coordinates)})";

    /// <summary>For example <c>5×4</c>.</summary>
    public static string Sizes(IEnumerable<int> sizes) => string.Join('×', sizes);
}
