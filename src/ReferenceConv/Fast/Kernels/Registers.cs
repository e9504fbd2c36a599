namespace ReferenceConv.Fast.Kernels;

/// <summary>How large a tile may be for so many registers.</summary>
internal interface IRegisters
{
    /// <summary>Pixels of a tile with channels in the lanes: 2 · pixels accumulators, two weights and a pixel must fit.</summary>
    static abstract int MostPixels { get; }

    /// <summary>Result channels of a tile with pixels in the lanes: 3 · channels accumulators, three vectors and a weight must fit.</summary>
    static abstract int MostChannels { get; }
}

/// <summary>32 registers: 14 pixels, which are 7 + 7, because 7 divides the sides 7, 14, 28, 56, 112, 224 that networks have; or 8 channels.</summary>
internal readonly struct Registers32 : IRegisters
{
    /// <inheritdoc/>
    public static int MostPixels => 14;

    /// <inheritdoc/>
    public static int MostChannels => 8;
}

/// <summary>16 registers: 6 pixels or 4 channels.</summary>
internal readonly struct Registers16 : IRegisters
{
    /// <inheritdoc/>
    public static int MostPixels => 6;

    /// <inheritdoc/>
    public static int MostChannels => 4;
}
