namespace ReferenceConv.Fast.Kernels;

/// <summary>How large a tile may be for so many registers.</summary>
internal interface IRegisters
{
    /// <summary>Pixels of a tile with channels in the lanes: 2 · pixels accumulators, two weights and a pixel must fit.</summary>
    static abstract int MostPixels { get; }

    /// <summary>
    /// Result channels of a tile with pixels in the lanes: 3 · channels accumulators, three vectors and a weight must fit.
    /// </summary>
    static abstract int MostChannels { get; }
}
