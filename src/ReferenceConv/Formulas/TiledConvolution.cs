using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Tiled convolution: instead of one filter that slides [S2.35], t filters take turns.
/// One filter (t = 1) is the regular layer, as many filters as outputs is a layer without sharing.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class TiledConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>[S2.35, S2.36] y[i] = Σⱼ w[i mod t][j] · x[i+j] (derived), zero-based: output 0 uses filter 0.</summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="w">The t ≥ 1 filters, all of one length K with 1 ≤ K ≤ D.</param>
    /// <returns>D−K+1 outputs.</returns>
    /// <exception cref="ArgumentException">There is no filter, the filters differ in length, or they do not fit.</exception>
    [Formula("S2.35", "S2.36")]
    public static T[] Correlate(T[] x, T[][] w)
    {
        int t = w.Length;
        Require.AtLeast(1, t, "number of filters t");
        int K = w[0].Length;
        Require.Fits(x.Length, K);
        foreach (T[] filter in w)
            Require.Same(K, filter.Length, "length of every filter");

        var y = new T[x.Length - K + 1];

        for (int i = 0; i < y.Length; i++)
        {
            T sum = T.AdditiveIdentity;
            for (int j = 0; j < K; j++)
                sum += w[i % t][j] * x[i + j];
            y[i] = sum;
        }

        return y;
    }

    /// <summary>
    /// [S2.36] y[i,j] = Σₘ Σₙ w[i mod t₁, j mod t₂, m, n] · x[i+m, j+n] (derived), zero-based: a t₁ × t₂ tile of filters repeats.
    /// </summary>
    /// <param name="x">The image, D₁ × D₂.</param>
    /// <param name="w">The filters, [t₁, t₂, K₁, K₂], with t ≥ 1 and 1 ≤ K ≤ D on each axis.</param>
    /// <returns>(D₁−K₁+1) × (D₂−K₂+1) sums.</returns>
    /// <exception cref="ArgumentException">There is no filter, or the filters do not fit.</exception>
    [Formula("S2.36")]
    public static T[,] Correlate(T[,] x, T[,,,] w)
    {
        (int t1, int t2, int K1, int K2) = (w.GetLength(0), w.GetLength(1), w.GetLength(2), w.GetLength(3));
        Require.AtLeast(1, t1, "number of filters t");
        Require.AtLeast(1, t2, "number of filters t");
        Require.Fits(x.GetLength(0), K1);
        Require.Fits(x.GetLength(1), K2);

        var y = new T[x.GetLength(0) - K1 + 1, x.GetLength(1) - K2 + 1];

        for (int i = 0; i < y.GetLength(0); i++)
            for (int j = 0; j < y.GetLength(1); j++)
            {
                T sum = T.AdditiveIdentity;
                for (int m = 0; m < K1; m++)
                    for (int n = 0; n < K2; n++)
                        sum += w[i % t1, j % t2, m, n] * x[i + m, j + n];
                y[i, j] = sum;
            }

        return y;
    }
}
