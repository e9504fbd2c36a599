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
    private const string InputWidth = "input width";

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
            var answers = new List<(int Size, int Output, bool IsBroken)>();
            for (int size = 1; size <= Most; size++)
            {
                if (watch.Elapsed > time)
                    return null;
                if (with(size) is not { } geometry || candidate.Capabilities.Lacks(geometry, smallest.Operator, smallest.Flag) is not null)
                    continue;
                Finding finding = rule.Check(candidate, new OperatorCase(geometry, smallest.Operator, smallest.Seed, smallest.Flag));
                if (finding.Standing is Standing.Holds or Standing.Broken)
                    answers.Add((size, geometry.Axes[^1].Output, finding.Standing == Standing.Broken));
            }

            string? pattern = SizePattern.Of(
                [.. answers.Select(static answer => answer.Size)],
                [.. answers.Where(static answer => answer.IsBroken).Select(static answer => answer.Size)]);
            if (pattern is not null)
                said.Add($"{name} {pattern}");
            bool isThreshold = pattern?[0] is '≥' or '≤';
            if (name == InputWidth && !isThreshold && OfOutputs(answers) is { } ofOutputs && ofOutputs != pattern)
                said.Add($"output width {ofOutputs}");
        }

        return said.Count == 0 ? null : string.Join("; ", said);
    }

    /// <summary>
    /// The same of the outputs: under a stride a tail of outputs is no pattern of the inputs, and where padding does not make up for the
    /// kernel it has another remainder.
    /// </summary>
    /// <returns>Null also if some inputs with as many outputs are wrong and others are not.</returns>
    private static string? OfOutputs(List<(int Size, int Output, bool IsBroken)> answers)
    {
        ILookup<int, bool> outputs = answers.ToLookup(static answer => answer.Output, static answer => answer.IsBroken);
        return outputs.Any(static alike => alike.Distinct().Count() > 1)
            ? null
            : SizePattern.Of(
                [.. outputs.Select(static alike => alike.Key)],
                [.. outputs.Where(static alike => alike.First()).Select(static alike => alike.Key)]);
    }

    private static IEnumerable<(string Name, Func<int, ConvolutionGeometry?> With)> Sizes(OperatorCase of)
    {
        ConvolutionGeometry geometry = of.Geometry;
        int last = geometry.Axes.Length - 1;
        Axis axis = geometry.Axes[last];
        (int batch, int channels, int rows, int groups) = (geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups);
        Axis Wide(int size) =>
            new(size, axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(axis.Begin, axis.End), axis.Border, axis.Tile);
        yield return (InputWidth, size => size + axis.Begin + axis.End < axis.Extent
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
