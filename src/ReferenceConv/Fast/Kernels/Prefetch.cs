using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ReferenceConv.Fast.Kernels;

/// <summary>Asks for cache lines ahead of their use. A hint: it reads nothing, cannot fault, and where the machine has no such instruction does nothing.</summary>
internal static class Prefetch
{
    /// <summary>Asks for the lines under this many vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Vectors<T, TVector, TLanes>(ref T from, int vectors)
        where TLanes : ILanes<T, TVector>
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(Unsafe.AsPointer(ref from));
        if (vectors > 1) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref from, TLanes.Count)));
        if (vectors > 2) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref from, 2 * TLanes.Count)));
    }
}
