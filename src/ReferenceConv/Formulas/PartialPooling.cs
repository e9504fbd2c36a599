namespace ReferenceConv.Formulas;

/// <summary>
/// Pooling with windows that hang over the ends and take only the values that are there. For the maximum that is padding
/// with −∞ (a zero would win over negative values), for the mean it is dividing by the number of values present.
/// The slides leave both open.
/// </summary>
public static class PartialPooling
{
    /// <summary>
    /// ⌊(D+2P−N)/s⌋+1 windows; in ceil mode ⌈(D+2P−N)/s⌉+1, without a last window that would begin behind the input.
    /// Ceil is right here and nowhere else: a convolution has no partial windows.
    /// </summary>
    /// <param name="D">The input size.</param>
    /// <param name="window">The window size N, 1 ≤ N ≤ D+2P.</param>
    /// <param name="step">The distance s between windows, ≥ 1.</param>
    /// <param name="padding">The positions P before and behind the input where windows may lie, 0 ≤ P &lt; N.</param>
    /// <param name="ceil">Whether a last window may lie partly behind the padding.</param>
    /// <returns>The number of windows, each with at least one value.</returns>
    /// <exception cref="ArgumentException">The window does not fit, the step is below 1 or the padding out of range.</exception>
    public static int Size(int D, int window, int step, int padding = 0, bool ceil = false)
    {
        Require.Signal(D);
        Require.AtLeast(1, window, "window size N");
        Require.AtLeast(1, step, "step");
        Require.That(0 <= padding && padding < window, $"padding must be in 0..N-1 = 0..{window - 1}, was {padding}");
        int whole = OutputSize.Fitting(D, window, step, padding, name: "window size N");

        bool rest = (D + 2 * padding - window) % step != 0;
        return ceil && rest && (long)step * whole < D + padding ? whole + 1 : whole;
    }

    /// <summary>p[d] = f( those of z[s·d−P], …, z[s·d−P+N−1] that exist ), zero-based.</summary>
    /// <typeparam name="T">Whatever f takes.</typeparam>
    /// <param name="z">The signal, of length D ≥ 1.</param>
    /// <param name="window">The window size N, 1 ≤ N ≤ D+2P.</param>
    /// <param name="step">The distance s between windows, ≥ 1.</param>
    /// <param name="padding">The positions P before and behind the input where windows may lie, 0 ≤ P &lt; N.</param>
    /// <param name="ceil">Whether a last window may lie partly behind the padding.</param>
    /// <param name="f">What becomes of a window: max or mean.</param>
    /// <returns>As many values as <see cref="Size"/> says.</returns>
    /// <exception cref="ArgumentException">The window does not fit, the step is below 1 or the padding out of range.</exception>
    public static T[] Pool<T>(T[] z, int window, int step, int padding, bool ceil, Func<T[], T> f)
    {
        var p = new T[Size(z.Length, window, step, padding, ceil)];

        for (int d = 0; d < p.Length; d++)
        {
            int start = step * d - padding;
            int end = start + Math.Min(window, z.Length - start);
            p[d] = f(z[Math.Max(start, 0)..end]);
        }

        return p;
    }
}
