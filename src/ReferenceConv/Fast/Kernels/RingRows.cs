using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>The ring for a number of tap rows that is known when it is called.</summary>
internal static class RingRows<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    /// <summary>Goes down the rows with 1 to 7 tap rows and 1 to 3 vectors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No ring has so many tap rows.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int tapRows, int vectors, in RingCall<T> call)
    {
        switch (tapRows)
        {
            case 1: Columns<One>(vectors, call); break;
            case 2: Columns<Two>(vectors, call); break;
            case 3: Columns<Three>(vectors, call); break;
            case 4: Columns<Four>(vectors, call); break;
            case 5: Columns<Five>(vectors, call); break;
            case 6: Columns<Six>(vectors, call); break;
            case 7: Columns<Seven>(vectors, call); break;
            default: throw new ArgumentOutOfRangeException(nameof(tapRows), tapRows, "no ring has so many tap rows");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns<TRows>(int vectors, in RingCall<T> call)
        where TRows : ICount
    {
        if (vectors == 3)
            RingKernel<T, TVector, TLanes, TRows, Three>.Run(call);
        else if (vectors == 2)
            RingKernel<T, TVector, TLanes, TRows, Two>.Run(call);
        else
            RingKernel<T, TVector, TLanes, TRows, One>.Run(call);
    }
}
