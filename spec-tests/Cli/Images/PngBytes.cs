using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ReferenceConv.SpecTests.Cli.Images;

/// <summary>PNG files put together by hand, well formed or not, with a bit-by-bit CRC of their own.</summary>
internal static class PngBytes
{
    public static byte[] File(params byte[][] chunks) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. chunks.SelectMany(c => c)];

    public static byte[] File(int height, int width, byte type, byte[] scanlines) =>
        File(Header(height, width, type), Chunk("IDAT", Deflate(scanlines)), End);

    public static byte[] End => Chunk("IEND", []);

    public static byte[] Header(
        int height, int width, byte type, byte depth = 8, byte compression = 0, byte filter = 0, byte interlace = 0) =>
        Chunk("IHDR", [.. BigEndian((uint)width), .. BigEndian((uint)height), depth, type, compression, filter, interlace]);

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.Latin1.GetBytes(type), .. data];
        return [.. BigEndian((uint)data.Length), .. body, .. BigEndian(Crc(body))];
    }

    public static byte[] Deflate(byte[] data)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.Optimal))
            stream.Write(data);

        return compressed.ToArray();
    }

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (((crc ^ (uint)(b >> bit)) & 1) * 0xEDB88320);

        return ~crc;
    }
}
