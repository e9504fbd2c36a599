using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Correlation seen as a window that slides over the input: cut a window out, lay it flat, take the inner product with the
/// flattened kernel (<see cref="Matrix.Vec"/>). The windows as the rows of a matrix are called im2col, and the correlation is one matrix
/// times one vector.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class SlidingWindow<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>[S2.10, S3.24] rows[(i,j), (m,n)] = x[i+m, j+n]: one row per window position, one column per tap, both row-major.</summary>
    /// <param name="x">The image, D₁ × D₂.</param>
    /// <param name="K1">Window height, 1 ≤ K₁ ≤ D₁.</param>
    /// <param name="K2">Window width, 1 ≤ K₂ ≤ D₂.</param>
    /// <returns>(D₁−K₁+1)(D₂−K₂+1) rows of K₁K₂ samples.</returns>
    /// <exception cref="ArgumentException">The window is empty or larger than the image.</exception>
    [Formula("S2.10", "S3.24")]
    public static T[,] Rows(T[,] x, int K1, int K2)
    {
        Require.Fits(x.GetLength(0), K1);
        Require.Fits(x.GetLength(1), K2);

        int O1 = x.GetLength(0) - K1 + 1, O2 = x.GetLength(1) - K2 + 1;
        var rows = new T[O1 * O2, K1 * K2];

        for (int i = 0; i < O1; i++)
            for (int j = 0; j < O2; j++)
                for (int m = 0; m < K1; m++)
                    for (int n = 0; n < K2; n++)
                        rows[(i * O2) + j, (m * K2) + n] = x[i + m, j + n];

        return rows;
    }

    /// <summary>[S2.10, S4.11] Each row's inner product with the kernel: Σₖ rows[o, k] · w[k].</summary>
    /// <param name="rows">The windows, O × K.</param>
    /// <param name="w">The kernel laid out like a window, K taps.</param>
    /// <returns>O sums.</returns>
    /// <exception cref="ArgumentException">The windows and the kernel differ in size.</exception>
    [Formula("S2.10", "S4.11")]
    public static T[] InnerProducts(T[,] rows, T[] w)
    {
        Require.That(rows.GetLength(1) == w.Length, $"kernel size K must equal the window size {rows.GetLength(1)}, was {w.Length}");

        var y = new T[rows.GetLength(0)];
        for (int o = 0; o < y.Length; o++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < w.Length; k++)
                sum += rows[o, k] * w[k];
            y[o] = sum;
        }

        return y;
    }
}
