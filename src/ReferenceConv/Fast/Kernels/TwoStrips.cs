using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>Channels in the lanes, and pixels from two places: two strips of the same length.</summary>
internal readonly struct TwoStrips<TStrip, TColumns> : ITileShape
    where TStrip : ICount
    where TColumns : ICount
{
    /// <inheritdoc/>
    public static int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TStrip.Value;
    }

    /// <inheritdoc/>
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TColumns.Value;
    }

    /// <inheritdoc/>
    public static int Strip
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TStrip.Value;
    }

    /// <inheritdoc/>
    public static bool ImageInRows => true;
}
