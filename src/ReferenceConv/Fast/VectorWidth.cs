namespace ReferenceConv.Fast;

/// <summary>Bits that the innermost loop treats at once.</summary>
public enum VectorWidth
{
    /// <summary>One number at a time, of any type.</summary>
    Scalar = 0,

    /// <summary>128 bits: SSE, NEON.</summary>
    Bits128 = 128,

    /// <summary>256 bits: AVX2.</summary>
    Bits256 = 256,

    /// <summary>512 bits: AVX-512.</summary>
    Bits512 = 512,
}
