using System.Collections.Immutable;
using ReferenceConv.Fast;

namespace ReferenceConv.SpecTests.Fast.Kernels;

/// <summary>A tile of the output that the micro-kernel shall hold in registers.</summary>
/// <param name="Shape">Its type argument, as a listing names it.</param>
/// <param name="Width">Bits of a vector.</param>
/// <param name="Sums">Vectors of sums in the tile.</param>
/// <param name="Tiling">A tiling that uses it</param>
/// <param name="Side">on images of this side.</param>
public sealed record Tile(string Shape, VectorWidth Width, int Sums, Tiling Tiling, int Side)
{
    /// <summary>The tiles that large layers are computed with.</summary>
    public static ImmutableArray<Tile> All { get; } =
    [
        new("OneStrip`2[Fourteen,Two]", VectorWidth.Bits512, 14 * 2, Tiling.Channels, 14),
        new("TwoStrips`2[Seven,Two]", VectorWidth.Bits512, (7 + 7) * 2, Tiling.Channels, 21),
        new("Planes`2[Eight,Three]", VectorWidth.Bits512, 8 * 3, Tiling.Pixels, 48),
        new("OneStrip`2[Six,Two]", VectorWidth.Bits256, 6 * 2, Tiling.Channels, 6),
        new("Planes`2[Four,Three]", VectorWidth.Bits256, 4 * 3, Tiling.Pixels, 24),
    ];

    /// <summary>The type whose method computes it, as a listing names it.</summary>
    public string Kernel
    {
        get
        {
            int bits = (int)Width;
            return $"MicroKernel`4[float,System.Runtime.Intrinsics.Vector{bits}`1[float],Lanes{bits}`1[float],{Shape}]";
        }
    }

    /// <summary>What registers are called that hold so many bits.</summary>
    public string RegisterName => Width == VectorWidth.Bits512 ? "zmm" : "ymm";

    /// <summary>Its name in a test's.</summary>
    public override string ToString() => $"{Shape} of {Width}";
}
