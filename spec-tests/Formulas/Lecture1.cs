namespace ReferenceConv.SpecTests.Formulas;

/// <summary>What lecture 1's Laplacian-of-Gaussian slide works out to, and the plain loops its tests compare with.</summary>
internal static class Lecture1
{
    /// <summary>The exact product of the printed 5×5 G and 3×3 L, in the middle 5×5 cells.</summary>
    public static readonly decimal[,] ExactProduct =
    {
        { 0.0017m, 0.0203m, 0.0570m, 0.0203m, 0.0017m },
        { 0.0203m, 0.1793m, 0.1896m, 0.1793m, 0.0203m },
        { 0.0570m, 0.1896m, -1.8434m, 0.1896m, 0.0570m },
        { 0.0203m, 0.1793m, 0.1896m, 0.1793m, 0.0203m },
        { 0.0017m, 0.0203m, 0.0570m, 0.0203m, 0.0017m },
    };

    /// <summary>The 5×5 image of lecture 2, to filter.</summary>
    public static readonly decimal[,] Image =
    {
        { 1, 0, 0, 1, 2 }, { 0, 0, 0, 3, 0 }, { 0, 1, 2, 1, 1 }, { 1, 1, 3, 0, 0 }, { 3, 0, 0, 0, 1 },
    };

    /// <summary>
    /// Σ x[i−m, j−n] · w[m, n] wherever the two overlap, the image's zeros read one by one: nothing clever that could be wrong.
    /// </summary>
    public static decimal[,] FullConvolution(decimal[,] x, decimal[,] w)
    {
        var y = new decimal[x.GetLength(0) + w.GetLength(0) - 1, x.GetLength(1) + w.GetLength(1) - 1];
        for (int i = 0; i < y.GetLength(0); i++)
            for (int j = 0; j < y.GetLength(1); j++)
                for (int m = 0; m < w.GetLength(0); m++)
                    for (int n = 0; n < w.GetLength(1); n++)
                        if (i - m >= 0 && i - m < x.GetLength(0) && j - n >= 0 && j - n < x.GetLength(1))
                            y[i, j] += x[i - m, j - n] * w[m, n];
        return y;
    }

    /// <summary>The middle of the full convolution, as large as the image; for kernels with a middle.</summary>
    public static decimal[,] SameConvolution(decimal[,] x, decimal[,] w) =>
        Window(FullConvolution(x, w), w.GetLength(0) / 2, w.GetLength(1) / 2, x.GetLength(0), x.GetLength(1));

    /// <summary>The rows × columns cells of <paramref name="x"/> from (top, left) on.</summary>
    public static T[,] Window<T>(T[,] x, int top, int left, int rows, int columns)
    {
        var window = new T[rows, columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                window[i, j] = x[top + i, left + j];
        return window;
    }

    /// <summary>|a − b| in each cell, row by row.</summary>
    public static decimal[] Distances(decimal[,] a, decimal[,] b) =>
        [.. a.Cast<decimal>().Zip(b.Cast<decimal>(), (p, q) => Math.Abs(p - q))];
}
