namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// Pixels in the lanes, 32 registers: a row is a result channel, a column a vector of neighbouring pixels. 8 × 3 accumulators, three vectors and a weight
/// are 28 registers, and 8 divides what networks have for channels.
/// </summary>
internal readonly struct EightChannels : ITileShape
{
    /// <inheritdoc/>
    public static int Rows => 8;

    /// <inheritdoc/>
    public static int Columns => 3;

    /// <inheritdoc/>
    public static int Strip => 8;

    /// <inheritdoc/>
    public static bool ImageInRows => false;
}

/// <summary>
/// The same for 16 registers: 4 × 3 accumulators, three vectors and a weight are all 16.
/// </summary>
internal readonly struct FourChannels : ITileShape
{
    /// <inheritdoc/>
    public static int Rows => 4;

    /// <inheritdoc/>
    public static int Columns => 3;

    /// <inheritdoc/>
    public static int Strip => 4;

    /// <inheritdoc/>
    public static bool ImageInRows => false;
}
