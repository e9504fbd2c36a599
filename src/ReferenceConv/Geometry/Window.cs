namespace ReferenceConv.Geometry;

/// <summary>
/// All that meets in one output position: the pairs (tap r, input i), padding already resolved, in row-major order of the taps.
/// Valid until the enumerator that handed it out moves on.
/// </summary>
public readonly ref struct Window
{
    internal Window(int output, int phase, ReadOnlySpan<Pair> pairs)
    {
        Output = output;
        Phase = phase;
        Pairs = pairs;
    }

    /// <summary>Flat index o of the output position, row-major over the axes.</summary>
    public int Output { get; }

    /// <summary>Flat index of the kernel in use, o mod t on each axis; 0 unless the convolution is tiled.</summary>
    public int Phase { get; }

    /// <summary>
    /// The pairs that meet. A tap over a zeros border meets nothing and is absent; an input may appear twice under other borders.
    /// </summary>
    public ReadOnlySpan<Pair> Pairs { get; }
}
