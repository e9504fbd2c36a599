using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Museum.Loops;

/// <summary>Borders as everyone writes them.</summary>
internal static class NaiveBorder
{
    /// <summary>The input that stands at a position, or −1.</summary>
    public static int InputAt(Axis axis, long position)
    {
        if (0 <= position && position < axis.Input)
            return (int)position;
        return axis.Border switch
        {
            Geometry.Border.Extended => (int)Math.Clamp(position, 0, axis.Input - 1),
            Geometry.Border.Cyclic => (int)(((position % axis.Input) + axis.Input) % axis.Input),
            Geometry.Border.Reflected => Reflect(position, axis.Input),
            _ => -1,
        };
    }

    /// <summary>Bounces off both ends until the position is inside.</summary>
    private static int Reflect(long position, int size)
    {
        while (size > 1 && (position < 0 || position >= size))
            position = position < 0 ? -position : (2L * (size - 1)) - position;
        return size == 1 ? 0 : (int)position;
    }
}
