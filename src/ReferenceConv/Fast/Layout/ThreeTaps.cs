using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Layout;

/// <summary>
/// A slice whose result m reads the three neighbours around the coordinate <paramref name="Middle"/> + m·<paramref name="Stride"/>, where
/// only the very first and the very last may lie beyond the input, and are zeros then.
/// </summary>
/// <param name="Stride">From result to result in the input.</param>
/// <param name="Middle">The coordinate under the middle tap of the first result.</param>
/// <param name="MissesFirst">Whether the first tap of the first result lies beyond the input.</param>
/// <param name="MissesLast">Whether the last tap of the last result lies beyond the input.</param>
/// <param name="Order">The taps, from the one that reads the lowest coordinate, as places in the slice's own list.</param>
internal sealed record ThreeTaps(int Stride, int Middle, bool MissesFirst, bool MissesLast, ImmutableArray<int> Order)
{
    /// <summary>The slice seen like this, or null if it reads anything else.</summary>
    public static ThreeTaps? Of(AxisSlice slice)
    {
        if (slice.Taps.Length != 3 || slice.Results == 0)
            return null;
        ImmutableArray<int> order = [.. Enumerable.Range(0, 3).OrderBy(tap => slice.Positions[tap])];
        if (slice.Positions[order[2]] - slice.Positions[order[0]] != 2)   // a border can bring taps together that stand, and would be cut, far apart
            return null;
        int middle = Read(1, 0);
        if (middle == Axis.None)
            return null;
        for (int m = 0; m < slice.Results; m++)
            for (int t = 0; t < 3; t++)
            {
                bool mayMiss = (t == 0 && m == 0) || (t == 2 && m == slice.Results - 1);
                if (Read(t, m) != middle + (m * slice.Step) + t - 1 && !(mayMiss && Read(t, m) == Axis.None))
                    return null;
            }

        return new ThreeTaps(slice.Step, middle, Read(0, 0) == Axis.None, Read(2, slice.Results - 1) == Axis.None, order);

        int Read(int tap, int result) => slice.Sources[slice.TapOffsets[order[tap]] + (result * slice.StoredStep)];
    }
}
