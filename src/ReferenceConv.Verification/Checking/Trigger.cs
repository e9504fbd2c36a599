using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>
/// On which sizes a fault depends, and how: the smallest case is asked again with one size after the other from 1 to 40, the rest as it is.
/// Says nothing about a size that makes no difference. Asked of exact sums only: whether another rule is broken depends on the numbers too,
/// which change with the sizes.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal static class Trigger<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Most = 40;
    private const int MostNamed = 4;

    private static readonly ImmutableArray<int> Moduli = [2, 3, 4, 6, 8, 16];   // each remainder twice within 40

    /// <summary>For example <c>input width mod 8 = 1 (9, 17, 25, 33)</c>; null if no size matters, or the time was over.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="candidate">Who is asked.</param>
    /// <param name="smallest">The smallest case that breaks it.</param>
    /// <param name="time">The longest it may take.</param>
    public static string? Of(Rule<T> rule, ICandidate<T> candidate, OperatorCase smallest, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var said = new List<string>();
        foreach ((string name, Func<int, ConvolutionGeometry?> with) in Sizes(smallest))
        {
            var asked = new List<int>();
            var broken = new List<int>();
            for (int size = 1; size <= Most; size++)
            {
                if (watch.Elapsed > time)
                    return null;
                if (with(size) is not { } geometry || candidate.Capabilities.Lacks(geometry, smallest.Operator, smallest.Flag) is not null)
                    continue;
                Finding finding = rule.Check(candidate, new OperatorCase(geometry, smallest.Operator, smallest.Seed, smallest.Flag));
                if (finding.Standing is not (Standing.Holds or Standing.Broken))
                    continue;
                asked.Add(size);
                if (finding.Standing == Standing.Broken)
                    broken.Add(size);
            }

            if (Words(name, asked, broken) is { } words)
                said.Add(words);
        }

        return said.Count == 0 ? null : string.Join("; ", said);
    }

    /// <summary>What the sizes that break have in common; null if all of them break, or none.</summary>
    internal static string? Words(string name, List<int> asked, List<int> broken)
    {
        if (broken.Count == 0 || broken.Count == asked.Count)
            return null;
        int first = broken[0];
        if (broken.SequenceEqual(asked.Where(size => size >= first)))
            return $"{name} ≥ {first}";
        if (broken.SequenceEqual(asked.Where(size => size <= broken[^1])))
            return $"{name} ≤ {broken[^1]}";
        string few = string.Join(", ", broken.Take(MostNamed)) + (broken.Count > MostNamed ? ", …" : "");
        foreach (int modulus in Moduli)
            if (broken.Count > 1 && broken.SequenceEqual(asked.Where(size => size >= first && size % modulus == first % modulus)))
                return $"{name} mod {modulus} = {first % modulus} ({few})";
        foreach (int modulus in Moduli)
        {
            int spared = (first + modulus - 1) % modulus;
            if (broken.Count > 1 && broken.SequenceEqual(asked.Where(size => size >= first && size % modulus != spared)))
                return $"{name} mod {modulus} ≠ {spared} ({few})";
        }

        return broken.Count <= MostNamed ? $"{name} {few}" : null;
    }

    private static IEnumerable<(string Name, Func<int, ConvolutionGeometry?> With)> Sizes(OperatorCase of)
    {
        ConvolutionGeometry geometry = of.Geometry;
        int last = geometry.Axes.Length - 1;
        Axis axis = geometry.Axes[last];
        (int batch, int channels, int rows, int groups) = (geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups);
        Axis Wide(int size) =>
            new(size, axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(axis.Begin, axis.End), axis.Border, axis.Tile);
        yield return ("input width", size => size + axis.Begin + axis.End < axis.Extent
            ? null
            : new ConvolutionGeometry(batch, channels, rows, groups, geometry.Axes.SetItem(last, Wide(size))));
        yield return ("batch", size => new ConvolutionGeometry(size, channels, rows, groups, geometry.Axes));
        if (ConvolutionOperators.Pooling.Contains(of.Operator))
        {
            yield return ("channels", size => new ConvolutionGeometry(batch, size, size, size, geometry.Axes));
            yield break;
        }

        string ofGroup = groups > 1 ? " of a group" : "";
        yield return ($"channels in{ofGroup}", size => new ConvolutionGeometry(batch, size * groups, rows, groups, geometry.Axes));
        yield return ($"channels out{ofGroup}", size => new ConvolutionGeometry(batch, channels, size * groups, groups, geometry.Axes));
    }
}
