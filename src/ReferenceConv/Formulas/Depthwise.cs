using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Each channel alone, with a filter of its own: three channels in, three out. The layer of [S4.43] adds them up instead.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Depthwise<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S3.23] (f ⋆ g)[m,n] = Σₖ Σₗ f[k,l] · g[m−k, n−l] "for each channel", zero-based: all outputs of a true convolution,
    /// for the star of this lecture flips.
    /// </summary>
    /// <param name="f">The image, M × D₁ × D₂ with D ≥ 1; M may be 0.</param>
    /// <param name="g">A filter for each channel, M × K₁ × K₂ with K ≥ 1.</param>
    /// <returns>M × (D₁+K₁−1) × (D₂+K₂−1) sums.</returns>
    /// <exception cref="ArgumentException">
    /// The numbers of channels disagree, or an image or a filter is empty, or the result too large.
    /// </exception>
    [Formula("S3.23"), Erratum("E28")]
    public static T[,,] Convolve(T[,,] f, T[,,] g)
    {
        (int M, int D1, int D2) = (f.GetLength(0), f.GetLength(1), f.GetLength(2));
        (int K1, int K2) = (g.GetLength(1), g.GetLength(2));
        Require.Same(M, g.GetLength(0), "number of filters");

        var y = new T[M, OutputSize.Full(D1, K1), OutputSize.Full(D2, K2)];

        for (int c = 0; c < M; c++)
            for (int m = 0; m < y.GetLength(1); m++)
                for (int n = 0; n < y.GetLength(2); n++)
                {
                    T sum = T.AdditiveIdentity;
                    for (int k = 0; k < D1; k++)
                        for (int l = 0; l < D2; l++)
                            if (0 <= m - k && m - k < K1 && 0 <= n - l && n - l < K2)
                                sum += f[c, k, l] * g[c, m - k, n - l];
                    y[c, m, n] = sum;
                }

        return y;
    }

    /// <summary>
    /// y[m,d₁,d₂] = Σₖ₁ Σₖ₂ w[m,k₁,k₂] · x[m, d₁+k₁, d₂+k₂], zero-based: the terms of [S4.43] before they are added over m.
    /// </summary>
    /// <param name="x">The image, M × D₁ × D₂.</param>
    /// <param name="w">A filter for each channel, M × K₁ × K₂, with 1 ≤ K ≤ D on each axis.</param>
    /// <returns>M × (D₁−K₁+1) × (D₂−K₂+1) sums.</returns>
    /// <exception cref="ArgumentException">The numbers of channels disagree, or the filters do not fit.</exception>
    [Erratum("E28")]
    public static T[,,] Correlate(T[,,] x, T[,,] w)
    {
        (int M, int K1, int K2) = (w.GetLength(0), w.GetLength(1), w.GetLength(2));
        Require.Same(x.GetLength(0), M, "number of filters");
        Require.Fits(x.GetLength(1), K1);
        Require.Fits(x.GetLength(2), K2);

        var y = new T[M, x.GetLength(1) - K1 + 1, x.GetLength(2) - K2 + 1];

        for (int m = 0; m < M; m++)
            for (int d1 = 0; d1 < y.GetLength(1); d1++)
                for (int d2 = 0; d2 < y.GetLength(2); d2++)
                {
                    T sum = T.AdditiveIdentity;
                    for (int k1 = 0; k1 < K1; k1++)
                        for (int k2 = 0; k2 < K2; k2++)
                            sum += w[m, k1, k2] * x[m, d1 + k1, d2 + k2];
                    y[m, d1, d2] = sum;
                }

        return y;
    }
}
