using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// L * G * I = LoG * I with LoG = L * G: because convolution is associative, the two filters can be convolved once, beforehand.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied; <c>decimal</c> keeps the printed digits exact.</typeparam>
public static class LaplacianOfGaussian<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S1.25] (L * G)[i,j] = Σₘ Σₙ G[m,n] · L[i−m, j−n], zero-based, every position where the two overlap. With this kernel
    /// L * (G * I) = LoG * I holds exactly, as long as those convolutions are full too.
    /// </summary>
    /// <param name="L">The Laplacian, K₁ × K₂.</param>
    /// <param name="G">The Gaussian, D₁ × D₂.</param>
    /// <returns>(D₁+K₁−1) × (D₂+K₂−1) weights.</returns>
    /// <exception cref="ArgumentException">One of the two is empty, or the result too large.</exception>
    [Formula("S1.25")]
    public static T[,] Full(T[,] L, T[,] G)
    {
        var log = new T[OutputSize.Full(G.GetLength(0), L.GetLength(0)), OutputSize.Full(G.GetLength(1), L.GetLength(1))];

        for (int i = 0; i < log.GetLength(0); i++)
            for (int j = 0; j < log.GetLength(1); j++)
            {
                T sum = T.AdditiveIdentity;
                for (int m = Math.Max(0, i - L.GetLength(0) + 1); m <= Math.Min(i, G.GetLength(0) - 1); m++)
                    for (int n = Math.Max(0, j - L.GetLength(1) + 1); n <= Math.Min(j, G.GetLength(1) - 1); n++)
                        sum += G[m, n] * L[i - m, j - n];
                log[i, j] = sum;
            }

        return log;
    }

    /// <summary>
    /// [S1.26] The middle of <see cref="Full"/>, as large as G: the 5 × 5 matrix that lecture 1 prints for a 5 × 5 G and a 3 × 3 L.
    /// The full product is 7 × 7, so a ring is dropped: nothing but zeros for the printed G, whose own outer ring is zero; weights of
    /// 0.001055 in sum for the Gaussian before rounding (erratum E40). Where the ring is not zero, L * G * I = LoG * I fails.
    /// </summary>
    /// <param name="L">The Laplacian, K₁ × K₂, both odd so that there is a middle.</param>
    /// <param name="G">The Gaussian, D₁ × D₂.</param>
    /// <returns>D₁ × D₂ weights.</returns>
    /// <exception cref="ArgumentException">L has an even number of rows or columns, or G is empty.</exception>
    [Formula("S1.26"), Erratum("E40")]
    public static T[,] Same(T[,] L, T[,] G)
    {
        Require.Odd(L.GetLength(0));
        Require.Odd(L.GetLength(1));

        T[,] full = Full(L, G);
        var same = new T[G.GetLength(0), G.GetLength(1)];
        for (int i = 0; i < same.GetLength(0); i++)
            for (int j = 0; j < same.GetLength(1); j++)
                same[i, j] = full[i + (L.GetLength(0) / 2), j + (L.GetLength(1) / 2)];
        return same;
    }
}
