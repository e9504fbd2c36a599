using System.Numerics;
using System.Runtime.InteropServices;

namespace ReferenceConv.Verification.Judging;

/// <summary>What a binary floating-point type can hold.</summary>
/// <typeparam name="T">float or double.</typeparam>
public static class NumberFormat<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>p: 24 for float, 53 for double.</summary>
    public static int SignificandBits { get; } = 1 - T.ILogB(T.BitIncrement(T.One) - T.One);

    /// <summary>u = 2⁻ᵖ: the greatest relative error of one rounding.</summary>
    public static double UnitRoundoff { get; } = Math.ScaleB(1, -SignificandBits);

    /// <summary>The smallest positive number; half of it is the greatest absolute error of a product that underflows.</summary>
    public static double SmallestSubnormal { get; } = double.CreateChecked(T.Epsilon);

    /// <summary>The exponent of the largest number: 127 for float, 1023 for double.</summary>
    public static int LargestExponent { get; } = 2 - SignificandBits - T.ILogB(T.Epsilon);

    /// <summary>
    /// A NaN that no arithmetic makes by itself: results are filled with it, so that an element nobody wrote, or only added to, is known.
    /// </summary>
    public static T Unwritten { get; } = MakeUnwritten();

    /// <summary>Whether an element still is, bit for bit, what the result was filled with.</summary>
    public static bool IsUnwritten(T number) => T.IsNaN(number) && Bits(number).SequenceEqual(Bits(Unwritten));

    /// <summary>float32 or float64.</summary>
    public static string Name { get; } = $"float{8 * Marshal.SizeOf<T>()}";

    private static T MakeUnwritten()
    {
        T number = T.NaN;
        Span<byte> bytes = MemoryMarshal.AsBytes(new Span<T>(ref number));
        bytes[0] = 0xC0;
        bytes[1] = 0xDE;
        return number;
    }

    private static ReadOnlySpan<byte> Bits(in T number) => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in number));
}
