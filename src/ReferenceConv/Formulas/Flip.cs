namespace ReferenceConv.Formulas;

/// <summary>
/// The flip that separates convolution from correlation: x∗w = x∘flip(w) [S2.07]. A learned kernel may be learned either way round [S4.16];
/// a kernel that is its own flip makes no difference at all [S1.24].
/// </summary>
public static class Flip
{
    /// <summary>[S2.07, S4.16] flip(w)[k] = w[K−1−k]: the kernel read backwards.</summary>
    /// <typeparam name="T">Anything.</typeparam>
    /// <param name="w">The kernel, of any length.</param>
    /// <returns>K taps.</returns>
    [Formula("S2.07", "S4.16")]
    public static T[] Of<T>(T[] w)
    {
        var flipped = new T[w.Length];
        for (int k = 0; k < w.Length; k++)
            flipped[k] = w[w.Length - 1 - k];
        return flipped;
    }

    /// <summary>
    /// [S2.07, S1.24] flip(w)[m,n] = w[K₁−1−m, K₂−1−n]: both axes at once, a turn by 180°.
    /// A mirror image in one axis only is something else (erratum E24).
    /// </summary>
    /// <typeparam name="T">Anything.</typeparam>
    /// <param name="w">The kernel, of any size.</param>
    /// <returns>K₁ × K₂ taps.</returns>
    [Formula("S2.07", "S1.24"), Erratum("E24")]
    public static T[,] Of<T>(T[,] w)
    {
        int K1 = w.GetLength(0), K2 = w.GetLength(1);
        var flipped = new T[K1, K2];
        for (int m = 0; m < K1; m++)
            for (int n = 0; n < K2; n++)
                flipped[m, n] = w[K1 - 1 - m, K2 - 1 - n];
        return flipped;
    }
}
