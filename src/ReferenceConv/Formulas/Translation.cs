using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// The translation operator 𝒯ᵥ: content moves towards +v. An operator f is equivariant when f(𝒯ᵥx) = 𝒯ᵥf(x), as convolution and
/// correlation are, and invariant when f(𝒯ᵥx) = f(x), as a global maximum is; the lectures mix the words (erratum E21).
/// </summary>
/// <typeparam name="T">Any number with a zero.</typeparam>
/// <remarks>
/// Equivariance is exact on the circle, and on the line as long as nothing is pushed off the array. It breaks at the border of a
/// zero-padded same result, and under a stride for shifts that are not multiples of it (erratum E22).
/// </remarks>
public static class Translation<T>
    where T : IAdditiveIdentity<T, T>
{
    /// <summary>[S3.08, S1.20, S1.30, S4.17] (𝒯ᵥx)[i] = x[i−v] on a line of D samples: what leaves is lost, what enters is zero.</summary>
    /// <param name="x">The signal, of any length.</param>
    /// <param name="v">Any integer.</param>
    /// <returns>D samples.</returns>
    [Formula("S3.08", "S1.20", "S1.30", "S4.17"), Erratum("E21", "E22")]
    public static T[] Shift(T[] x, int v)
    {
        var moved = new T[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            long source = (long)i - v;
            moved[i] = 0 <= source && source < x.Length ? x[source] : T.AdditiveIdentity;
        }

        return moved;
    }

    /// <summary>
    /// [S3.08, S3.11, S1.20] (𝒯ᵥx)[i,j] = x[i−v₁, j−v₂] on an image of D₁ × D₂ samples: what leaves is lost, what enters is zero.
    /// </summary>
    /// <param name="x">The image, of any size.</param>
    /// <param name="v1">Rows downwards, any integer.</param>
    /// <param name="v2">Columns to the right, any integer.</param>
    /// <returns>D₁ × D₂ samples.</returns>
    [Formula("S3.08", "S3.11", "S1.20")]
    public static T[,] Shift(T[,] x, int v1, int v2)
    {
        int D1 = x.GetLength(0), D2 = x.GetLength(1);
        var moved = new T[D1, D2];
        for (int i = 0; i < D1; i++)
            for (int j = 0; j < D2; j++)
            {
                long row = (long)i - v1, column = (long)j - v2;
                moved[i, j] = 0 <= row && row < D1 && 0 <= column && column < D2 ? x[row, column] : T.AdditiveIdentity;
            }

        return moved;
    }

    /// <summary>[S3.08, S3.15, S3.20] (𝒯ᵥx)[i] = x[(i−v) mod D]: a rotation of the circle, a permutation of the samples.</summary>
    /// <param name="x">The signal, of any length.</param>
    /// <param name="v">Any integer.</param>
    /// <returns>D samples.</returns>
    [Formula("S3.08", "S3.15", "S3.20")]
    public static T[] ShiftCyclic(T[] x, int v)
    {
        var moved = new T[x.Length];
        for (int i = 0; i < x.Length; i++)
            moved[i] = x[Cyclic.Index((long)i - v, x.Length)];
        return moved;
    }

    /// <summary>[S3.08] (𝒯ᵥx)[i,j] = x[(i−v₁) mod D₁, (j−v₂) mod D₂]: a rotation of the torus.</summary>
    /// <param name="x">The image, of any size.</param>
    /// <param name="v1">Rows downwards, any integer.</param>
    /// <param name="v2">Columns to the right, any integer.</param>
    /// <returns>D₁ × D₂ samples.</returns>
    [Formula("S3.08")]
    public static T[,] ShiftCyclic(T[,] x, int v1, int v2)
    {
        int D1 = x.GetLength(0), D2 = x.GetLength(1);
        var moved = new T[D1, D2];
        for (int i = 0; i < D1; i++)
            for (int j = 0; j < D2; j++)
                moved[i, j] = x[Cyclic.Index((long)i - v1, D1), Cyclic.Index((long)j - v2, D2)];
        return moved;
    }
}
