namespace ReferenceConv.Fast;

/// <summary>What lies in the lanes of a vector, and so how image and weights are laid out for it.</summary>
public enum Tiling
{
    /// <summary>Result channels: any image, many channels.</summary>
    Channels,

    /// <summary>
    /// Neighbouring pixels: few channels, or planes of which nothing has to be padded or split, so that the input is read as it stands.
    /// </summary>
    Pixels,

    /// <summary>
    /// Neighbouring pixels, row after row of the image: one input channel to a group, at most two axes. Others fall back to
    /// <see cref="Pixels"/>.
    /// </summary>
    Rows,
}
