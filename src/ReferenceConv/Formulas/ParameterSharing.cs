using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// The convolution layer as a dense one: the matrix C with y = C·x. It is sparse (K nonzeros in a row at most [S1.28])
/// and shares its parameters (the same K numbers in every row, shifted [S1.29]); that makes it equivariant [S0.10, S1.30].
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class ParameterSharing<T>
    where T : IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S4.05, S4.06] C[o, s·o + δ·k − P] = w[k] (derived), zero elsewhere, zero-based. For s = 1 a band with C[c+1,d+1] = C[c,d];
    /// its columns are shifts of each other too [S3.33], but those of border inputs are cut off.
    /// </summary>
    /// <param name="w">The kernel, of length K ≥ 1.</param>
    /// <param name="D">The input size.</param>
    /// <param name="stride">The distance s between windows, ≥ 1.</param>
    /// <param name="padding">The zeros P on each side, ≥ 0; they have no column.</param>
    /// <param name="dilation">The distance δ between taps, ≥ 1.</param>
    /// <returns>(⌊(D+2P−δ(K−1)−1)/s⌋+1) × D entries.</returns>
    /// <exception cref="ArgumentException">The kernel does not fit the padded input, or a number is out of range.</exception>
    [Formula("S0.10", "S1.28", "S1.29", "S1.30", "S3.31", "S3.33", "S4.05", "S4.06", "S4.52"), Erratum("E59")]
    public static T[,] Matrix(T[] w, int D, int stride = 1, int padding = 0, int dilation = 1)
    {
        T[,] C = Zeros<T>.Of(OutputSize.Fitting(D, w.Length, stride, padding, dilation), D);

        for (int o = 0; o < C.GetLength(0); o++)
            for (int k = 0; k < w.Length; k++)
            {
                int d = stride * o + dilation * k - padding;
                if (0 <= d && d < D)
                    C[o, d] = w[k];
            }

        return C;
    }

    /// <summary>
    /// [S4.52] The same for images as vectors, row by row: C[o₁·D₂′+o₂, d₁·D₂+d₂] = w[k₁,k₂] with d = s·o + k − P on each axis (derived).
    /// A band of bands.
    /// </summary>
    /// <param name="w">The kernel, K₁ × K₂, both ≥ 1.</param>
    /// <param name="D1">The input rows.</param>
    /// <param name="D2">The input columns.</param>
    /// <param name="stride1">The stride down the rows, ≥ 1.</param>
    /// <param name="stride2">The stride along the columns, ≥ 1.</param>
    /// <param name="padding1">The rows of zeros above and below, ≥ 0.</param>
    /// <param name="padding2">The columns of zeros left and right, ≥ 0.</param>
    /// <returns>D₁′·D₂′ × D₁·D₂ entries, D′ = ⌊(D+2P−K)/s⌋+1.</returns>
    /// <exception cref="ArgumentException">The kernel does not fit the padded input, or a number is out of range.</exception>
    [Formula("S4.52")]
    public static T[,] Matrix(T[,] w, int D1, int D2, int stride1 = 1, int stride2 = 1, int padding1 = 0, int padding2 = 0)
    {
        (int K1, int K2) = (w.GetLength(0), w.GetLength(1));
        int rows = OutputSize.Fitting(D1, K1, stride1, padding1, name: "kernel size K");
        int columns = OutputSize.Fitting(D2, K2, stride2, padding2, name: "kernel size K");
        T[,] C =
            Zeros<T>.Of(Require.Size((long)rows * columns, "rows of the matrix"), Require.Size((long)D1 * D2, "columns of the matrix"));

        for (int o1 = 0; o1 < rows; o1++)
            for (int o2 = 0; o2 < columns; o2++)
                for (int k1 = 0; k1 < K1; k1++)
                    for (int k2 = 0; k2 < K2; k2++)
                    {
                        int d1 = stride1 * o1 + k1 - padding1;
                        int d2 = stride2 * o2 + k2 - padding2;
                        if (0 <= d1 && d1 < D1 && 0 <= d2 && d2 < D2)
                            C[o1 * columns + o2, d1 * D2 + d2] = w[k1, k2];
                    }

        return C;
    }
}
