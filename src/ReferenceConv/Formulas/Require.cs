namespace ReferenceConv.Formulas;

/// <summary>The conditions under which the lectures' formulas hold, each refused by name. The formulas guard for themselves.</summary>
internal static class Require
{
    /// <summary>A window must fit: 1 ≤ K ≤ D. It may have another name than a kernel, and its room another than the signal.</summary>
    public static void Fits(int D, int K, string name = "kernel size K", string room = "D") =>
        That(1 <= K && K <= D, $"{name} must be in 1..{room} = 1..{D}, was {K}");

    /// <summary>A window must fit along every axis of the image.</summary>
    public static void Fits(Array x, Array w)
    {
        for (int axis = 0; axis < x.Rank; axis++)
            Fits(x.GetLength(axis), w.GetLength(axis));
    }

    /// <summary>A centred kernel has a middle: K = 1, 3, 5, …</summary>
    public static void Odd(int K) => That(K >= 1 && K % 2 == 1, $"kernel size K must be odd and ≥ 1, was {K}");

    /// <summary>A kernel has at least one tap: K ≥ 1.</summary>
    public static void Kernel(int K) => AtLeast(1, K, "kernel size K");

    /// <summary>A kernel has at least one tap along every axis.</summary>
    public static void Kernel(Array w)
    {
        for (int axis = 0; axis < w.Rank; axis++)
            Kernel(w.GetLength(axis));
    }

    /// <summary>A signal has at least one sample: D ≥ 1.</summary>
    public static void Signal(int D) => AtLeast(1, D, "signal size D");

    /// <summary>A signal has at least one sample along every axis.</summary>
    public static void Signal(Array x)
    {
        for (int axis = 0; axis < x.Rank; axis++)
            Signal(x.GetLength(axis));
    }

    /// <summary>A number counted from <paramref name="least"/> on.</summary>
    public static void AtLeast(int least, int value, string name) =>
        That(least <= value, $"{name} must be ≥ {least}, was {value}");

    /// <summary>Two sizes that the formula takes for the same.</summary>
    public static void Same(int expected, int value, string name) =>
        That(value == expected, $"{name} must be {expected}, was {value}");

    /// <summary>
    /// Throws <see cref="ArgumentException"/> with <paramref name="rule"/> (which names the rule, the range and the value) unless it holds.
    /// </summary>
    public static void That(bool holds, string rule)
    {
        if (!holds)
            throw new ArgumentException(rule);
    }
}
