using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Exchange;

/// <summary>What nearly every library has: zeros borders, no tiles.</summary>
internal static class PlainCase
{
    /// <summary>The case without its borders and tiles, and otherwise as ugly as it was.</summary>
    public static ConvolutionCase Of(ConvolutionCase instance)
    {
        while (Oddities(instance) is > 0 and int oddities)
            instance = instance.Simpler().First(simpler => Rank(simpler) == Rank(instance) && Oddities(simpler) < oddities);
        return instance;
    }

    private static int Rank(ConvolutionCase instance) => instance.Geometry.Axes.Length;

    private static int Oddities(ConvolutionCase instance) =>
        instance.Geometry.Axes.Sum(static axis => (axis.Border == Border.Zeros ? 0 : 1) + (axis.Tile == 1 ? 0 : 1));
}
