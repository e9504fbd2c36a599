using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// Where the rows of a tile stand. An address is the sum of two registers, so that no instruction works it out: of the first row of a strip
/// and of one of six distances, which stay in registers. The rows of a second strip, and those of a strip that is longer than seven, have
/// the same distances from a second place.
/// </summary>
internal static class StripRows<TShape>
    where TShape : ITileShape
{
    /// <summary>Rows that a place and six distances reach.</summary>
    public const int Addressed = 7;

    /// <summary>Rows counted from the first place; the others are counted from the second.</summary>
    public static int FromFirst
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Strip < Addressed ? TShape.Strip : Addressed;
    }

    /// <summary>The distance of a row from its place: none, or one of one to six steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TStep Distance<TStep>(int row, TStep one, TStep two, TStep three, TStep four, TStep five, TStep six)
        where TStep : struct => (row < FromFirst ? row : row - FromFirst) switch
        {
            0 => default,
            1 => one,
            2 => two,
            3 => three,
            4 => four,
            5 => five,
            _ => six,
        };
}
