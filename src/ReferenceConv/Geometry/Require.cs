using System.Runtime.CompilerServices;

namespace ReferenceConv.Geometry;

/// <summary>The rules of the geometry, each refused by name, value and range.</summary>
internal static class Require
{
    /// <summary>Throws <see cref="ArgumentException"/> with <paramref name="rule"/> unless it holds.</summary>
    public static void That(bool holds, string rule)
    {
        if (!holds)
            throw new ArgumentException(rule);
    }

    /// <summary>
    /// Throws <see cref="ArgumentException"/> with <paramref name="rule"/> unless it holds; the text is only put together then.
    /// </summary>
    public static void That(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref BrokenRule rule)
    {
        if (!holds)
            throw new ArgumentException(rule.Text());
    }

    /// <summary><paramref name="name"/> must be at least <paramref name="least"/>.</summary>
    public static int AtLeast(int least, int value, string name)
    {
        That(value >= least, $"{name} must be ≥ {least}, was {value}");
        return value;
    }

    /// <summary><paramref name="name"/> must be a size this library can index: 0 … 2³¹−1.</summary>
    public static int Size(long value, string name)
    {
        That(value is >= 0 and <= int.MaxValue, $"{name} must be in 0..{int.MaxValue}, was {value}");
        return (int)value;
    }

    /// <summary>The product of these sizes, which must be a number of elements that one array can hold.</summary>
    public static int Elements(string name, params ReadOnlySpan<int> sizes)
    {
        long product = 1;
        foreach (int size in sizes)
        {
            product *= size;
            That(product <= Array.MaxLength, $"{name} must be ≤ {Array.MaxLength}, were {string.Join('·', sizes.ToArray())}");
        }

        return (int)product;
    }
}
