using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>The ring of nine taps for a stride and a number of vectors that are known when it is called.</summary>
internal static class NineTapRings<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    /// <summary>Goes down the rows at a stride of 1 or 2, with 1 to 3 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int stride, int vectors, in NineTapCall<T> call)
    {
        if (vectors == 3)
            Columns<Three>(stride, call);
        else if (vectors == 2)
            Columns<Two>(stride, call);
        else
            Columns<One>(stride, call);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns<TColumns>(int stride, in NineTapCall<T> call)
        where TColumns : ICount
    {
        if (stride == 1)
            NineTapRing<T, TVector, TLanes, TColumns>.Run(call);
        else
            NineTapStrideRing<T, TVector, TLanes, TColumns>.Run(call);
    }
}
