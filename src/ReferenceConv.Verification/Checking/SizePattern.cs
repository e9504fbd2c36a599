using System.Collections.Immutable;

namespace ReferenceConv.Verification.Checking;

/// <summary>What the sizes that bring a fault about have in common.</summary>
public static class SizePattern
{
    private const int MostNamed = 4;

    private static readonly ImmutableArray<int> Moduli = [2, 3, 4, 6, 8, 16];   // each remainder twice within 1 … 40

    /// <summary>
    /// The first that fits of <c>≥ 5</c>, <c>≤ 5</c>, <c>mod 8 = 1 (9, 17, 25, 33)</c>, <c>mod 4 ≠ 0 (1, 2, 3, 5, …)</c> and, if they are
    /// few, the sizes themselves.
    /// </summary>
    /// <param name="asked">The sizes that were asked, rising.</param>
    /// <param name="broken">Those of them that broke, rising.</param>
    /// <returns>Null if all of them broke, or none, or many without a pattern.</returns>
    public static string? Of(IReadOnlyList<int> asked, IReadOnlyList<int> broken)
    {
        if (broken.Count == 0 || broken.Count == asked.Count)
            return null;
        int first = broken[0];
        if (broken.SequenceEqual(asked.Where(size => size >= first)))
            return $"≥ {first}";
        if (broken.SequenceEqual(asked.Where(size => size <= broken[^1])))
            return $"≤ {broken[^1]}";
        string few = string.Join(", ", broken.Take(MostNamed)) + (broken.Count > MostNamed ? ", …" : "");
        foreach (int modulus in Moduli)
            if (broken.Count > 1 && broken.SequenceEqual(asked.Where(size => size >= first && size % modulus == first % modulus)))
                return $"mod {modulus} = {first % modulus} ({few})";
        foreach (int modulus in Moduli)
        {
            int spared = (first + modulus - 1) % modulus;
            if (broken.Count > 1 && broken.SequenceEqual(asked.Where(size => size >= first && size % modulus != spared)))
                return $"mod {modulus} ≠ {spared} ({few})";
        }

        return broken.Count <= MostNamed ? few : null;
    }
}
