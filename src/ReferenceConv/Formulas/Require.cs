namespace ReferenceConv.Formulas;

/// <summary>The conditions under which the lectures' formulas hold, each refused by name. The formulas guard for themselves.</summary>
internal static class Require
{
    /// <summary>A window must fit: 1 ≤ K ≤ D.</summary>
    public static void Fits(int D, int K) =>
        That(1 <= K && K <= D, $"kernel size K must be in 1..D = 1..{D}, was {K}");

    /// <summary>Throws <see cref="ArgumentException"/> with <paramref name="rule"/> (which names the rule, the range and the value) unless it holds.</summary>
    public static void That(bool holds, string rule)
    {
        if (!holds)
            throw new ArgumentException(rule);
    }
}
