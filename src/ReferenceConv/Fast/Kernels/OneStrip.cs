using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>Channels in the lanes: a row is a pixel, a column a vector of weights; pixels that stand one step apart.</summary>
internal readonly struct OneStrip<TRows, TColumns> : ITileShape
    where TRows : ICount
    where TColumns : ICount
{
    /// <inheritdoc/>
    public static int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TRows.Value;
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
        get => TRows.Value;
    }

    /// <inheritdoc/>
    public static bool ImageInRows => true;
}
