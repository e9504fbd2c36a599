using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>Copies a plane of the input into a stored plane, stretch by stretch.</summary>
internal static class PlaneStore<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    /// <summary>stored[target + e] = x[source + e·step].</summary>
    /// <param name="stretch">What goes where.</param>
    /// <param name="x">The plane, and what follows it.</param>
    /// <param name="stored">The stored plane.</param>
    /// <param name="zero">What stands where nothing of the input does.</param>
    public static void Copy(Stretch stretch, ReadOnlySpan<T> x, Span<T> stored, T zero)
    {
        Span<T> target = stored.Slice(stretch.Target, stretch.Length);
        int lanes = TLanes.Count;
        if (stretch.IsZero)
        {
            if (target.Length < lanes)
                for (int e = 0; e < target.Length; e++)
                    target[e] = zero;
            else
                target.Fill(zero);
        }
        else if (stretch.Step == 1 && target.Length >= lanes)
        {
            ReadOnlySpan<T> source = x.Slice(stretch.Source, target.Length);
            for (int e = 0; e < target.Length; e += lanes)
            {
                int from = Math.Min(e, target.Length - lanes);
                TLanes.Store(TLanes.Load(ref MemoryMarshal.GetReference(source[from..])), ref target[from]);
            }
        }
        else if (stretch.Step == 2 && lanes > 1 && target.Length >= lanes && x.Length >= stretch.Source + 2 * target.Length)
        {
            ReadOnlySpan<T> source = x.Slice(stretch.Source, 2 * target.Length);
            for (int e = 0; e < target.Length; e += lanes)
            {
                int from = Math.Min(e, target.Length - lanes);
                TVector lower = TLanes.Load(ref MemoryMarshal.GetReference(source[(2 * from)..]));
                TVector upper = TLanes.Load(ref MemoryMarshal.GetReference(source[(2 * from + lanes)..]));
                TLanes.Store(TLanes.EverySecond(lower, upper), ref target[from]);
            }
        }
        else
            for (int e = 0; e < target.Length; e++)
                target[e] = x[stretch.Source + e * stretch.Step];
    }
}
