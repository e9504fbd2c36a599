namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// 32 registers: 14 pixels, which are 7 + 7, because 7 divides the sides 7, 14, 28, 56, 112, 224 that networks have; or 8 channels.
/// </summary>
internal readonly struct Registers32 : IRegisters
{
    /// <inheritdoc/>
    public static int MostPixels => 14;

    /// <inheritdoc/>
    public static int MostChannels => 8;
}
