using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// The transposed convolution read as a convolution of stride 1: insert s−1 zeros between the values, pad with P′ = K−1−P zeros,
/// slide the flipped kernel. Without dilation: with it P′ = δ(K−1)−P, and the kernel has holes.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class ZeroInsertion<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>[S4.58] ŷ[s·o] = y[o], zero elsewhere: s−1 zeros between neighbours, and a zeros behind the last.</summary>
    /// <param name="y">The signal, of length D′ ≥ 1.</param>
    /// <param name="stride">The distance s, ≥ 1.</param>
    /// <param name="outputPadding">The number a of zeros at the end, ≥ 0.</param>
    /// <returns>s(D′−1)+1+a values.</returns>
    /// <exception cref="ArgumentException">The signal is empty, or a number is out of range.</exception>
    [Formula("S4.58")]
    public static T[] Between(T[] y, int stride, int outputPadding = 0)
    {
        T[] stretched = Zeros<T>.Of(Size(y.Length, stride, outputPadding));

        for (int o = 0; o < y.Length; o++)
            stretched[stride * o] = y[o];

        return stretched;
    }

    /// <summary>[S4.58] ŷ[s₁·o₁, s₂·o₂] = y[o₁,o₂], zero elsewhere, and a₁ rows and a₂ columns of zeros behind the last.</summary>
    /// <param name="y">The image, D₁′ × D₂′, both ≥ 1.</param>
    /// <param name="stride">The distances, ≥ 1.</param>
    /// <param name="outputPadding">The numbers of rows and columns at the ends, ≥ 0.</param>
    /// <returns>s(D′−1)+1+a values along each axis.</returns>
    /// <exception cref="ArgumentException">The image is empty, or a number is out of range.</exception>
    [Formula("S4.58")]
    public static T[,] Between(T[,] y, (int S1, int S2) stride, (int A1, int A2) outputPadding)
    {
        T[,] stretched = Zeros<T>.Of(
            Size(y.GetLength(0), stride.S1, outputPadding.A1),
            Size(y.GetLength(1), stride.S2, outputPadding.A2));

        for (int o1 = 0; o1 < y.GetLength(0); o1++)
            for (int o2 = 0; o2 < y.GetLength(1); o2++)
                stretched[stride.S1 * o1, stride.S2 * o2] = y[o1, o2];

        return stretched;
    }

    /// <summary>
    /// [S4.54, S4.58, S4.59] x[i] = Σₖ ŷ[i + k − P′] · w[K−1−k] with P′ = K−1−P (in code Pt), ŷ zero outside, zero-based.
    /// </summary>
    /// <param name="y">The signal to transpose back, of length D′ ≥ 1.</param>
    /// <param name="w">The kernel, of length K ≥ 1.</param>
    /// <param name="stride">The stride s of the original, ≥ 1.</param>
    /// <param name="padding">The padding P of the original, ≥ 0.</param>
    /// <param name="outputPadding">The number a of further samples at the end, 0 ≤ a &lt; s.</param>
    /// <returns>s(D′−1) + K − 2P + a values.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or nothing is left.</exception>
    [Formula("S4.54", "S4.58", "S4.59")]
    public static T[] TransposedConvolve(T[] y, T[] w, int stride = 1, int padding = 0, int outputPadding = 0)
    {
        int D = TransposedSize.Of(y.Length, w.Length, stride, padding, outputPadding: outputPadding);
        int Pt = TransposedSize.Padding(w.Length, padding);
        T[] stretched = Between(y, stride, outputPadding);
        var x = new T[D];

        for (int i = 0; i < D; i++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < w.Length; k++)
                if (0 <= i + k - Pt && i + k - Pt < stretched.Length)
                    sum += stretched[i + k - Pt] * w[w.Length - 1 - k];
            x[i] = sum;
        }

        return x;
    }

    /// <summary>
    /// [S4.54, S4.58, S4.59] x[i₁,i₂] = Σ Σ ŷ[i₁+k₁−P₁′, i₂+k₂−P₂′] · w[K₁−1−k₁, K₂−1−k₂] with P′ = K−1−P, ŷ zero outside, zero-based.
    /// </summary>
    /// <param name="y">The image to transpose back, D₁′ × D₂′, both ≥ 1.</param>
    /// <param name="w">The kernel, K₁ × K₂, both ≥ 1.</param>
    /// <param name="stride">The strides of the original, ≥ 1.</param>
    /// <param name="padding">The paddings of the original, ≥ 0.</param>
    /// <param name="outputPadding">The numbers of further rows and columns at the ends, 0 ≤ a &lt; s.</param>
    /// <returns>s(D′−1) + K − 2P + a values along each axis.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or nothing is left.</exception>
    [Formula("S4.54", "S4.58", "S4.59")]
    public static T[,] TransposedConvolve(T[,] y, T[,] w, (int S1, int S2) stride, (int P1, int P2) padding, (int A1, int A2) outputPadding)
    {
        (int K1, int K2) = (w.GetLength(0), w.GetLength(1));
        int D1 = TransposedSize.Of(y.GetLength(0), K1, stride.S1, padding.P1, outputPadding: outputPadding.A1);
        int D2 = TransposedSize.Of(y.GetLength(1), K2, stride.S2, padding.P2, outputPadding: outputPadding.A2);
        int Pt1 = TransposedSize.Padding(K1, padding.P1);
        int Pt2 = TransposedSize.Padding(K2, padding.P2);
        T[,] stretched = Between(y, stride, outputPadding);
        var x = new T[D1, D2];

        for (int i1 = 0; i1 < D1; i1++)
            for (int i2 = 0; i2 < D2; i2++)
            {
                T sum = T.AdditiveIdentity;
                for (int k1 = 0; k1 < K1; k1++)
                    for (int k2 = 0; k2 < K2; k2++)
                    {
                        int j1 = i1 + k1 - Pt1;
                        int j2 = i2 + k2 - Pt2;
                        if (0 <= j1 && j1 < stretched.GetLength(0) && 0 <= j2 && j2 < stretched.GetLength(1))
                            sum += stretched[j1, j2] * w[K1 - 1 - k1, K2 - 1 - k2];
                    }

                x[i1, i2] = sum;
            }

        return x;
    }

    private static int Size(int Dout, int stride, int outputPadding)
    {
        Require.AtLeast(1, Dout, "size D′");
        Require.AtLeast(1, stride, "stride");
        Require.AtLeast(0, outputPadding, "output padding");
        return Require.Size(stride * (Dout - 1L) + 1 + outputPadding, "size s(D′−1)+1+a");
    }
}
