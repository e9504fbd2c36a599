using System.Buffers.Binary;
using System.IO.Compression;

namespace ReferenceConv.Cli.Images;

/// <summary>The pixels of a PNG: scanlines, each filtered by itself, all compressed as one zlib stream (ISO 15948, §§9–10).</summary>
internal static class PngPixels
{
    /// <summary>Deflate never shrinks further: 258 bytes for two bits (RFC 1951; zlib's technical notes give 1032 : 1).</summary>
    private const long StrongestCompression = 1032;

    /// <summary>Channel by channel, row by row. Nothing is allocated that the compressed bytes could not fill.</summary>
    /// <exception cref="InvalidDataException">Too few or too many bytes, damaged ones, or a number outside its range.</exception>
    public static byte[] Read(MemoryStream compressed, PngHeader header, byte[]? palette)
    {
        long needed = (long)header.Height * header.ScanlineLength;
        if (needed > StrongestCompression * compressed.Length)
            throw new InvalidDataException(
                $"PNG: {compressed.Length} compressed bytes cannot hold {header.Height} × {header.Width} pixels");

        var samples = new byte[header.Channels * header.Height * header.Width];
        var scanline = new byte[header.ScanlineLength];
        var above = new byte[header.ScanlineLength];
        uint checksum = Adler32.Start;
        using var scanlines = new ZLibStream(compressed, CompressionMode.Decompress, leaveOpen: true);

        for (int row = 0; row < header.Height; row++)
        {
            if (Inflate(scanlines, scanline) < scanline.Length)
                throw new InvalidDataException($"PNG: the compressed data ends in row {row} of {header.Height}");
            if (scanline[0] >= PngFilter.Count)
                throw new InvalidDataException($"PNG: row {row} is filtered by method {scanline[0]}, where 0..{PngFilter.Count - 1} exist");

            checksum = Adler32.Continue(checksum, scanline);
            PngFilter.Undo(scanline[0], scanline.AsSpan(1), above.AsSpan(1), header.BytesPerPixel);
            Spread(scanline.AsSpan(1), header, palette, samples, row);
            (scanline, above) = (above, scanline);
        }

        if (Inflate(scanlines, new byte[1]) != 0)
            throw new InvalidDataException($"PNG: the compressed data goes on after the last of {header.Height} rows");

        // ZLibStream forgives a checksum cut short and bytes after it; the last four bytes tell both.
        if (BinaryPrimitives.ReadUInt32BigEndian(compressed.GetBuffer().AsSpan((int)compressed.Length - 4, 4)) != checksum)
            throw new InvalidDataException("PNG: the compressed data does not end with the checksum of its rows");

        return samples;
    }

    /// <summary>Each row by the filter whose differences are smallest in sum, a choice the standard recommends (§12.8).</summary>
    public static byte[] Write(Picture picture)
    {
        int length = picture.Channels * picture.Width;
        byte[] row = new byte[length], above = new byte[length], best = new byte[1 + length], candidate = new byte[1 + length];

        using var compressed = new MemoryStream();
        using (var scanlines = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            for (int y = 0; y < picture.Height; y++)
            {
                for (int c = 0; c < picture.Channels; c++)
                    for (int x = 0; x < picture.Width; x++)
                        row[x * picture.Channels + c] = picture.Channel(c)[y * picture.Width + x];

                long smallest = long.MaxValue;
                for (int filter = 0; filter < PngFilter.Count; filter++)
                {
                    candidate[0] = (byte)filter;
                    PngFilter.Apply(filter, row, above, picture.Channels, candidate.AsSpan(1));
                    long sum = SumOfDifferences(candidate.AsSpan(1));
                    if (sum < smallest)
                        (smallest, best, candidate) = (sum, candidate, best);
                }

                scanlines.Write(best);
                (row, above) = (above, row);
            }

        return compressed.ToArray();
    }

    private static int Inflate(ZLibStream scanlines, byte[] into)
    {
        try
        {
            return scanlines.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InvalidDataException("PNG: the compressed data is damaged", e);
        }
    }

    private static void Spread(ReadOnlySpan<byte> pixels, PngHeader header, byte[]? palette, byte[] samples, int row)
    {
        for (int c = 0; c < header.Channels; c++)
        {
            Span<byte> channel = samples.AsSpan((c * header.Height + row) * header.Width, header.Width);
            for (int x = 0; x < channel.Length; x++)
                channel[x] = header.Type == PngHeader.Palette
                    ? Colour(palette!, pixels[x], c)
                    : pixels[x * header.BytesPerPixel + c];
        }
    }

    private static byte Colour(byte[] palette, int number, int channel) => 3 * number < palette.Length
        ? palette[3 * number + channel]
        : throw new InvalidDataException($"PNG: a pixel names colour {number} of a palette of {palette.Length / 3}");

    private static long SumOfDifferences(ReadOnlySpan<byte> differences)
    {
        long sum = 0;
        foreach (byte difference in differences)
            sum += Math.Abs((int)(sbyte)difference);

        return sum;
    }
}
