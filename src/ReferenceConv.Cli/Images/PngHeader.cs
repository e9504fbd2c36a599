using System.Buffers.Binary;

namespace ReferenceConv.Cli.Images;

/// <summary>
/// The IHDR chunk: size and kind of a PNG (ISO 15948, §11.2.2). Read here: 8 bits a sample, every kind of colour, not interlaced.
/// </summary>
internal readonly record struct PngHeader
{
    /// <summary>
    /// The colour type of grey, of red-green-blue, and of numbers into a palette; +4 where transparency stands beside the colour.
    /// </summary>
    public const int Grey = 0, Colour = 2, Palette = 3, Alpha = 4;

    private PngHeader(int height, int width, int type)
    {
        Height = height;
        Width = width;
        Type = type;
    }

    /// <summary>The number of rows.</summary>
    public int Height { get; }

    /// <summary>The number of columns.</summary>
    public int Width { get; }

    /// <summary>0, 2, 3, 4 or 6.</summary>
    public int Type { get; }

    /// <summary>How many of the picture's channels it gives: 1 for grey, 3 for colour and palettes.</summary>
    public int Channels => (Type & Colour) == 0 ? 1 : 3;

    /// <summary>Bytes from one pixel to the next: the channels, one more for transparency; a palette's pixel is one number.</summary>
    public int BytesPerPixel => Type == Palette ? 1 : Channels + (HasAlpha ? 1 : 0);

    /// <summary>Whether transparency stands beside the colour.</summary>
    public bool HasAlpha => (Type & Alpha) != 0;

    /// <summary>One scanline: the number of its filter, then the row.</summary>
    public int ScanlineLength => 1 + Width * BytesPerPixel;

    /// <summary>Reads the chunk's data.</summary>
    /// <exception cref="InvalidDataException">A field is out of range or of a kind that is not read here.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
            throw new InvalidDataException($"PNG: IHDR must have 13 bytes, has {data.Length}");

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data), height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (Picture.SizeFault(height, width) is { } fault)
            throw new InvalidDataException($"PNG: {fault}");
        if (data[8] != 8)
            throw new InvalidDataException($"PNG: bit depth must be 8, was {data[8]}; other depths are not read");
        if (data[9] is not (Grey or Colour or Palette or (Grey | Alpha) or (Colour | Alpha)))
            throw new InvalidDataException($"PNG: colour type must be 0, 2, 3, 4 or 6, was {data[9]}");
        if ((data[10], data[11]) != (0, 0))
            throw new InvalidDataException($"PNG: compression and filter method must be 0 and 0, were {data[10]} and {data[11]}");
        if (data[12] != 0)
            throw new InvalidDataException($"PNG: interlace method must be 0, was {data[12]}; interlaced pictures are not read");

        return new((int)height, (int)width, data[9]);
    }

    /// <summary>The header of a picture, as 13 bytes.</summary>
    public static byte[] Write(Picture picture)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), picture.Height);
        data[8] = 8;
        data[9] = (byte)(picture.Channels == 1 ? Grey : Colour);
        return data;
    }
}
