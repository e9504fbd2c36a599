namespace ReferenceConv.Cli.Images;

/// <summary>
/// The checksum that ends a zlib stream (RFC 1950, §8.2): a = 1 + Σ bytes, b = Σ of all a met, both modulo 65521; b · 2¹⁶ + a.
/// </summary>
internal static class Adler32
{
    /// <summary>The checksum of nothing.</summary>
    public const uint Start = 1;

    /// <summary>The checksum of what was summed up before, followed by more.</summary>
    public static uint Continue(uint adler, ReadOnlySpan<byte> data)
    {
        uint a = adler & 0xFFFF, b = adler >> 16;
        foreach (byte x in data)
        {
            a = (a + x) % 65521;
            b = (b + a) % 65521;
        }

        return b << 16 | a;
    }
}
