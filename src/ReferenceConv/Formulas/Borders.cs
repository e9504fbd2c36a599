using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// What stands where the image ends. Padding puts <c>before</c> samples in front and <c>after</c> samples behind, per side, not in
/// total (erratum E44); the result x̂ has before + D + after samples, and x̂[i] stands for position i − before of x.
/// The right-hand sides printed on the slide have 2 and 3 exchanged (erratum E03).
/// </summary>
/// <typeparam name="T">Any number with a zero.</typeparam>
public static class Borders<T>
    where T : IAdditiveIdentity<T, T>
{
    /// <summary>[S1.11] Zeros: x̂[i] = x[i − before] inside, 0 outside (the rule derived, the row printed).</summary>
    /// <param name="x">The signal, of any length.</param>
    /// <param name="before">Zeros in front, ≥ 0.</param>
    /// <param name="after">Zeros behind, ≥ 0.</param>
    /// <returns>before + D + after samples.</returns>
    /// <exception cref="ArgumentException">The padding is negative, or the result too large.</exception>
    [Formula("S1.11"), Erratum("E03", "E44")]
    public static T[] Zeros(T[] x, int before, int after) => Pad(x, (before, after), Inside);

    /// <summary>[S1.11, S2.13, S3.22] Zeros around an image.</summary>
    /// <param name="x">The image, of any size.</param>
    /// <param name="rows">Rows of zeros above and below, ≥ 0.</param>
    /// <param name="columns">Columns of zeros on the left and on the right, ≥ 0.</param>
    /// <returns>The image with its border, before + D + after samples along each axis.</returns>
    /// <exception cref="ArgumentException">The padding is negative, or the result too large.</exception>
    [Formula("S1.11", "S2.13", "S3.22"), Erratum("E51")]
    public static T[,] Zeros(T[,] x, (int Before, int After) rows, (int Before, int After) columns) => Pad(x, rows, columns, Inside);

    /// <summary>[S1.12] Extended: x̂[i] = x[clamp(i − before, 0, D−1)] (derived), the border sample goes on.</summary>
    /// <param name="x">The signal, D ≥ 1.</param>
    /// <param name="before">Samples in front, ≥ 0.</param>
    /// <param name="after">Samples behind, ≥ 0.</param>
    /// <returns>before + D + after samples.</returns>
    /// <exception cref="ArgumentException">
    /// The padding is negative, the result too large, or the signal has no border sample to extend.
    /// </exception>
    [Formula("S1.12"), Erratum("E03")]
    public static T[] Extended(T[] x, int before, int after)
    {
        Require.Signal(x);
        return Pad(x, (before, after), Clamped);
    }

    /// <summary>[S1.12, S3.22] Extended around an image, each axis by itself, so that a corner is the image's corner.</summary>
    /// <param name="x">The image, not empty.</param>
    /// <param name="rows">Rows above and below, ≥ 0.</param>
    /// <param name="columns">Columns on the left and on the right, ≥ 0.</param>
    /// <returns>The image with its border, before + D + after samples along each axis.</returns>
    /// <exception cref="ArgumentException">The padding is negative, the result too large, or the image is empty.</exception>
    [Formula("S1.12", "S3.22")]
    public static T[,] Extended(T[,] x, (int Before, int After) rows, (int Before, int After) columns)
    {
        Require.Signal(x);
        return Pad(x, rows, columns, Clamped);
    }

    /// <summary>[S1.13] Cyclic: x̂[i] = x[(i − before) mod D] (derived), the signal starts again.</summary>
    /// <param name="x">The signal, D ≥ 1.</param>
    /// <param name="before">Samples in front, ≥ 0, also more than D.</param>
    /// <param name="after">Samples behind, ≥ 0, also more than D.</param>
    /// <returns>before + D + after samples.</returns>
    /// <exception cref="ArgumentException">The padding is negative, the result too large, or the signal has nothing to repeat.</exception>
    [Formula("S1.13"), Erratum("E03")]
    public static T[] Cyclic(T[] x, int before, int after)
    {
        Require.Signal(x);
        return Pad(x, (before, after), Wrapped);
    }

    /// <summary>[S1.13, S3.22] Cyclic around an image, each axis by itself.</summary>
    /// <param name="x">The image, not empty.</param>
    /// <param name="rows">Rows above and below, ≥ 0.</param>
    /// <param name="columns">Columns on the left and on the right, ≥ 0.</param>
    /// <returns>The image with its border, before + D + after samples along each axis.</returns>
    /// <exception cref="ArgumentException">The padding is negative, the result too large, or the image is empty.</exception>
    [Formula("S1.13", "S3.22")]
    public static T[,] Cyclic(T[,] x, (int Before, int After) rows, (int Before, int After) columns)
    {
        Require.Signal(x);
        return Pad(x, rows, columns, Wrapped);
    }

    // A border says which sample position i of the endless line stands for, or that there is none (null) and it reads as zero.
    private static int? Inside(int i, int D) => 0 <= i && i < D ? i : null;

    private static int? Clamped(int i, int D) => Math.Clamp(i, 0, D - 1);

    private static int? Wrapped(int i, int D) => Formulas.Cyclic.Index(i, D);

    private static T[] Pad(T[] x, (int Before, int After) side, Func<int, int, int?> border)
    {
        var padded = new T[Require.PaddedSize(side.Before, x.Length, side.After)];
        for (int i = 0; i < padded.Length; i++)
            padded[i] = border(i - side.Before, x.Length) is int source ? x[source] : T.AdditiveIdentity;
        return padded;
    }

    private static T[,] Pad(T[,] x, (int Before, int After) rows, (int Before, int After) columns, Func<int, int, int?> border)
    {
        int D1 = x.GetLength(0), D2 = x.GetLength(1);
        var padded = new T[Require.PaddedSize(rows.Before, D1, rows.After), Require.PaddedSize(columns.Before, D2, columns.After)];
        for (int i = 0; i < padded.GetLength(0); i++)
            for (int j = 0; j < padded.GetLength(1); j++)
                padded[i, j] = border(i - rows.Before, D1) is int row && border(j - columns.Before, D2) is int column
                    ? x[row, column]
                    : T.AdditiveIdentity;
        return padded;
    }
}
