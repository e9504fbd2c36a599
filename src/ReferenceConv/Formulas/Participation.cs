namespace ReferenceConv.Formulas;

/// <summary>In how many outputs an input takes part: many in the middle, few at the border.</summary>
public static class Participation
{
    /// <summary>
    /// [S4.23] |{ o : 0 ≤ d + P − o &lt; K }| (derived) for every input d, o running over the D+2P−K+1 outputs, zero-based. Without padding
    /// some input takes part in all outputs only if D ≤ 2K−1; the end inputs take part in one.
    /// </summary>
    /// <param name="D">The input size, ≥ 1.</param>
    /// <param name="K">The kernel size, 1 ≤ K ≤ D+2P.</param>
    /// <param name="padding">The zeros P on each side, ≥ 0.</param>
    /// <returns>D counts.</returns>
    /// <exception cref="ArgumentException">The kernel does not fit the padded input, or a number is negative.</exception>
    [Formula("S4.23"), Erratum("E54", "E59")]
    public static int[] Of(int D, int K, int padding = 0)
    {
        Require.Signal(D);
        int positions = OutputSize.Fitting(D, K, stride: 1, padding, name: "kernel size K");

        var outputs = new int[D];

        for (int d = 0; d < D; d++)
            for (int o = 0; o < positions; o++)
                if (0 <= d + padding - o && d + padding - o < K)
                    outputs[d]++;

        return outputs;
    }

    /// <summary>
    /// [S4.23] The counts of an image without padding: rows times columns (derived), for a window that holds (d₁,d₂) holds d₁ and d₂.
    /// </summary>
    /// <param name="D1">The input rows.</param>
    /// <param name="D2">The input columns.</param>
    /// <param name="K1">The kernel rows, 1 ≤ K₁ ≤ D₁.</param>
    /// <param name="K2">The kernel columns, 1 ≤ K₂ ≤ D₂.</param>
    /// <returns>D₁ × D₂ counts.</returns>
    /// <exception cref="ArgumentException">The kernel does not fit.</exception>
    [Formula("S4.23")]
    public static int[,] Of(int D1, int D2, int K1, int K2)
    {
        int[] rows = Of(D1, K1);
        int[] columns = Of(D2, K2);
        var outputs = new int[D1, D2];

        for (int d1 = 0; d1 < D1; d1++)
            for (int d2 = 0; d2 < D2; d2++)
                outputs[d1, d2] = rows[d1] * columns[d2];

        return outputs;
    }
}
