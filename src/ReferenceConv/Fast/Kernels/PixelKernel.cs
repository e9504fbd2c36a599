using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>The micro-kernel with pixels in the lanes, for a number of channels that is known when it is called.</summary>
internal static class PixelKernel<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    /// <summary>Computes 1, 2, 4 or 8 channels by one to three vectors of pixels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No tile has so many channels.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int channels, int vectors, in TileCall<T> call)
    {
        switch (channels)
        {
            case 1: Planes<One>(vectors, call); break;
            case 2: Planes<Two>(vectors, call); break;
            case 4: Planes<Four>(vectors, call); break;
            case 8: Planes<Eight>(vectors, call); break;
            default: throw new ArgumentOutOfRangeException(nameof(channels), channels, "no tile has so many channels");
        }
    }

    private static void Planes<TChannels>(int vectors, in TileCall<T> call)
        where TChannels : ICount
    {
        if (vectors == 3)
            MicroKernel<T, TVector, TLanes, Planes<TChannels, Three>>.Run(call);
        else if (vectors == 2)
            MicroKernel<T, TVector, TLanes, Planes<TChannels, Two>>.Run(call);
        else
            MicroKernel<T, TVector, TLanes, Planes<TChannels, One>>.Run(call);
    }
}
