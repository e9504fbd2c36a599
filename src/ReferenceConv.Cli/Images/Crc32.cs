namespace ReferenceConv.Cli.Images;

/// <summary>
/// The cyclic redundancy check of PNG: polynomial 0xEDB88320 (bits reversed), all ones before and after (ISO 15948, annex D).
/// </summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <summary>The check over two parts, one after the other.</summary>
    public static uint Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => ~Continue(Continue(uint.MaxValue, first), second);

    private static uint Continue(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (byte b in data)
            crc = Table[(byte)crc ^ b] ^ (crc >> 8);

        return crc;
    }

    private static uint Remainder(int n)
    {
        uint r = (uint)n;
        for (int bit = 0; bit < 8; bit++)
            r = (r & 1) == 0 ? r >> 1 : (r >> 1) ^ 0xEDB88320;

        return r;
    }
}
