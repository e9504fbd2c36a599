using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Dilation δ ("à trous", atrous, with holes): the taps stand δ apart, so K taps see δ(K−1)+1 samples for K multiplications.
/// What it costs is length: a valid output loses (δ−1)(K−1) samples more, "same" needs δ(K−1)/2 zeros on each side.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Dilation<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S1.41, S2.33, S0.13] y[o] = Σₖ w[k] · x[o + δ·k] (derived), zero-based; δ = 2 and o = 0 is the slide's
    /// w[0]x[0] + w[1]x[2] + w[2]x[4].
    /// That is correlation, although the same slides define convolution with a flip: see <see cref="Convolve"/>.
    /// </summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="w">The kernel, of length K ≥ 1 with δ(K−1)+1 ≤ D.</param>
    /// <param name="dilation">The distance δ between taps, ≥ 1.</param>
    /// <returns>D−δ(K−1) outputs.</returns>
    /// <exception cref="ArgumentException">The dilated kernel does not fit, or the dilation is below 1.</exception>
    [Formula("S1.41", "S2.33", "S0.13"), Erratum("E35", "E36")]
    public static T[] Correlate(T[] x, T[] w, int dilation)
    {
        int extent = ReceptiveField.Extent(w.Length, dilation);
        Require.Fits(x.Length, extent, "kernel extent δ(K−1)+1");

        var y = new T[x.Length - extent + 1];

        for (int o = 0; o < y.Length; o++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < w.Length; k++)
                sum += w[k] * x[o + dilation * k];
            y[o] = sum;
        }

        return y;
    }

    /// <summary>
    /// y[o] = Σₖ w[k] · x[o + δ·(K−1−k)] (derived): the same holes under the convolution of [S1.04], w[0]x[4] + w[1]x[2] + w[2]x[0].
    /// </summary>
    /// <inheritdoc cref="Correlate(T[], T[], int)"/>
    [Erratum("E36")]
    public static T[] Convolve(T[] x, T[] w, int dilation)
    {
        int extent = ReceptiveField.Extent(w.Length, dilation);
        Require.Fits(x.Length, extent, "kernel extent δ(K−1)+1");

        var y = new T[x.Length - extent + 1];

        for (int o = 0; o < y.Length; o++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < w.Length; k++)
                sum += w[k] * x[o + dilation * (w.Length - 1 - k)];
            y[o] = sum;
        }

        return y;
    }

    /// <summary>[S2.33] y[o₁,o₂] = Σ Σ w[k₁,k₂] · x[o₁ + δ₁·k₁, o₂ + δ₂·k₂] (derived), zero-based.</summary>
    /// <param name="x">The image, D₁ × D₂.</param>
    /// <param name="w">The kernel, K₁ × K₂, with 1 ≤ δ(K−1)+1 ≤ D on each axis.</param>
    /// <param name="dilation1">The distance δ₁ between rows of taps, ≥ 1.</param>
    /// <param name="dilation2">The distance δ₂ between columns of taps, ≥ 1.</param>
    /// <returns>(D₁−δ₁(K₁−1)) × (D₂−δ₂(K₂−1)) sums.</returns>
    /// <exception cref="ArgumentException">The dilated kernel does not fit, or a dilation is below 1.</exception>
    [Formula("S2.33")]
    public static T[,] Correlate(T[,] x, T[,] w, int dilation1, int dilation2)
    {
        int extent1 = ReceptiveField.Extent(w.GetLength(0), dilation1);
        int extent2 = ReceptiveField.Extent(w.GetLength(1), dilation2);
        Require.Fits(x.GetLength(0), extent1, "kernel extent δ(K−1)+1");
        Require.Fits(x.GetLength(1), extent2, "kernel extent δ(K−1)+1");

        var y = new T[x.GetLength(0) - extent1 + 1, x.GetLength(1) - extent2 + 1];

        for (int o1 = 0; o1 < y.GetLength(0); o1++)
            for (int o2 = 0; o2 < y.GetLength(1); o2++)
            {
                T sum = T.AdditiveIdentity;
                for (int k1 = 0; k1 < w.GetLength(0); k1++)
                    for (int k2 = 0; k2 < w.GetLength(1); k2++)
                        sum += w[k1, k2] * x[o1 + dilation1 * k1, o2 + dilation2 * k2];
                y[o1, o2] = sum;
            }

        return y;
    }

    /// <summary>[S2.34] The kernel with holes: ŵ[δ·k] = w[k], zero elsewhere. An undilated kernel of δ(K−1)+1 taps.</summary>
    /// <param name="w">The kernel, of length K ≥ 1.</param>
    /// <param name="dilation">The distance δ between taps, ≥ 1.</param>
    /// <returns>δ(K−1)+1 taps.</returns>
    /// <exception cref="ArgumentException">The kernel is empty, or the dilation below 1.</exception>
    [Formula("S2.34")]
    public static T[] KernelWithHoles(T[] w, int dilation)
    {
        T[] holes = Zeros<T>.Of(ReceptiveField.Extent(w.Length, dilation));

        for (int k = 0; k < w.Length; k++)
            holes[dilation * k] = w[k];

        return holes;
    }

    /// <summary>[S2.34] The image kernel with holes: ŵ[δ₁·k₁, δ₂·k₂] = w[k₁,k₂], zero elsewhere.</summary>
    /// <param name="w">The kernel, K₁ × K₂, both ≥ 1.</param>
    /// <param name="dilation1">The distance δ₁ between rows of taps, ≥ 1.</param>
    /// <param name="dilation2">The distance δ₂ between columns of taps, ≥ 1.</param>
    /// <returns>(δ₁(K₁−1)+1) × (δ₂(K₂−1)+1) taps.</returns>
    /// <exception cref="ArgumentException">The kernel is empty, or a dilation below 1.</exception>
    [Formula("S2.34")]
    public static T[,] KernelWithHoles(T[,] w, int dilation1, int dilation2)
    {
        T[,] holes = Zeros<T>.Of(
            ReceptiveField.Extent(w.GetLength(0), dilation1),
            ReceptiveField.Extent(w.GetLength(1), dilation2));

        for (int k1 = 0; k1 < w.GetLength(0); k1++)
            for (int k2 = 0; k2 < w.GetLength(1); k2++)
                holes[dilation1 * k1, dilation2 * k2] = w[k1, k2];

        return holes;
    }
}
