namespace ReferenceConv.Fast.Kernels;

/// <summary>16 registers: 6 pixels or 4 channels.</summary>
internal readonly struct Registers16 : IRegisters
{
    /// <inheritdoc/>
    public static int MostPixels => 6;

    /// <inheritdoc/>
    public static int MostChannels => 4;
}
