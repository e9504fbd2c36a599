using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// What all rings do with the one to three vectors of a row: read the image, add to the sums, write them when complete. A class to inherit
/// from only so that the rings can call these by their bare names; nothing has an instance.
/// </summary>
/// <remarks>Unchecked references, as in <see cref="MicroKernel{T, TVector, TLanes, TShape}"/>.</remarks>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="TLanes">What the machine does with it.</typeparam>
/// <typeparam name="TColumns">Vectors of neighbouring results, 1 to 3.</typeparam>
internal abstract class RingColumns<T, TVector, TLanes, TColumns>
    where TLanes : ILanes<T, TVector>
    where TColumns : ICount
{
    /// <summary>Reads the vectors from here on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Load(ref T from, nint column, out TVector x, out TVector y, out TVector z)
    {
        x = TLanes.Load(ref from);
        y = TColumns.Value > 1 ? TLanes.Load(ref Unsafe.Add(ref from, column)) : x;
        z = TColumns.Value > 2 ? TLanes.Load(ref Unsafe.Add(ref from, 2 * column)) : x;
    }

    /// <summary>(a, b, c) += weight · (x, y, z).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Add(TVector weight, TVector x, TVector y, TVector z, ref TVector a, ref TVector b, ref TVector c)
    {
        a = TLanes.MultiplyAdd(weight, x, a);
        if (TColumns.Value > 1)
            b = TLanes.MultiplyAdd(weight, y, b);
        if (TColumns.Value > 2)
            c = TLanes.MultiplyAdd(weight, z, c);
    }

    /// <summary>Writes a complete row of sums, and goes to the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T Write(ref T result, nint row, nint column, TVector a, TVector b, TVector c)
    {
        TLanes.Store(a, ref result);
        if (TColumns.Value > 1)
            TLanes.Store(b, ref Unsafe.Add(ref result, column));
        if (TColumns.Value > 2)
            TLanes.Store(c, ref Unsafe.Add(ref result, 2 * column));
        return ref Unsafe.Add(ref result, row);
    }

    /// <summary>Asks for the row of the next column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Ahead(ref T row, nint distance)
    {
        Prefetch.Line(ref Unsafe.Add(ref row, distance));
        if (TColumns.Value > 1)
            Prefetch.Line(ref Unsafe.Add(ref row, distance + TLanes.Count));
        if (TColumns.Value > 2)
            Prefetch.Line(ref Unsafe.Add(ref row, distance + (2 * TLanes.Count)));
    }
}
