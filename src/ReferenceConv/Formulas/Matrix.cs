namespace ReferenceConv.Formulas;

/// <summary>The few rearrangements that turn images into vectors and matrices about.</summary>
public static class Matrix
{
    /// <summary>Aᵀ[j,i] = A[i,j].</summary>
    /// <typeparam name="T">Anything.</typeparam>
    /// <param name="A">The matrix.</param>
    /// <returns>Its transpose.</returns>
    public static T[,] Transpose<T>(T[,] A)
    {
        var transposed = new T[A.GetLength(1), A.GetLength(0)];

        for (int i = 0; i < A.GetLength(0); i++)
            for (int j = 0; j < A.GetLength(1); j++)
                transposed[j, i] = A[i, j];

        return transposed;
    }

    /// <summary>
    /// [S4.01, S4.02, S2.10] vec(x)[D₂·i+j] = x[i,j]: an image as a vector, row by row (28 × 28 pixels make 784), or a kernel laid flat.
    /// </summary>
    /// <typeparam name="T">Anything.</typeparam>
    /// <param name="x">The image, D₁ × D₂.</param>
    /// <returns>D₁·D₂ values.</returns>
    [Formula("S4.01", "S4.02", "S2.10")]
    public static T[] Vec<T>(T[,] x)
    {
        var vec = new T[x.Length];

        for (int i = 0; i < x.GetLength(0); i++)
            for (int j = 0; j < x.GetLength(1); j++)
                vec[x.GetLength(1) * i + j] = x[i, j];

        return vec;
    }
}
