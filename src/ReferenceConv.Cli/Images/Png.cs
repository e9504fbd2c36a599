namespace ReferenceConv.Cli.Images;

/// <summary>
/// Portable Network Graphics (ISO 15948): 8 bits a sample, not interlaced. Transparency is dropped, and the picture says so.
/// </summary>
public static class Png
{
    /// <summary>The first eight bytes of every PNG.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads grey, colour and palette pictures, with or without transparency; every check the file carries is checked.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a PNG; the message says where.</exception>
    public static Picture Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
            throw new InvalidDataException("PNG: the file does not begin with the PNG signature");

        ReadOnlySpan<byte> rest = file[Signature.Length..];
        PngChunk chunk = PngChunk.Take(ref rest);
        if (chunk.Type != "IHDR")
            throw new InvalidDataException($"PNG: the first chunk must be IHDR, was {chunk.Type}");

        PngHeader header = PngHeader.Read(chunk.Data);
        byte[]? palette = null;
        bool transparent = header.HasAlpha;
        using var compressed = new MemoryStream();

        for (string previous = "IHDR"; chunk.Type != "IEND"; previous = chunk.Type)
        {
            chunk = PngChunk.Take(ref rest);
            switch (chunk.Type)
            {
                case "PLTE" when palette is null && compressed.Length == 0:
                    palette = ReadPalette(chunk.Data);
                    break;
                case "IDAT" when previous == "IDAT" || compressed.Length == 0:
                    compressed.Write(chunk.Data);
                    break;
                case "tRNS":
                    transparent = true;
                    break;
                case "IEND" when chunk.Data.IsEmpty:
                    break;
                default:
                    if (chunk.IsCritical)
                        throw new InvalidDataException(
                            $"PNG: a chunk {chunk.Type} of {chunk.Data.Length} bytes has no place after {previous}");
                    break;
            }
        }

        if (!rest.IsEmpty)
            throw new InvalidDataException($"PNG: {rest.Length} bytes follow the end of the picture");
        if (header.Type == PngHeader.Palette && palette is null)
            throw new InvalidDataException("PNG: a palette picture without a palette");

        compressed.Position = 0;
        byte[] samples = PngPixels.Read(compressed, header, palette);
        return new(header.Channels, header.Height, header.Width, samples) { AlphaDropped = transparent };
    }

    /// <summary>Writes a grey or colour picture.</summary>
    public static void Write(Stream file, Picture picture)
    {
        file.Write(Signature);
        PngChunk.Write(file, "IHDR"u8, PngHeader.Write(picture));
        PngChunk.Write(file, "IDAT"u8, PngPixels.Write(picture));
        PngChunk.Write(file, "IEND"u8, []);
    }

    private static byte[] ReadPalette(ReadOnlySpan<byte> data) =>
        data.Length is >= 3 and <= 768 && data.Length % 3 == 0
            ? data.ToArray()
            : throw new InvalidDataException($"PNG: a palette must have 3 bytes for each of 1..256 colours, has {data.Length}");
}
