using System.Numerics;

namespace ReferenceConv.Verification.Laws;

/// <summary>Arrays as vectors.</summary>
internal static class Vector
{
    /// <summary>⟨a, b⟩ = Σ a[e]·b[e].</summary>
    public static T Dot<T>(T[] a, T[] b)
        where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
    {
        T sum = T.AdditiveIdentity;
        for (int e = 0; e < a.Length; e++)
            sum += a[e] * b[e];
        return sum;
    }

    /// <summary>a[e] + b[e].</summary>
    public static T[] Plus<T>(this T[] a, T[] b)
        where T : IAdditionOperators<T, T, T> => [.. a.Zip(b, static (one, other) => one + other)];

    /// <summary>a[e] − b[e].</summary>
    public static T[] Minus<T>(this T[] a, T[] b)
        where T : ISubtractionOperators<T, T, T> => [.. a.Zip(b, static (one, other) => one - other)];

    /// <summary>factor · a[e].</summary>
    public static T[] Times<T>(this T[] a, T factor)
        where T : IMultiplyOperators<T, T, T> => Array.ConvertAll(a, element => factor * element);

    /// <summary>Null if both have the same elements; otherwise the first place where they differ, in one line.</summary>
    public static string? Mismatch<T>(string name, T[] expected, T[] actual)
        where T : IEquatable<T>
    {
        if (expected.Length != actual.Length)
            return $"{name} must have {expected.Length} elements, has {actual.Length}";
        for (int e = 0; e < expected.Length; e++)
            if (!expected[e].Equals(actual[e]))
                return $"{name}[{e}] must be {expected[e]}, is {actual[e]}";
        return null;
    }

    /// <summary>Null if both are the same number; otherwise a line that says so.</summary>
    public static string? Mismatch<T>(string name, T expected, T actual)
        where T : IEquatable<T> => expected.Equals(actual) ? null : $"{name} must be {expected}, is {actual}";
}
