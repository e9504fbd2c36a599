using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Writes chunks, which keep the channels of a pixel together, into the planes of the output: a transposition, by vectors where there are enough
/// channels and pixels. The pixels of two parts are zipped on the way.
/// </summary>
internal readonly ref struct PlaneWriter<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    private readonly Span<T> planes;
    private readonly int plane;
    private readonly int parts;

    /// <summary>For the planes of a panel, and chunks of so many parts.</summary>
    public PlaneWriter(Span<T> planes, int plane, int parts)
    {
        this.planes = planes;
        (this.plane, this.parts) = (plane, parts);
    }

    /// <summary>planes[k·plane + result + j·step] = tile[slot(j)·width + k].</summary>
    /// <param name="tile">The chunk's results, slot after slot; behind the chunk there is room for two squares.</param>
    /// <param name="width">From slot to slot.</param>
    /// <param name="chunk">The chunk.</param>
    public void Write(Span<T> tile, int width, Chunk chunk)
    {
        int lanes = TLanes.Count;
        int channels = planes.Length / plane;
        int first = 0;
        if (lanes > 1 && chunk.Step == 1 && parts <= 2 && chunk.Length >= parts * lanes)
            for (; first + lanes <= channels; first += lanes)
                if (parts == 1)
                    WriteOne(tile, width, chunk, first);
                else
                    WriteTwo(tile, width, chunk, first);

        for (int k = first; k < channels; k++)
            for (int j = 0; j < chunk.Length; j++)
                planes[k * plane + chunk.Result + j * chunk.Step] = tile[(j % parts * chunk.PartSlots + j / parts) * width + k];
    }

    private void WriteOne(Span<T> tile, int width, Chunk chunk, int first)
    {
        int lanes = TLanes.Count;
        for (int j = 0; j < chunk.Length; j += lanes)
        {
            int from = Math.Min(j, chunk.Length - lanes);
            ref T source = ref tile.Slice(from * width + first, (lanes - 1) * width + lanes)[0];
            ref T target = ref planes.Slice(first * plane + chunk.Result + from, (lanes - 1) * plane + lanes)[0];
            Transposition<T, TVector, TLanes>.Run(ref source, width, ref target, plane);
        }
    }

    private void WriteTwo(Span<T> tile, int width, Chunk chunk, int first)
    {
        int lanes = TLanes.Count;
        Span<T> squares = tile[^(2 * lanes * lanes)..];
        for (int j = 0; j < chunk.Length; j += 2 * lanes)
        {
            int from = Math.Min(j, chunk.Length - 2 * lanes) / 2;
            for (int p = 0; p < 2; p++)
            {
                ref T source = ref tile.Slice((p * chunk.PartSlots + from) * width + first, (lanes - 1) * width + lanes)[0];
                Transposition<T, TVector, TLanes>.Run(ref source, width, ref squares[p * lanes * lanes], lanes);
            }

            for (int k = 0; k < lanes; k++)
            {
                TVector even = TLanes.Load(ref squares[k * lanes]);
                TVector odd = TLanes.Load(ref squares[(lanes + k) * lanes]);
                Span<T> target = planes.Slice((first + k) * plane + chunk.Result + 2 * from, 2 * lanes);
                TLanes.Store(TLanes.ZipLower(even, odd), ref target[0]);
                TLanes.Store(TLanes.ZipUpper(even, odd), ref target[lanes]);
            }
        }

        if (chunk.Length % 2 == 1)
            for (int k = first; k < first + lanes; k++)
                planes[k * plane + chunk.Result + chunk.Length - 1] = tile[chunk.Length / 2 * width + k];
    }
}
