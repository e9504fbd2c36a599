using System.Numerics;

namespace ReferenceConv.Verification.Judging;

/// <summary>Where two results differ: the first place, and how many there are.</summary>
/// <param name="Index">Flat index of the first difference.</param>
/// <param name="Expected">What the reference has there.</param>
/// <param name="Actual">What the candidate has there.</param>
/// <param name="Count">How many elements differ.</param>
/// <param name="Total">How many elements there are.</param>
public sealed record Difference(int Index, string Expected, string Actual, int Count, int Total)
{
    /// <summary>
    /// Equal means IEEE equal, or both NaN; a signed zero is never a fault, because a legal accumulator may start from 0·(−3) = −0.
    /// </summary>
    /// <returns>Null if all elements are equal.</returns>
    /// <exception cref="ArgumentException">The results have different lengths.</exception>
    public static Difference? Between<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : INumberBase<T>
    {
        if (expected.Length != actual.Length)
            throw new ArgumentException($"results must have the same length, were {expected.Length} and {actual.Length}");

        int first = -1;
        int count = 0;
        for (int e = 0; e < expected.Length; e++)
            if (expected[e] != actual[e] && !(T.IsNaN(expected[e]) && T.IsNaN(actual[e])))
            {
                first = first < 0 ? e : first;
                count++;
            }

        return count == 0 ? null : new Difference(first, $"{expected[first]}", $"{actual[first]}", count, expected.Length);
    }
}
