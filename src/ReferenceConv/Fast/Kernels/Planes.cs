using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>Pixels in the lanes: a row is a result channel, a column a vector of neighbouring pixels.</summary>
internal readonly struct Planes<TRows, TColumns> : ITileShape
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
    public static bool ImageInRows => false;
}
