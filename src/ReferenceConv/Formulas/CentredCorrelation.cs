using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Lecture 4's road from a matrix with shared entries to correlation: the K entries around the diagonal, h = ⌊K/2⌋ on each side.
/// Only an odd K has a middle: the printed list from c−h to c+h has 2h+1 entries, one too many for an even K (erratum E06).
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class CentredCorrelation<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>[S4.09] w = [W[c, c−h], …, W[c, c+h]], h = ⌊K/2⌋: the kernel, read from row c of the matrix.</summary>
    /// <param name="W">The matrix of the layer, W[output, input].</param>
    /// <param name="c">A row, zero-based, far enough from both ends: h ≤ c &lt; columns − h.</param>
    /// <param name="K">The number of shared entries, odd.</param>
    /// <returns>K taps.</returns>
    /// <exception cref="ArgumentException">K is even or not positive, or the row does not hold all K entries.</exception>
    [Formula("S4.09"), Erratum("E06")]
    public static T[] KernelOfRow(T[,] W, int c, int K)
    {
        Require.Odd(K);
        int h = K / 2;
        int end = Math.Min(W.GetLength(0), W.GetLength(1) - h);
        Require.That(h <= c && c < end, $"row c must be in {h}..{end - 1}, was {c}");

        var w = new T[K];
        for (int k = 0; k < K; k++)
            w[k] = W[c, c - h + k];
        return w;
    }

    /// <summary>
    /// [S4.10] y_c = Σₖ x_{c−h+k−1} · w_k with c = 1..D, k = 1..K, h = ⌊K/2⌋, and x zero outside 1..D: one-based, as the slide counts.
    /// The slide's nonlinearity g is applied to y afterwards. Erratum E06: the printed index lacks the −1.
    /// </summary>
    /// <param name="x">The signal, of any length D.</param>
    /// <param name="w">The kernel, K odd.</param>
    /// <returns>D sums: the same-sized correlation.</returns>
    /// <exception cref="ArgumentException">K is even or zero.</exception>
    [Formula("S4.10"), Erratum("E06", "E16")]
    public static T[] Correlate(T[] x, T[] w) => Sum(x, w, -1);

    /// <summary>[S4.10 as printed] y_c = Σₖ x_{c−h+k} · w_k: every output stands one place too early (erratum E06).</summary>
    /// <param name="x">The signal, of any length D.</param>
    /// <param name="w">The kernel, K odd.</param>
    /// <returns>D sums.</returns>
    /// <exception cref="ArgumentException">K is even or zero.</exception>
    [Erratum("E06")]
    public static T[] CorrelateAsPrinted(T[] x, T[] w) => Sum(x, w, 0);

    private static T[] Sum(T[] x, T[] w, int offset)
    {
        int D = x.Length, K = w.Length;
        Require.Odd(K);

        var y = new T[D];

        for (int c = 1; c <= D; c++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 1; k <= K; k++)
            {
                int d = c - (K / 2) + k + offset;
                if (1 <= d && d <= D)
                    sum += x[d - 1] * w[k - 1];
            }

            y[c - 1] = sum;
        }

        return y;
    }
}
