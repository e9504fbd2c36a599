using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Transposed convolution: multiplication by the transpose of the parameter-sharing matrix. Each value paints a copy of the kernel, copies
/// lie s apart and add up where they overlap. It recovers the shape of the original input, not the input: it is no inverse,
/// although it is also called deconvolution.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class TransposedConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S0.13, S4.53, S4.55, S4.56, S4.58] x[s·o + δ·k − P] += y[o] · w[k] for all o and k, zero-based: Cᵀ·y with the matrix C of the
    /// original [S4.52], so that the transpose of it is the original again [S4.57].
    /// </summary>
    /// <param name="y">The signal to transpose back, of length D′ ≥ 1.</param>
    /// <param name="w">The kernel, of length K ≥ 1.</param>
    /// <param name="stride">The stride s of the original, ≥ 1.</param>
    /// <param name="padding">The padding P of the original, ≥ 0: so much is cut off at each end.</param>
    /// <param name="dilation">The dilation δ, ≥ 1.</param>
    /// <param name="outputPadding">The number a of further samples at the end, 0 ≤ a &lt; s.</param>
    /// <returns>s(D′−1) + δ(K−1)+1 − 2P + a values.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or nothing is left.</exception>
    [Formula("S0.13", "S4.52", "S4.53", "S4.55", "S4.56", "S4.57", "S4.58"), Erratum("E30", "E31", "E32")]
    public static T[] Of(T[] y, T[] w, int stride = 1, int padding = 0, int dilation = 1, int outputPadding = 0)
    {
        int D = TransposedSize.Of(y.Length, w.Length, stride, padding, dilation, outputPadding);
        T[] x = Zeros<T>.Of(D);

        for (int o = 0; o < y.Length; o++)
            for (int k = 0; k < w.Length; k++)
            {
                int i = stride * o + dilation * k - padding;
                if (0 <= i && i < D)
                    x[i] += y[o] * w[k];
            }

        return x;
    }

    /// <summary>[S4.52, S4.58] x[s₁·o₁+k₁−P₁, s₂·o₂+k₂−P₂] += y[o₁,o₂] · w[k₁,k₂] for all o and k, zero-based.</summary>
    /// <param name="y">The image to transpose back, D₁′ × D₂′, both ≥ 1.</param>
    /// <param name="w">The kernel, K₁ × K₂, both ≥ 1.</param>
    /// <param name="stride">The strides of the original, ≥ 1.</param>
    /// <param name="padding">The paddings of the original, ≥ 0.</param>
    /// <param name="outputPadding">The numbers of further rows and columns at the ends, 0 ≤ a &lt; s.</param>
    /// <returns>s(D′−1) + K − 2P + a values along each axis.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or nothing is left.</exception>
    [Formula("S4.52", "S4.58"), Erratum("E32")]
    public static T[,] Of(T[,] y, T[,] w, (int S1, int S2) stride, (int P1, int P2) padding, (int A1, int A2) outputPadding)
    {
        int D1 = TransposedSize.Of(y.GetLength(0), w.GetLength(0), stride.S1, padding.P1, outputPadding: outputPadding.A1);
        int D2 = TransposedSize.Of(y.GetLength(1), w.GetLength(1), stride.S2, padding.P2, outputPadding: outputPadding.A2);
        T[,] x = Zeros<T>.Of(D1, D2);

        for (int o1 = 0; o1 < y.GetLength(0); o1++)
            for (int o2 = 0; o2 < y.GetLength(1); o2++)
                for (int k1 = 0; k1 < w.GetLength(0); k1++)
                    for (int k2 = 0; k2 < w.GetLength(1); k2++)
                    {
                        int i1 = stride.S1 * o1 + k1 - padding.P1;
                        int i2 = stride.S2 * o2 + k2 - padding.P2;
                        if (0 <= i1 && i1 < D1 && 0 <= i2 && i2 < D2)
                            x[i1, i2] += y[o1, o2] * w[k1, k2];
                    }

        return x;
    }
}
