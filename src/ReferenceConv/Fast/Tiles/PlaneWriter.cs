using System.Runtime.CompilerServices;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Writes chunks, which keep the channels of a pixel together, into the planes of the output. Some channels at a time are transposed into
/// rows, and then go row by row: written pixel by pixel, planes whose size is a power of two would push each other out of the cache.
/// </summary>
internal readonly ref struct PlaneWriter<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    private readonly Span<T> planes;
    private readonly int plane;
    private readonly int parts;
    private readonly Span<T> rows;

    /// <summary>For the planes of a panel, and chunks of so many parts.</summary>
    /// <param name="planes">The planes.</param>
    /// <param name="plane">From plane to plane.</param>
    /// <param name="parts">Parts of a chunk.</param>
    /// <param name="rows">Room for <see cref="RowsLength"/> numbers.</param>
    public PlaneWriter(Span<T> planes, int plane, int parts, Span<T> rows)
    {
        this.planes = planes;
        (this.plane, this.parts) = (plane, parts);
        this.rows = rows;
    }

    /// <summary>Numbers of the rows between.</summary>
    public static int RowsLength => TLanes.Count * RowLength;

    /// <summary>
    /// Room for the slots of all parts, each rounded up to whole vectors, and for the vectors that are read beyond the last.
    /// </summary>
    private static int RowLength => Chunk.MostPixels + 4 * TLanes.Count;

    /// <summary>planes[k·plane + result + j·step] = tile[slot(j)·width + k].</summary>
    /// <param name="tile">The chunk's results, slot after slot.</param>
    /// <param name="width">From slot to slot.</param>
    /// <param name="chunk">The chunk.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(Span<T> tile, int width, Chunk chunk)
    {
        int lanes = TLanes.Count;
        int channels = planes.Length / plane;
        int slots = (chunk.Length + parts - 1) / parts;
        int part = (slots + lanes - 1) / lanes * lanes;
        for (int first = 0; first < channels; first += lanes)
        {
            for (int p = 0; p < parts; p++)
                for (int s = 0; s < slots; s += lanes)
                    Transposition<T, TVector, TLanes>.Run(
                        ref tile.Slice((p * chunk.PartSlots + s) * width + first, (lanes - 1) * width + lanes)[0],
                        width,
                        ref rows.Slice(p * part + s, (lanes - 1) * RowLength + lanes)[0],
                        RowLength);

            for (int k = 0; k < Math.Min(lanes, channels - first); k++)
            {
                Span<T> target = planes.Slice((first + k) * plane + chunk.Result, (chunk.Length - 1) * chunk.Step + 1);
                Span<T> row = rows.Slice(k * RowLength, RowLength);
                if (chunk.Step == 1 && parts == 1 && chunk.Length >= lanes)
                    CopyRow(row, target);
                else if (chunk.Step == 1 && parts == 2 && chunk.Length >= 2 * lanes)
                    ZipRows(row, row[part..], target);
                else
                    for (int p = 0; p < parts; p++)
                        for (int j = p, s = p * part; j < chunk.Length; j += parts, s++)
                            target[j * chunk.Step] = row[s];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRow(Span<T> row, Span<T> target)
    {
        int last = target.Length - TLanes.Count;
        for (int j = 0; j < last; j += TLanes.Count)
            TLanes.Store(TLanes.Load(ref row[j]), ref target[j]);
        TLanes.Store(TLanes.Load(ref row[last]), ref target[last]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ZipRows(Span<T> even, Span<T> odd, Span<T> target)
    {
        int last = (target.Length - 2 * TLanes.Count) / 2;
        for (int j = 0; j < last; j += TLanes.Count)
            Zip(even, odd, target, j);
        Zip(even, odd, target, last);
        if (target.Length % 2 == 1)
            target[^1] = even[target.Length / 2];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Zip(Span<T> even, Span<T> odd, Span<T> target, int slot)
    {
        TVector a = TLanes.Load(ref even[slot]);
        TVector b = TLanes.Load(ref odd[slot]);
        TLanes.Store(TLanes.ZipLower(a, b), ref target[2 * slot]);
        TLanes.Store(TLanes.ZipUpper(a, b), ref target[2 * slot + TLanes.Count]);
    }
}
