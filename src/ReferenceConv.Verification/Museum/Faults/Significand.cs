using System.Numerics;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Numbers with fewer bits.</summary>
internal static class Significand
{
    /// <summary>
    /// The nearest number of so many bits, ties to even: 8 for bf16, 11 for half and TF32, without their range of exponents.
    /// </summary>
    public static T Round<T>(T number, int bits)
        where T : IBinaryFloatingPointIeee754<T>
    {
        if (!T.IsFinite(number) || T.IsZero(number))
            return number;
        int scale = bits - 1 - T.ILogB(number);
        return T.ScaleB(T.Round(T.ScaleB(number, scale)), -scale);
    }
}
