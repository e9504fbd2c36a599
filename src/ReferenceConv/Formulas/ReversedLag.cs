using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// The correlation formula as lecture 2 prints it. It is a correlation too, but with the roles of image and kernel swapped, so that
/// its results stand in reverse order beside the lecture's own worked example (erratum E04).
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class ReversedLag<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S2.04 as printed] Σₘ Σₙ I[m,n] · K[i+m, j+n]: the presence of the image in the shifted kernel, zero outside the arrays.
    /// It equals <see cref="Correlation{T}.At(T[,], T[,], int, int)"/> at lag (−i, −j), and that correlation with I and K exchanged at lag
    /// (i, j).
    /// </summary>
    /// <param name="I">The image.</param>
    /// <param name="K">The kernel.</param>
    /// <param name="i">Any integer.</param>
    /// <param name="j">Any integer.</param>
    /// <returns>One sum.</returns>
    [Formula("S2.04"), Erratum("E04", "E05", "E15")]
    public static T At(T[,] I, T[,] K, int i, int j)
    {
        T sum = T.AdditiveIdentity;
        for (int m = 0; m < I.GetLength(0); m++)
            for (int n = 0; n < I.GetLength(1); n++)
                if (0 <= i + m && i + m < K.GetLength(0) && 0 <= j + n && j + n < K.GetLength(1))
                    sum += I[m, n] * K[i + m, j + n];
        return sum;
    }
}
