using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Copies a plane of the input into a stored plane, patch by patch; every second number, as strides of two want it, also by vectors.
/// </summary>
internal static class PlaneStore<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    /// <summary>stored[place] = x[source], for all places of the patch and their sources.</summary>
    /// <param name="patch">What goes where.</param>
    /// <param name="x">The plane, and what follows it.</param>
    /// <param name="stored">The stored plane.</param>
    /// <param name="zero">What stands where nothing of the input does.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(Patch patch, ReadOnlySpan<T> x, Span<T> stored, T zero)
    {
        bool wide = TLanes.Count > 1 && patch.Length >= TLanes.Count && patch.SourceRow >= 0;
        if (wide && patch.Step == 1)
            CopyNeighbours(patch, x, stored);
        else if (wide && patch.Step == 2)
        {
            // one number more than is kept is read behind a row; where x ends before it, the row goes number by number
            int rows = patch.Rows;
            while (rows > 0 && patch.Source + (rows - 1) * patch.SourceRow + 2 * patch.Length > x.Length)
                rows--;
            if (rows > 0)
                CopyEverySecond(patch with { Rows = rows }, x, stored);
            CopyRows(patch, rows, x, stored, zero);
        }
        else
            CopyRows(patch, 0, x, stored, zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows(Patch patch, int from, ReadOnlySpan<T> x, Span<T> stored, T zero)
    {
        for (int r = from; r < patch.Rows; r++)
            CopyRow(patch, r, x, stored, zero);
        if (patch.OddTarget != Axis.None)
            CopyRows(patch with { Target = patch.OddTarget, Source = patch.Source + 1, OddTarget = Axis.None }, from, x, stored, zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRow(Patch patch, int r, ReadOnlySpan<T> x, Span<T> stored, T zero)
    {
        Span<T> target = stored.Slice(patch.Target + r * patch.TargetRow, patch.Length);
        for (int e = 0; e < target.Length; e++)
            target[e] = patch.IsZero ? zero : x[patch.Source + r * patch.SourceRow + e * patch.Step];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyNeighbours(Patch patch, ReadOnlySpan<T> x, Span<T> stored)
    {
        ref T source = ref MemoryMarshal.GetReference(x.Slice(patch.Source, (patch.Rows - 1) * patch.SourceRow + patch.Length));
        ref T target = ref MemoryMarshal.GetReference(stored.Slice(patch.Target, (patch.Rows - 1) * patch.TargetRow + patch.Length));
        int last = patch.Length - TLanes.Count;
        for (int r = 0; r < patch.Rows; r++)
        {
            for (int e = 0; e < last; e += TLanes.Count)
                TLanes.Store(TLanes.Load(ref Unsafe.Add(ref source, e)), ref Unsafe.Add(ref target, e));
            TLanes.Store(TLanes.Load(ref Unsafe.Add(ref source, last)), ref Unsafe.Add(ref target, last));
            source = ref Unsafe.Add(ref source, patch.SourceRow);
            target = ref Unsafe.Add(ref target, patch.TargetRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyEverySecond(Patch patch, ReadOnlySpan<T> x, Span<T> stored)
    {
        bool both = patch.OddTarget != Axis.None;
        ref T source = ref MemoryMarshal.GetReference(x.Slice(patch.Source, (patch.Rows - 1) * patch.SourceRow + 2 * patch.Length));
        int reach = (patch.Rows - 1) * patch.TargetRow + patch.Length;
        ref T even = ref MemoryMarshal.GetReference(stored.Slice(patch.Target, reach));
        ref T odd = ref MemoryMarshal.GetReference(stored.Slice(both ? patch.OddTarget : patch.Target, reach));
        int last = patch.Length - TLanes.Count;
        for (int r = 0; r < patch.Rows; r++)
        {
            for (int e = 0; e < last; e += TLanes.Count)
                Deal(ref source, ref even, ref odd, e, both);
            Deal(ref source, ref even, ref odd, last, both);
            source = ref Unsafe.Add(ref source, patch.SourceRow);
            even = ref Unsafe.Add(ref even, patch.TargetRow);
            odd = ref Unsafe.Add(ref odd, patch.TargetRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Deal(ref T source, ref T even, ref T odd, int e, bool both)
    {
        TVector lower = TLanes.Load(ref Unsafe.Add(ref source, 2 * e));
        TVector upper = TLanes.Load(ref Unsafe.Add(ref source, 2 * e + TLanes.Count));
        TLanes.Store(TLanes.Even(lower, upper), ref Unsafe.Add(ref even, e));
        if (both)
            TLanes.Store(TLanes.Odd(lower, upper), ref Unsafe.Add(ref odd, e));
    }
}
