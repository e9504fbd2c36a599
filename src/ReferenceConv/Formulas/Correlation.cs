using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>Cross-correlation: the kernel slides over the signal as it is, without a flip.</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Correlation<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S4.22] y[i,j] = Σₘ Σₙ x[i+m, j+n] · w[m, n]: the valid outputs, zero-based.
    /// The lecture counts from one and writes x[d₁+k₁−1, d₂+k₂−1].
    /// </summary>
    /// <param name="x">The image, D₁ × D₂.</param>
    /// <param name="w">The kernel, K₁ × K₂, with 1 ≤ K ≤ D on each axis.</param>
    /// <returns>(D₁−K₁+1) × (D₂−K₂+1) sums.</returns>
    /// <exception cref="ArgumentException">The kernel is empty or larger than the image.</exception>
    [Formula("S4.22", "S2.09")]
    public static T[,] Valid(T[,] x, T[,] w)
    {
        Require.Fits(x.GetLength(0), w.GetLength(0));
        Require.Fits(x.GetLength(1), w.GetLength(1));

        var y = new T[x.GetLength(0) - w.GetLength(0) + 1, x.GetLength(1) - w.GetLength(1) + 1];

        for (int i = 0; i < y.GetLength(0); i++)
            for (int j = 0; j < y.GetLength(1); j++)
            {
                T sum = T.AdditiveIdentity;
                for (int m = 0; m < w.GetLength(0); m++)
                    for (int n = 0; n < w.GetLength(1); n++)
                        sum += x[i + m, j + n] * w[m, n];
                y[i, j] = sum;
            }

        return y;
    }
}
