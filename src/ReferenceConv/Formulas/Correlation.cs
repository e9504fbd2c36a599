using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Cross-correlation: the kernel slides over the signal as it is, without a flip. The lectures write ∘ or ⋆ for it and call it
/// convolution in their code; here it has a name, and its arguments are always (signal, kernel) (errata E14, E15).
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
/// <remarks>
/// Linear in both signals [S1.21], follows every shift of the signal [S1.20], and is the convolution with the flipped kernel
/// [S2.07]. It neither commutes nor associates: a∘b is b∘a read backwards, and (x∘a)∘b = x∘(a∗b) [S1.22, S1.23].
/// Products are written signal times kernel throughout, where some slides print wₖ·x (S4.10, S4.15, S4.19).
/// </remarks>
public static class Correlation<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S4.15, S4.18] y[d] = Σₖ x[d+k] · w[k]: one value at lag d, x and w zero outside their arrays. With x and w exchanged it is the
    /// value at lag −d [S1.23, S4.12]; it does not associate [S1.22].
    /// </summary>
    /// <param name="x">The signal.</param>
    /// <param name="w">The kernel.</param>
    /// <param name="d">Any integer; at a negative lag the kernel starts before the signal does.</param>
    /// <returns>One sum.</returns>
    [Formula("S4.15", "S4.18", "S4.12", "S1.22", "S1.23"), Erratum("E15")]
    public static T At(T[] x, T[] w, int d)
    {
        T sum = T.AdditiveIdentity;
        for (int k = 0; k < w.Length; k++)
            if (0 <= d + k && d + k < x.Length)
                sum += x[d + k] * w[k];
        return sum;
    }

    /// <summary>[S1.15, S2.04, S2.08] (I∘K)(i,j) = Σₘ Σₙ I[i+m, j+n] · K[m,n]: one value at lag (i,j), zero outside the arrays.</summary>
    /// <param name="I">The image.</param>
    /// <param name="K">The kernel, whose presence in the shifted image is measured.</param>
    /// <param name="i">Any integer.</param>
    /// <param name="j">Any integer.</param>
    /// <returns>One sum.</returns>
    /// <remarks>
    /// Erratum E04: beside this worked example the lecture prints Σ I(m,n)·K(i+m, j+n), which is <see cref="ReversedLag{T}"/>.
    /// Erratum E50: one slide leaves out [x, y] on the left. Moved by v, the same patch has the same value at a lag moved by v [S3.11].
    /// </remarks>
    [Formula("S1.15", "S2.04", "S2.08", "S3.11"), Erratum("E04", "E05", "E50")]
    public static T At(T[,] I, T[,] K, int i, int j)
    {
        T sum = T.AdditiveIdentity;
        for (int m = 0; m < K.GetLength(0); m++)
            for (int n = 0; n < K.GetLength(1); n++)
                if (0 <= i + m && i + m < I.GetLength(0) && 0 <= j + n && j + n < I.GetLength(1))
                    sum += I[i + m, j + n] * K[m, n];
        return sum;
    }

    /// <summary>[S4.24] Every value that can differ from zero: lags −(K−1) .. D−1.</summary>
    /// <param name="x">The signal, D ≥ 1.</param>
    /// <param name="w">The kernel, K ≥ 1.</param>
    /// <returns>D+K−1 sums; entry n has lag n−(K−1).</returns>
    /// <exception cref="ArgumentException">The signal or the kernel is empty, or the result too large.</exception>
    [Formula("S4.24", "S1.20", "S1.21", "S1.22", "S1.23")]
    public static T[] Full(T[] x, T[] w)
    {
        return Lags(x, w, 1 - w.Length, OutputSize.Full(x.Length, w.Length));
    }

    /// <summary>[S4.24, S2.13, S2.14, S2.15, S3.26] Every value that can differ from zero: lags −(K−1) .. D−1 on each axis.</summary>
    /// <param name="x">The image, D₁ × D₂, not empty.</param>
    /// <param name="w">The kernel, K₁ × K₂, not empty.</param>
    /// <returns>(D₁+K₁−1) × (D₂+K₂−1) sums; entry [a,b] has lag (a−K₁+1, b−K₂+1).</returns>
    /// <exception cref="ArgumentException">The image or the kernel is empty, or the result too large.</exception>
    /// <remarks>Erratum E01: the lecture's 7×7 table has 7 in cell (4,4); the sum there is 1.</remarks>
    [Formula("S4.24", "S2.13", "S2.14", "S2.15", "S3.26", "S1.20", "S1.21", "S1.22", "S1.23"), Erratum("E01")]
    public static T[,] Full(T[,] x, T[,] w)
    {
        (int D1, int D2, int K1, int K2) = (x.GetLength(0), x.GetLength(1), w.GetLength(0), w.GetLength(1));
        return Lags(x, w, (1 - K1, 1 - K2), (OutputSize.Full(D1, K1), OutputSize.Full(D2, K2)));
    }

    /// <summary>
    /// [S4.25, S2.16] As many values as the signal has: lags −h .. D−1−h with h = ⌊(K−1)/2⌋ zeros before and the rest after.
    /// </summary>
    /// <param name="x">The signal, D ≥ 1.</param>
    /// <param name="w">The kernel, K ≥ 1; its centre is tap ⌊(K−1)/2⌋, in the middle only when K is odd (erratum E33).</param>
    /// <returns>D sums.</returns>
    /// <exception cref="ArgumentException">The signal or the kernel is empty.</exception>
    [Formula("S4.25", "S2.16"), Erratum("E33", "E43")]
    public static T[] Same(T[] x, T[] w)
    {
        Require.Signal(x);
        Require.Kernel(w);
        return Lags(x, w, -((w.Length - 1) / 2), x.Length);
    }

    /// <summary>[S4.25, S2.16, S3.35] As many values as the image has, padded on each axis as in one dimension.</summary>
    /// <param name="x">The image, D₁ × D₂, not empty.</param>
    /// <param name="w">The kernel, K₁ × K₂, not empty.</param>
    /// <returns>D₁ × D₂ sums.</returns>
    /// <exception cref="ArgumentException">The image or the kernel is empty.</exception>
    [Formula("S4.25", "S2.16", "S3.35"), Erratum("E01", "E33", "E43")]
    public static T[,] Same(T[,] x, T[,] w)
    {
        Require.Signal(x);
        Require.Kernel(w);
        return Lags(x, w, (-((w.GetLength(0) - 1) / 2), -((w.GetLength(1) - 1) / 2)), (x.GetLength(0), x.GetLength(1)));
    }

    /// <summary>
    /// [S4.19, S4.20, S4.26] y[d] = Σₖ x[d+k] · w[k]: the valid outputs, zero-based.
    /// The lecture counts from one and writes x[d+k−1]; its program `Conv1D` counts from zero, as here (errata E16, E56).
    /// </summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="w">The kernel, 1 ≤ K ≤ D.</param>
    /// <returns>D−K+1 sums.</returns>
    /// <exception cref="ArgumentException">The kernel is empty or larger than the signal.</exception>
    [Formula("S4.19", "S4.20", "S4.26"), Erratum("E16", "E56")]
    public static T[] Valid(T[] x, T[] w)
    {
        Require.Fits(x, w);

        var y = new T[x.Length - w.Length + 1];

        for (int d = 0; d < y.Length; d++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < w.Length; k++)
                sum += x[d + k] * w[k];
            y[d] = sum;
        }

        return y;
    }

    /// <summary>
    /// [S4.22, S4.26] y[i,j] = Σₘ Σₙ x[i+m, j+n] · w[m, n]: the valid outputs, zero-based. The worked example [S2.09]; its size [S1.10].
    /// The lecture calls i, j, m, n here d₁, d₂, k₁, k₂, counts from one and writes x[d₁+k₁−1, d₂+k₂−1].
    /// </summary>
    /// <param name="x">The image, D₁ × D₂.</param>
    /// <param name="w">The kernel, K₁ × K₂, with 1 ≤ K ≤ D on each axis.</param>
    /// <returns>(D₁−K₁+1) × (D₂−K₂+1) sums.</returns>
    /// <exception cref="ArgumentException">The kernel is empty or larger than the image.</exception>
    /// <remarks>Erratum E01: the lecture's 3×3 result has 7 in its last cell; the sum there is 1.</remarks>
    [Formula("S4.22", "S2.09", "S4.26", "S1.10"), Erratum("E01", "E16")]
    public static T[,] Valid(T[,] x, T[,] w)
    {
        Require.Fits(x, w);

        var y = new T[x.GetLength(0) - w.GetLength(0) + 1, x.GetLength(1) - w.GetLength(1) + 1];

        for (int i = 0; i < y.GetLength(0); i++)
            for (int j = 0; j < y.GetLength(1); j++)
            {
                T sum = T.AdditiveIdentity;
                for (int m = 0; m < w.GetLength(0); m++)
                    for (int n = 0; n < w.GetLength(1); n++)
                        sum += x[i + m, j + n] * w[m, n];
                y[i, j] = sum;
            }

        return y;
    }

    private static T[] Lags(T[] x, T[] w, int first, int count)
    {
        var y = new T[count];
        for (int d = 0; d < count; d++)
            y[d] = At(x, w, first + d);
        return y;
    }

    private static T[,] Lags(T[,] x, T[,] w, (int Row, int Column) first, (int Rows, int Columns) count)
    {
        var y = new T[count.Rows, count.Columns];
        for (int i = 0; i < count.Rows; i++)
            for (int j = 0; j < count.Columns; j++)
                y[i, j] = At(x, w, first.Row + i, first.Column + j);
        return y;
    }
}
