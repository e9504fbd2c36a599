using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>Arrays to sum into. They start from the number's own zero, for default(T) need not be one.</summary>
internal static class Zeros<T>
    where T : IAdditiveIdentity<T, T>
{
    /// <summary>A signal of zeros.</summary>
    public static T[] Of(int length)
    {
        var zeros = new T[length];
        Array.Fill(zeros, T.AdditiveIdentity);
        return zeros;
    }

    /// <summary>An image of zeros.</summary>
    public static T[,] Of(int rows, int columns)
    {
        var zeros = new T[rows, columns];

        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                zeros[i, j] = T.AdditiveIdentity;

        return zeros;
    }
}
