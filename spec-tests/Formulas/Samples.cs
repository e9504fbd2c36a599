namespace ReferenceConv.SpecTests.Formulas;

/// <summary>Small integer signals and images without symmetry, so that no flip, shift or transposition goes unseen.</summary>
internal static class Samples
{
    /// <summary>1, 2, …, n.</summary>
    public static int[] Count(int n) => [.. Enumerable.Range(1, n)];

    /// <summary>Numbers from −5 to 5 without a pattern to the eye.</summary>
    public static int[] Signal(int n) => [.. Enumerable.Range(0, n).Select(i => (7 * i * i + 3 * i + 2) % 11 - 5)];

    public static int[,] Image(int rows, int columns) => Fill(rows, columns, Signal(rows * columns));

    public static T[,] Fill<T>(int rows, int columns, T[] values)
    {
        var image = new T[rows, columns];
        for (int i = 0; i < values.Length; i++)
            image[i / columns, i % columns] = values[i];
        return image;
    }

    public static T[,,] Fill<T>(int channels, int rows, int columns, T[] values)
    {
        var image = new T[channels, rows, columns];
        for (int i = 0; i < values.Length; i++)
            image[i / (rows * columns), i / columns % rows, i % columns] = values[i];
        return image;
    }

    public static T[,,,] Fill<T>(int a, int b, int c, int d, T[] values)
    {
        var weights = new T[a, b, c, d];
        for (int i = 0; i < values.Length; i++)
            weights[i / (b * c * d), i / (c * d) % b, i / d % c, i % d] = values[i];
        return weights;
    }

    /// <summary>The signal with P zeros on each side.</summary>
    public static int[] Padded(int[] x, int P) => [.. new int[P], .. x, .. new int[P]];

    /// <summary>The image with P₁ rows of zeros above and below, P₂ columns left and right.</summary>
    public static int[,] Padded(int[,] x, int P1, int P2)
    {
        var padded = new int[x.GetLength(0) + 2 * P1, x.GetLength(1) + 2 * P2];
        for (int i = 0; i < x.GetLength(0); i++)
            for (int j = 0; j < x.GetLength(1); j++)
                padded[i + P1, j + P2] = x[i, j];
        return padded;
    }

    /// <summary>The signal moved v places to the right, zeros entering, nothing growing.</summary>
    public static int[] Shifted(int[] x, int v) => [.. x.Select((_, i) => 0 <= i - v && i - v < x.Length ? x[i - v] : 0)];

    public static int[] Row(int[,] matrix, int i) => [.. Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j])];

    public static int[] Column(int[,] matrix, int j) => [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i => matrix[i, j])];

    /// <summary>⟨a, b⟩ = Σ aᵢ·bᵢ over arrays of one shape.</summary>
    public static int Inner(Array a, Array b) => a.Cast<int>().Zip(b.Cast<int>(), (p, q) => p * q).Sum();

    /// <summary>The channel c alone.</summary>
    public static T[,] Channel<T>(T[,,] x, int c) =>
        Fill(x.GetLength(1), x.GetLength(2),
            [.. x.Cast<T>().Skip(c * x.GetLength(1) * x.GetLength(2)).Take(x.GetLength(1) * x.GetLength(2))]);
}
