using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// Rows become columns, n rows of n lanes, without leaving the registers. A deal zips row r with row r + n/2, as the halves of a pack of
/// cards are shuffled into each other; after log₂ n deals lane j of row i lies in lane i of row j.
/// </summary>
/// <remarks>
/// Unchecked references, as in <see cref="MicroKernel{T, TVector, TLanes, TShape}"/>: callers guarantee n rows on both sides.
/// </remarks>
internal static class Transposition<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    /// <summary>target[j, i] = source[i, j].</summary>
    /// <param name="source">First row.</param>
    /// <param name="sourceRow">From row to row.</param>
    /// <param name="target">First row.</param>
    /// <param name="targetRow">From row to row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref T source, nint sourceRow, ref T target, nint targetRow)
    {
        TVector r0 = TLanes.Load(ref source);
        TVector r1 = r0, r2 = r0, r3 = r0, r4 = r0, r5 = r0, r6 = r0, r7 = r0, r8 = r0;
        TVector r9 = r0, r10 = r0, r11 = r0, r12 = r0, r13 = r0, r14 = r0, r15 = r0;
        if (TLanes.Count >= 2)
        {
            r1 = TLanes.Load(ref Unsafe.Add(ref source, 1 * sourceRow));
        }

        if (TLanes.Count >= 4)
        {
            r2 = TLanes.Load(ref Unsafe.Add(ref source, 2 * sourceRow));
            r3 = TLanes.Load(ref Unsafe.Add(ref source, 3 * sourceRow));
        }

        if (TLanes.Count >= 8)
        {
            r4 = TLanes.Load(ref Unsafe.Add(ref source, 4 * sourceRow));
            r5 = TLanes.Load(ref Unsafe.Add(ref source, 5 * sourceRow));
            r6 = TLanes.Load(ref Unsafe.Add(ref source, 6 * sourceRow));
            r7 = TLanes.Load(ref Unsafe.Add(ref source, 7 * sourceRow));
        }

        if (TLanes.Count >= 16)
        {
            r8 = TLanes.Load(ref Unsafe.Add(ref source, 8 * sourceRow));
            r9 = TLanes.Load(ref Unsafe.Add(ref source, 9 * sourceRow));
            r10 = TLanes.Load(ref Unsafe.Add(ref source, 10 * sourceRow));
            r11 = TLanes.Load(ref Unsafe.Add(ref source, 11 * sourceRow));
            r12 = TLanes.Load(ref Unsafe.Add(ref source, 12 * sourceRow));
            r13 = TLanes.Load(ref Unsafe.Add(ref source, 13 * sourceRow));
            r14 = TLanes.Load(ref Unsafe.Add(ref source, 14 * sourceRow));
            r15 = TLanes.Load(ref Unsafe.Add(ref source, 15 * sourceRow));
        }

        if (TLanes.Count == 16)
        {
            Deal(
                ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7,
                ref r8, ref r9, ref r10, ref r11, ref r12, ref r13, ref r14, ref r15);
            Deal(
                ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7,
                ref r8, ref r9, ref r10, ref r11, ref r12, ref r13, ref r14, ref r15);
            Deal(
                ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7,
                ref r8, ref r9, ref r10, ref r11, ref r12, ref r13, ref r14, ref r15);
            Deal(
                ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7,
                ref r8, ref r9, ref r10, ref r11, ref r12, ref r13, ref r14, ref r15);
        }

        if (TLanes.Count == 8)
        {
            Deal(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
            Deal(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
            Deal(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        }

        if (TLanes.Count == 4)
        {
            Deal(ref r0, ref r1, ref r2, ref r3);
            Deal(ref r0, ref r1, ref r2, ref r3);
        }

        if (TLanes.Count == 2)
        {
            Deal(ref r0, ref r1);
        }

        TLanes.Store(r0, ref target);
        if (TLanes.Count >= 2)
        {
            TLanes.Store(r1, ref Unsafe.Add(ref target, 1 * targetRow));
        }

        if (TLanes.Count >= 4)
        {
            TLanes.Store(r2, ref Unsafe.Add(ref target, 2 * targetRow));
            TLanes.Store(r3, ref Unsafe.Add(ref target, 3 * targetRow));
        }

        if (TLanes.Count >= 8)
        {
            TLanes.Store(r4, ref Unsafe.Add(ref target, 4 * targetRow));
            TLanes.Store(r5, ref Unsafe.Add(ref target, 5 * targetRow));
            TLanes.Store(r6, ref Unsafe.Add(ref target, 6 * targetRow));
            TLanes.Store(r7, ref Unsafe.Add(ref target, 7 * targetRow));
        }

        if (TLanes.Count >= 16)
        {
            TLanes.Store(r8, ref Unsafe.Add(ref target, 8 * targetRow));
            TLanes.Store(r9, ref Unsafe.Add(ref target, 9 * targetRow));
            TLanes.Store(r10, ref Unsafe.Add(ref target, 10 * targetRow));
            TLanes.Store(r11, ref Unsafe.Add(ref target, 11 * targetRow));
            TLanes.Store(r12, ref Unsafe.Add(ref target, 12 * targetRow));
            TLanes.Store(r13, ref Unsafe.Add(ref target, 13 * targetRow));
            TLanes.Store(r14, ref Unsafe.Add(ref target, 14 * targetRow));
            TLanes.Store(r15, ref Unsafe.Add(ref target, 15 * targetRow));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Deal(
        ref TVector r0, ref TVector r1, ref TVector r2, ref TVector r3, ref TVector r4, ref TVector r5, ref TVector r6, ref TVector r7,
        ref TVector r8, ref TVector r9, ref TVector r10, ref TVector r11, ref TVector r12, ref TVector r13, ref TVector r14, ref TVector r15) =>
        (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15) =
        (
            TLanes.ZipLower(r0, r8), TLanes.ZipUpper(r0, r8), TLanes.ZipLower(r1, r9), TLanes.ZipUpper(r1, r9),
            TLanes.ZipLower(r2, r10), TLanes.ZipUpper(r2, r10), TLanes.ZipLower(r3, r11), TLanes.ZipUpper(r3, r11),
            TLanes.ZipLower(r4, r12), TLanes.ZipUpper(r4, r12), TLanes.ZipLower(r5, r13), TLanes.ZipUpper(r5, r13),
            TLanes.ZipLower(r6, r14), TLanes.ZipUpper(r6, r14), TLanes.ZipLower(r7, r15), TLanes.ZipUpper(r7, r15)
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Deal(
        ref TVector r0, ref TVector r1, ref TVector r2, ref TVector r3, ref TVector r4, ref TVector r5, ref TVector r6, ref TVector r7) =>
        (r0, r1, r2, r3, r4, r5, r6, r7) =
        (
            TLanes.ZipLower(r0, r4), TLanes.ZipUpper(r0, r4), TLanes.ZipLower(r1, r5), TLanes.ZipUpper(r1, r5),
            TLanes.ZipLower(r2, r6), TLanes.ZipUpper(r2, r6), TLanes.ZipLower(r3, r7), TLanes.ZipUpper(r3, r7)
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Deal(ref TVector r0, ref TVector r1, ref TVector r2, ref TVector r3) =>
        (r0, r1, r2, r3) = (TLanes.ZipLower(r0, r2), TLanes.ZipUpper(r0, r2), TLanes.ZipLower(r1, r3), TLanes.ZipUpper(r1, r3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Deal(ref TVector r0, ref TVector r1) =>
        (r0, r1) = (TLanes.ZipLower(r0, r1), TLanes.ZipUpper(r0, r1));
}
