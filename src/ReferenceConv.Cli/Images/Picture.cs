namespace ReferenceConv.Cli.Images;

/// <summary>A picture of one channel (grey) or three (red, green, blue), 8 bits a sample. It never changes.</summary>
public sealed class Picture
{
    /// <summary>The largest picture taken: 2²⁶ pixels, 8192 × 8192. Its samples as doubles are ½ GiB a channel.</summary>
    public const int MaxPixels = 1 << 26;

    private readonly byte[] samples;

    /// <summary>A picture with its own copy of the samples.</summary>
    /// <param name="channels">1 or 3.</param>
    /// <param name="height">The number of rows, ≥ 1.</param>
    /// <param name="width">The number of columns, ≥ 1, with height · width ≤ <see cref="MaxPixels"/>.</param>
    /// <param name="samples">channels × height × width values, channel by channel, row by row.</param>
    /// <exception cref="ArgumentException">A size is out of range, or the number of samples is not their product.</exception>
    public Picture(int channels, int height, int width, ReadOnlySpan<byte> samples)
    {
        if (channels is not (1 or 3))
            throw new ArgumentException($"channels must be 1 or 3, was {channels}");
        if (SizeFault(height, width) is { } fault)
            throw new ArgumentException(fault);
        if (samples.Length != channels * height * width)
            throw new ArgumentException(
                $"samples must be {channels} × {height} × {width} = {channels * height * width}, were {samples.Length}");

        Channels = channels;
        Height = height;
        Width = width;
        this.samples = samples.ToArray();
    }

    /// <summary>1 or 3.</summary>
    public int Channels { get; }

    /// <summary>The number of rows.</summary>
    public int Height { get; }

    /// <summary>The number of columns.</summary>
    public int Width { get; }

    /// <summary>Whether the file also held transparency, which this picture has not.</summary>
    public bool AlphaDropped { get; init; }

    /// <summary>One channel, height × width samples, row by row.</summary>
    public ReadOnlySpan<byte> Channel(int c) => samples.AsSpan(c * Height * Width, Height * Width);

    /// <summary>
    /// Grey as the eye weighs the colours, rounded to the nearest: (299 R + 587 G + 114 B) / 1000 (ITU-R BT.601).
    /// A grey picture stays as it is.
    /// </summary>
    public Picture ToGrey()
    {
        if (Channels == 1)
            return this;

        ReadOnlySpan<byte> red = Channel(0), green = Channel(1), blue = Channel(2);
        var grey = new byte[Height * Width];
        for (int i = 0; i < grey.Length; i++)
            grey[i] = (byte)((299 * red[i] + 587 * green[i] + 114 * blue[i] + 500) / 1000);

        return new(1, Height, Width, grey) { AlphaDropped = AlphaDropped };
    }

    /// <summary>What is wrong with a size, or null.</summary>
    internal static string? SizeFault(long height, long width) =>
        height >= 1 && width >= 1 && height <= MaxPixels / width
            ? null
            : $"height × width must be at least 1 × 1 and at most {MaxPixels} pixels, was {height} × {width}";
}
