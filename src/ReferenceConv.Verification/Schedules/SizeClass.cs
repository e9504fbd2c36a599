using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>Sizes that kernels treat alike: below, at and above the multiples of vector widths and tiles.</summary>
/// <param name="Name">For example <c>17</c> or <c>9–14</c>.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest that is drawn.</param>
internal sealed record SizeClass(string Name, int Least, int Most)
{
    /// <summary>
    /// Classes of the outputs or inputs of an axis: from one to beyond two vectors of sixteen, whole and partial tiles of 2, 4 and 6.
    /// </summary>
    public static ImmutableArray<SizeClass> OfAxis { get; } =
        Of((1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (7, 7), (8, 8), (9, 9), (10, 15),
            (16, 16), (17, 17), (18, 31), (32, 32), (33, 33), (34, 66));

    /// <summary>Classes of channels, in or out.</summary>
    public static ImmutableArray<SizeClass> OfChannels { get; } =
        Of((1, 1), (2, 2), (3, 3), (4, 4), (5, 7), (8, 8), (9, 9), (10, 15),
            (16, 16), (17, 17), (18, 31), (32, 32), (33, 33), (34, 63), (64, 64), (65, 66));

    /// <summary>Classes of images.</summary>
    public static ImmutableArray<SizeClass> OfBatch { get; } =
        Of((1, 1), (2, 2), (3, 3), (4, 4), (5, 7), (8, 8), (9, 31), (32, 32), (33, 37));

    /// <summary>Classes of groups that are no depthwise convolution's.</summary>
    public static ImmutableArray<SizeClass> OfGroups { get; } = Of((1, 1), (2, 2), (3, 3), (4, 4), (5, 7), (8, 8), (9, 9), (10, 17));

    /// <summary>The class of a size: the last one for all that is larger.</summary>
    public static int IndexOf(ImmutableArray<SizeClass> classes, int size)
    {
        int index = 0;
        while (index + 1 < classes.Length && size > classes[index].Most)
            index++;
        return index;
    }

    /// <summary>A size of the class, often the largest: it lies just below a multiple.</summary>
    public int Draw(Dice dice) => dice.Chance(35) ? Most : dice.Within(Least, Most);

    private static ImmutableArray<SizeClass> Of(params ReadOnlySpan<(int Least, int Most)> ranges)
    {
        var classes = ImmutableArray.CreateBuilder<SizeClass>();
        foreach ((int least, int most) in ranges)
            classes.Add(new SizeClass(least == most ? $"{least}" : $"{least}–{most}", least, most));
        return classes.ToImmutable();
    }
}
