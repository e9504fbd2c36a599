using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Pooling: every window of the input becomes one number. No padding here: every window lies inside, as on the slides;
/// <see cref="PartialPooling"/> has windows that hang over the ends.
/// </summary>
public static class Pooling
{
    /// <summary>[S2.29, S1.32, S4.31] f_max(a) = maxᵢ aᵢ. Of a whole signal it is invariant to every cyclic shift [S3.09].</summary>
    /// <typeparam name="T">Any number that can be compared.</typeparam>
    /// <param name="a">The values of one window, at least one.</param>
    /// <returns>The largest; of equal ones the first.</returns>
    /// <exception cref="ArgumentException">The window is empty.</exception>
    [Formula("S2.29", "S1.32", "S4.31", "S3.09")]
    public static T Max<T>(T[] a)
        where T : IComparisonOperators<T, T, bool>
    {
        Require.AtLeast(1, a.Length, "window size N");

        T max = a[0];
        for (int i = 1; i < a.Length; i++)
            if (a[i] > max)
                max = a[i];

        return max;
    }

    /// <summary>
    /// [S2.30, S1.32, S4.31] f_avg(a) = (1/N) Σᵢ aᵢ, N the number of values in the window. Exact on rationals, truncated on integers.
    /// Of a whole signal it is invariant to every cyclic shift [S3.09].
    /// </summary>
    /// <typeparam name="T">Any number that can be added and divided and has a one.</typeparam>
    /// <param name="a">The values of one window, at least one.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentException">The window is empty.</exception>
    [Formula("S2.30", "S1.32", "S4.31", "S3.09"), Erratum("E58")]
    public static T Mean<T>(T[] a)
        where T : IAdditionOperators<T, T, T>, IDivisionOperators<T, T, T>, IAdditiveIdentity<T, T>, IMultiplicativeIdentity<T, T>
    {
        Require.AtLeast(1, a.Length, "window size N");

        T sum = T.AdditiveIdentity;
        T N = T.AdditiveIdentity;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i];
            N += T.MultiplicativeIdentity;
        }

        return sum / N;
    }

    /// <summary>
    /// [S2.28] p = f(a) for every window: p[d] = f( z[s·d], …, z[s·d+N−1] ), zero-based. With N = s = 2 it halves an even D [S1.38]; a
    /// shift of the input may leave most of the outputs as they are [S2.31].
    /// </summary>
    /// <typeparam name="T">Whatever f takes.</typeparam>
    /// <param name="z">The signal, of length D.</param>
    /// <param name="window">The window size N, 1 ≤ N ≤ D.</param>
    /// <param name="step">The distance s between windows, ≥ 1.</param>
    /// <param name="f">What becomes of a window: <see cref="Max{T}"/> or <see cref="Mean{T}"/>.</param>
    /// <returns>⌊(D−N)/s⌋+1 values.</returns>
    /// <exception cref="ArgumentException">The window does not fit, or the step is below 1.</exception>
    [Formula("S2.28", "S2.31", "S1.38"), Erratum("E42", "E45", "E57")]
    public static T[] Pool<T>(T[] z, int window, int step, Func<T[], T> f)
    {
        Require.Fits(z.Length, window, "window size N");
        Require.AtLeast(1, step, "step");

        var p = new T[OutputSize.Of(z.Length, window, 0, 0, step, 1)];

        for (int d = 0; d < p.Length; d++)
        {
            var a = new T[window];
            for (int i = 0; i < window; i++)
                a[i] = z[step * d + i];
            p[d] = f(a);
        }

        return p;
    }

    /// <summary>
    /// [S2.28, S1.33, S3.36, S4.33] p = f(a) for every N₁ × N₂ window of an image, zero-based; f meets the window row by row.
    /// </summary>
    /// <typeparam name="T">Whatever f takes.</typeparam>
    /// <param name="z">The image, D₁ × D₂.</param>
    /// <param name="window1">The rows N₁ of a window, 1 ≤ N₁ ≤ D₁.</param>
    /// <param name="window2">The columns N₂ of a window, 1 ≤ N₂ ≤ D₂.</param>
    /// <param name="step1">The step down the rows, ≥ 1.</param>
    /// <param name="step2">The step along the columns, ≥ 1.</param>
    /// <param name="f">What becomes of a window: <see cref="Max{T}"/> or <see cref="Mean{T}"/>.</param>
    /// <returns>(⌊(D₁−N₁)/s₁⌋+1) × (⌊(D₂−N₂)/s₂⌋+1) values.</returns>
    /// <exception cref="ArgumentException">The window does not fit, or a step is below 1.</exception>
    [Formula("S2.28", "S1.33", "S3.36", "S4.33"), Erratum("E48")]
    public static T[,] Pool<T>(T[,] z, int window1, int window2, int step1, int step2, Func<T[], T> f)
    {
        Require.Fits(z.GetLength(0), window1, "window size N");
        Require.Fits(z.GetLength(1), window2, "window size N");
        Require.AtLeast(1, step1, "step");
        Require.AtLeast(1, step2, "step");

        var p = new T[OutputSize.Of(z.GetLength(0), window1, 0, 0, step1, 1), OutputSize.Of(z.GetLength(1), window2, 0, 0, step2, 1)];

        for (int d1 = 0; d1 < p.GetLength(0); d1++)
            for (int d2 = 0; d2 < p.GetLength(1); d2++)
            {
                var a = new T[window1 * window2];
                for (int i = 0; i < window1; i++)
                    for (int j = 0; j < window2; j++)
                        a[i * window2 + j] = z[step1 * d1 + i, step2 * d2 + j];
                p[d1, d2] = f(a);
            }

        return p;
    }
}
