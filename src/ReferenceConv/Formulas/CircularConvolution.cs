using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Convolution and correlation of a signal that has no ends: after the last sample comes the first. It is the discrete form of
/// lecture 3's integral over [−π, π], whose step from f⋆g to g⋆f needs periodic functions (erratum E12).
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
/// <remarks>The kernel may be shorter than the signal, or longer, when it wraps around and meets the same sample again.</remarks>
public static class CircularConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S3.12, S3.17] (𝒢f)[n] = (f⋆g)[n] = Σₖ f[(n−k) mod N] · g[k], n = 0 .. N−1.
    /// 𝒢 is homogeneous [S3.18], additive [S3.19] and commutes with every translation [S3.15, S3.20]; f⋆g = g⋆f when both have length N
    /// [S3.14].
    /// </summary>
    /// <param name="f">The signal, N ≥ 1.</param>
    /// <param name="g">The kernel, K ≥ 1; lecture 3 writes ⋆ for convolution with it (erratum E14).</param>
    /// <returns>N sums.</returns>
    /// <exception cref="ArgumentException">The signal or the kernel is empty.</exception>
    [Formula("S3.12", "S3.14", "S3.15", "S3.17", "S3.18", "S3.19", "S3.20"), Erratum("E12", "E14", "E21")]
    public static T[] Convolve(T[] f, T[] g)
    {
        Require.Signal(f);
        Require.Kernel(g);

        var y = new T[f.Length];

        for (int n = 0; n < y.Length; n++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < g.Length; k++)
                sum += f[Cyclic.Index(n - k, f.Length)] * g[k];
            y[n] = sum;
        }

        return y;
    }

    /// <summary>[S3.12 in two dimensions] y[i,j] = Σₘ Σₙ x[(i−m) mod D₁, (j−n) mod D₂] · g[m,n].</summary>
    /// <param name="x">The image, D₁ × D₂, not empty.</param>
    /// <param name="g">The kernel, K₁ × K₂, not empty.</param>
    /// <returns>D₁ × D₂ sums.</returns>
    /// <exception cref="ArgumentException">The image or the kernel is empty.</exception>
    public static T[,] Convolve(T[,] x, T[,] g) => Sum(x, g, -1);

    /// <summary>y[n] = Σₖ x[(n+k) mod N] · w[k], n = 0 .. N−1: correlation on the circle.</summary>
    /// <param name="x">The signal, N ≥ 1.</param>
    /// <param name="w">The kernel, K ≥ 1.</param>
    /// <returns>N sums.</returns>
    /// <exception cref="ArgumentException">The signal or the kernel is empty.</exception>
    public static T[] Correlate(T[] x, T[] w)
    {
        Require.Signal(x);
        Require.Kernel(w);

        var y = new T[x.Length];

        for (int n = 0; n < y.Length; n++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < w.Length; k++)
                sum += x[Cyclic.Index(n + k, x.Length)] * w[k];
            y[n] = sum;
        }

        return y;
    }

    /// <summary>y[i,j] = Σₘ Σₙ x[(i+m) mod D₁, (j+n) mod D₂] · w[m,n]: correlation on the torus.</summary>
    /// <param name="x">The image, D₁ × D₂, not empty.</param>
    /// <param name="w">The kernel, K₁ × K₂, not empty.</param>
    /// <returns>D₁ × D₂ sums.</returns>
    /// <exception cref="ArgumentException">The image or the kernel is empty.</exception>
    public static T[,] Correlate(T[,] x, T[,] w) => Sum(x, w, +1);

    private static T[,] Sum(T[,] x, T[,] w, int sign)
    {
        int D1 = x.GetLength(0), D2 = x.GetLength(1);
        Require.Signal(x);
        Require.Kernel(w);

        var y = new T[D1, D2];

        for (int i = 0; i < D1; i++)
            for (int j = 0; j < D2; j++)
            {
                T sum = T.AdditiveIdentity;
                for (int m = 0; m < w.GetLength(0); m++)
                    for (int n = 0; n < w.GetLength(1); n++)
                        sum += x[Cyclic.Index(i + (sign * m), D1), Cyclic.Index(j + (sign * n), D2)] * w[m, n];
                y[i, j] = sum;
            }

        return y;
    }
}
