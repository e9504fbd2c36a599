using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Discrete convolution: one of the two signals is flipped, then slides over the other. Signals are zero outside their arrays,
/// and every array starts at index 0 [S2.03]. The lectures write ∗ for it, one of them ⋆; here it has a name (erratum E14).
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
/// <remarks>
/// Linear in both signals [S1.21]. On the full result it commutes and associates [S1.22, S1.23] and follows every shift of its
/// signals [S1.20]; the cut-out same and valid results keep these laws only where the cut does not bite (erratum E23).
/// Products are written signal times kernel, where lecture 4 prints wₖ first (S4.13, S4.14).
/// </remarks>
public static class Convolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S0.02, S3.21, S4.14] s(t) = (f∗g)(t) = Σₙ f[n] · g[t−n]: one value, n over all integers, f and g zero outside their arrays.
    /// </summary>
    /// <param name="f">The signal.</param>
    /// <param name="g">The kernel; it is the one read backwards.</param>
    /// <param name="t">Any integer.</param>
    /// <returns>One sum.</returns>
    /// <remarks>Erratum E09: the lecture prints the limits −∞..−∞, a sum over nothing; they are −∞..∞.</remarks>
    [Formula("S0.02", "S3.21", "S4.14"), Erratum("E09")]
    public static T At(T[] f, T[] g, int t)
    {
        T sum = T.AdditiveIdentity;
        for (int n = 0; n < f.Length; n++)
            if (0 <= t - n && t - n < g.Length)
                sum += f[n] * g[t - n];
        return sum;
    }

    /// <summary>
    /// [S4.13, S4.12] y[d] = Σₖ x[d−k] · w[k]: the same value with the signal read backwards instead of the kernel.
    /// The change of variable k′ = d−k turns one sum into the other: convolution commutes.
    /// </summary>
    /// <param name="x">The signal; it is the one read backwards.</param>
    /// <param name="w">The kernel.</param>
    /// <param name="d">Any integer.</param>
    /// <returns>One sum.</returns>
    [Formula("S4.13", "S4.12")]
    public static T AtFlippingSignal(T[] x, T[] w, int d)
    {
        T sum = T.AdditiveIdentity;
        for (int k = 0; k < w.Length; k++)
            if (0 <= d - k && d - k < x.Length)
                sum += x[d - k] * w[k];
        return sum;
    }

    /// <summary>
    /// [S0.03, S2.02, S2.03] (I∗K)(i,j) = Σₘ Σₙ I[m,n] · K[i−m, j−n]: one value, −∞ &lt; m, n &lt; ∞, zero outside the arrays.
    /// </summary>
    /// <param name="I">The image.</param>
    /// <param name="K">The kernel; it is the one read backwards.</param>
    /// <param name="i">Any integer.</param>
    /// <param name="j">Any integer.</param>
    /// <returns>One sum.</returns>
    /// <remarks>Errata E09, E13: printed with the limits −∞..−∞, with "≤ ∞", and with "==" for "=".</remarks>
    [Formula("S0.03", "S2.02", "S2.03"), Erratum("E09", "E13")]
    public static T At(T[,] I, T[,] K, int i, int j)
    {
        T sum = T.AdditiveIdentity;
        for (int m = 0; m < I.GetLength(0); m++)
            for (int n = 0; n < I.GetLength(1); n++)
                if (0 <= i - m && i - m < K.GetLength(0) && 0 <= j - n && j - n < K.GetLength(1))
                    sum += I[m, n] * K[i - m, j - n];
        return sum;
    }

    /// <summary>[S1.04, S2.02] (I∗K)(i,j) = Σₘ Σₙ I[i−m, j−n] · K[m,n]: the same value with the image read backwards.</summary>
    /// <param name="I">The image; it is the one read backwards.</param>
    /// <param name="K">The kernel.</param>
    /// <param name="i">Any integer.</param>
    /// <param name="j">Any integer.</param>
    /// <returns>One sum.</returns>
    /// <remarks>Erratum E50: one slide leaves out [x, y] on the left; a function is not its value.</remarks>
    [Formula("S1.04", "S2.02"), Erratum("E50")]
    public static T AtFlippingSignal(T[,] I, T[,] K, int i, int j)
    {
        T sum = T.AdditiveIdentity;
        for (int m = 0; m < K.GetLength(0); m++)
            for (int n = 0; n < K.GetLength(1); n++)
                if (0 <= i - m && i - m < I.GetLength(0) && 0 <= j - n && j - n < I.GetLength(1))
                    sum += I[i - m, j - n] * K[m, n];
        return sum;
    }

    /// <summary>[S4.24, S4.17] Every value that can differ from zero, with the laws above [S1.20–S1.23]: t = 0 .. D+K−2.</summary>
    /// <param name="x">The signal, D ≥ 1.</param>
    /// <param name="w">The kernel, K ≥ 1.</param>
    /// <returns>D+K−1 sums.</returns>
    /// <exception cref="ArgumentException">The signal or the kernel is empty, or the result too large.</exception>
    [Formula("S4.24", "S1.20", "S1.21", "S1.22", "S1.23", "S4.17")]
    [Erratum("E22", "E23")]
    public static T[] Full(T[] x, T[] w)
    {
        return Range(x, w, 0, OutputSize.Full(x.Length, w.Length));
    }

    /// <summary>
    /// [S4.24, S3.26] Every value that can differ from zero, with the laws above [S1.20–S1.23]: i = 0 .. D₁+K₁−2, j = 0 .. D₂+K₂−2.
    /// </summary>
    /// <param name="x">The image, D₁ × D₂, not empty.</param>
    /// <param name="w">The kernel, K₁ × K₂, not empty.</param>
    /// <returns>(D₁+K₁−1) × (D₂+K₂−1) sums.</returns>
    /// <exception cref="ArgumentException">The image or the kernel is empty, or the result too large.</exception>
    [Formula("S4.24", "S3.26", "S1.20", "S1.21", "S1.22", "S1.23")]
    [Erratum("E22", "E23")]
    public static T[,] Full(T[,] x, T[,] w)
    {
        return Range(x, w, (0, 0), (OutputSize.Full(x.GetLength(0), w.GetLength(0)), OutputSize.Full(x.GetLength(1), w.GetLength(1))));
    }

    /// <summary>
    /// [S4.25, S2.16] As many values as the signal has, from the middle of the full result: t = h .. h+D−1, h = ⌊(K−1)/2⌋.
    /// </summary>
    /// <param name="x">The signal, D ≥ 1.</param>
    /// <param name="w">The kernel, K ≥ 1; its centre is tap ⌊(K−1)/2⌋, in the middle only when K is odd (erratum E33).</param>
    /// <returns>D sums.</returns>
    /// <exception cref="ArgumentException">The signal or the kernel is empty.</exception>
    [Formula("S4.25", "S2.16"), Erratum("E33")]
    public static T[] Same(T[] x, T[] w)
    {
        Require.Signal(x);
        Require.Kernel(w);
        return Range(x, w, (w.Length - 1) / 2, x.Length);
    }

    /// <summary>[S4.25, S2.16, S3.35] As many values as the image has, from the middle of the full result, as in one dimension.</summary>
    /// <param name="x">The image, D₁ × D₂, not empty.</param>
    /// <param name="w">The kernel, K₁ × K₂, not empty.</param>
    /// <returns>D₁ × D₂ sums.</returns>
    /// <exception cref="ArgumentException">The image or the kernel is empty.</exception>
    [Formula("S4.25", "S2.16", "S3.35"), Erratum("E33")]
    public static T[,] Same(T[,] x, T[,] w)
    {
        Require.Signal(x);
        Require.Kernel(w);
        return Range(x, w, ((w.GetLength(0) - 1) / 2, (w.GetLength(1) - 1) / 2), (x.GetLength(0), x.GetLength(1)));
    }

    /// <summary>[S4.26] The values whose kernel lies inside the signal: t = K−1 .. D−1.</summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="w">The kernel, 1 ≤ K ≤ D.</param>
    /// <returns>D−K+1 sums.</returns>
    /// <exception cref="ArgumentException">The kernel is empty or larger than the signal.</exception>
    [Formula("S4.26")]
    public static T[] Valid(T[] x, T[] w)
    {
        Require.Fits(x, w);
        return Range(x, w, w.Length - 1, x.Length - w.Length + 1);
    }

    /// <summary>[S4.26, S1.10] The values whose kernel lies inside the image: i = K₁−1 .. D₁−1, j = K₂−1 .. D₂−1.</summary>
    /// <param name="x">The image, D₁ × D₂.</param>
    /// <param name="w">The kernel, K₁ × K₂, with 1 ≤ K ≤ D on each axis.</param>
    /// <returns>(D₁−K₁+1) × (D₂−K₂+1) sums.</returns>
    /// <exception cref="ArgumentException">The kernel is empty or larger than the image.</exception>
    [Formula("S4.26", "S1.10")]
    public static T[,] Valid(T[,] x, T[,] w)
    {
        Require.Fits(x, w);
        return Range(
            x, w, (w.GetLength(0) - 1, w.GetLength(1) - 1), (x.GetLength(0) - w.GetLength(0) + 1, x.GetLength(1) - w.GetLength(1) + 1));
    }

    private static T[] Range(T[] x, T[] w, int first, int count)
    {
        var y = new T[count];
        for (int t = 0; t < count; t++)
            y[t] = At(x, w, first + t);
        return y;
    }

    private static T[,] Range(T[,] x, T[,] w, (int Row, int Column) first, (int Rows, int Columns) count)
    {
        var y = new T[count.Rows, count.Columns];
        for (int i = 0; i < count.Rows; i++)
            for (int j = 0; j < count.Columns; j++)
                y[i, j] = At(x, w, first.Row + i, first.Column + j);
        return y;
    }
}
