using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// A shape cut down to one of its strips.
/// </summary>
internal readonly struct OneStrip<TShape> : ITileShape
    where TShape : ITileShape
{
    /// <inheritdoc/>
    public static int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Strip;
    }

    /// <inheritdoc/>
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Columns;
    }

    /// <inheritdoc/>
    public static int Strip
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Strip;
    }

    /// <inheritdoc/>
    public static bool ImageInRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.ImageInRows;
    }
}

/// <summary>
/// A shape cut down to one column.
/// </summary>
internal readonly struct OneColumn<TShape> : ITileShape
    where TShape : ITileShape
{
    /// <inheritdoc/>
    public static int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Rows;
    }

    /// <inheritdoc/>
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    public static int Strip
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Strip;
    }

    /// <inheritdoc/>
    public static bool ImageInRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.ImageInRows;
    }
}

/// <summary>
/// A shape cut down to two columns.
/// </summary>
internal readonly struct TwoColumns<TShape> : ITileShape
    where TShape : ITileShape
{
    /// <inheritdoc/>
    public static int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Rows;
    }

    /// <inheritdoc/>
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2;
    }

    /// <inheritdoc/>
    public static int Strip
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Strip;
    }

    /// <inheritdoc/>
    public static bool ImageInRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.ImageInRows;
    }
}

/// <summary>
/// A shape cut down to half its rows.
/// </summary>
internal readonly struct HalfRows<TShape> : ITileShape
    where TShape : ITileShape
{
    /// <inheritdoc/>
    public static int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Rows / 2;
    }

    /// <inheritdoc/>
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Columns;
    }

    /// <inheritdoc/>
    public static int Strip
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Strip;
    }

    /// <inheritdoc/>
    public static bool ImageInRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.ImageInRows;
    }
}
