namespace ReferenceConv.Verification.Cases;

/// <summary>
/// Numbers drawn by position: the same seed and index give the same number on every machine and in any order.
/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
/// </summary>
public static class Draw
{
    /// <summary>64 random bits.</summary>
    public static ulong Bits(ulong seed, ulong index)
    {
        ulong z = (seed * 0xD1342543DE82EF95UL) + ((index + 1) * 0x9E3779B97F4A7C15UL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>An odd integer in ±1, ±3, … ±<paramref name="range"/>: never zero, so that no lost product stays hidden.</summary>
    /// <param name="seed">Selects the sequence.</param>
    /// <param name="index">Position in the sequence.</param>
    /// <param name="range">The greatest magnitude, odd and ≥ 1.</param>
    public static long Odd(ulong seed, ulong index, long range)
    {
        ulong bits = Bits(seed, index);
        long magnitude = (2 * (long)Math.BigMul(bits, (ulong)(range + 1) / 2, out _)) + 1;
        return (bits & 1) == 0 ? magnitude : -magnitude;
    }
}
