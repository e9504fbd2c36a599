namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// Channels in the lanes, 32 registers: a row is a pixel, a column a vector of weights. Two strips of 7 pixels, because 7 divides the sides 7, 14, 28, 56,
/// 112, 224 that networks have, and 14 × 2 accumulators, two weights and a pixel are 31 registers.
/// </summary>
internal readonly struct TwoStripsOfSeven : ITileShape
{
    /// <inheritdoc/>
    public static int Rows => 14;

    /// <inheritdoc/>
    public static int Columns => 2;

    /// <inheritdoc/>
    public static int Strip => 7;

    /// <inheritdoc/>
    public static bool ImageInRows => true;
}

/// <summary>
/// The same for 16 registers: two strips of 3 pixels, 6 × 2 accumulators, two weights and a pixel are 15.
/// </summary>
internal readonly struct TwoStripsOfThree : ITileShape
{
    /// <inheritdoc/>
    public static int Rows => 6;

    /// <inheritdoc/>
    public static int Columns => 2;

    /// <inheritdoc/>
    public static int Strip => 3;

    /// <inheritdoc/>
    public static bool ImageInRows => true;
}
