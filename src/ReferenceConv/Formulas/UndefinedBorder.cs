using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// The border that nobody defines, the question marks of the slide. "Not a number" says so in arithmetic: it spreads into every output
/// whose window reaches outside, and into no other, even where the kernel is zero. What is left is the valid part.
/// </summary>
/// <typeparam name="T">A floating-point number, the only kind that has a NaN.</typeparam>
public static class UndefinedBorder<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>[S1.14] Undefined: x̂[i] = x[i − before] inside, NaN outside.</summary>
    /// <param name="x">The signal, of any length.</param>
    /// <param name="before">Undefined samples in front, ≥ 0.</param>
    /// <param name="after">Undefined samples behind, ≥ 0.</param>
    /// <returns>before + D + after samples.</returns>
    /// <exception cref="ArgumentException">The padding is negative, or the result too large.</exception>
    [Formula("S1.14"), Erratum("E03")]
    public static T[] Pad(T[] x, int before, int after)
    {
        var padded = new T[Require.PaddedSize(before, x.Length, after)];
        Array.Fill(padded, T.NaN);
        x.CopyTo(padded, before);
        return padded;
    }

    /// <summary>[S1.14] Undefined around an image.</summary>
    /// <param name="x">The image, of any size.</param>
    /// <param name="rows">Undefined rows above and below, ≥ 0.</param>
    /// <param name="columns">Undefined columns on the left and on the right, ≥ 0.</param>
    /// <returns>The image with its border, before + D + after samples along each axis.</returns>
    /// <exception cref="ArgumentException">The padding is negative, or the result too large.</exception>
    [Formula("S1.14")]
    public static T[,] Pad(T[,] x, (int Before, int After) rows, (int Before, int After) columns)
    {
        int D1 = x.GetLength(0), D2 = x.GetLength(1);
        var padded = new T[Require.PaddedSize(rows.Before, D1, rows.After), Require.PaddedSize(columns.Before, D2, columns.After)];
        for (int i = 0; i < padded.GetLength(0); i++)
            for (int j = 0; j < padded.GetLength(1); j++)
                padded[i, j] = T.NaN;
        for (int i = 0; i < D1; i++)
            for (int j = 0; j < D2; j++)
                padded[rows.Before + i, columns.Before + j] = x[i, j];
        return padded;
    }
}
