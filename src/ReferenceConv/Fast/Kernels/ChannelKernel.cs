using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>The micro-kernel with channels in the lanes, for a number of pixels that is known when it is called.</summary>
internal static class ChannelKernel<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    /// <summary>Computes one strip, or two of 7 or 3 pixels, by one or two vectors of channels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No tile has so many pixels.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int pixels, bool twoStrips, bool twoColumns, in TileCall<T> call)
    {
        switch (twoStrips ? 2 * pixels : pixels)
        {
            case 1: Strip<One>(twoColumns, call); break;
            case 2: Strip<Two>(twoColumns, call); break;
            case 3: Strip<Three>(twoColumns, call); break;
            case 4: Strip<Four>(twoColumns, call); break;
            case 5: Strip<Five>(twoColumns, call); break;
            case 6 when twoStrips: Strips<Three>(twoColumns, call); break;
            case 6: Strip<Six>(twoColumns, call); break;
            case 7: Strip<Seven>(twoColumns, call); break;
            case 8: Strip<Eight>(twoColumns, call); break;
            case 9: Strip<Nine>(twoColumns, call); break;
            case 10: Strip<Ten>(twoColumns, call); break;
            case 11: Strip<Eleven>(twoColumns, call); break;
            case 12: Strip<Twelve>(twoColumns, call); break;
            case 13: Strip<Thirteen>(twoColumns, call); break;
            case 14 when twoStrips: Strips<Seven>(twoColumns, call); break;
            case 14: Strip<Fourteen>(twoColumns, call); break;
            default: throw new ArgumentOutOfRangeException(nameof(pixels), pixels, "no tile has so many pixels");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TPixels>(bool twoColumns, in TileCall<T> call)
        where TPixels : ICount
    {
        if (twoColumns)
            MicroKernel<T, TVector, TLanes, OneStrip<TPixels, Two>>.Run(call);
        else
            MicroKernel<T, TVector, TLanes, OneStrip<TPixels, One>>.Run(call);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strips<TPixels>(bool twoColumns, in TileCall<T> call)
        where TPixels : ICount
    {
        if (twoColumns)
            MicroKernel<T, TVector, TLanes, TwoStrips<TPixels, Two>>.Run(call);
        else
            MicroKernel<T, TVector, TLanes, TwoStrips<TPixels, One>>.Run(call);
    }
}
