using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Fast.Tiles;

/// <summary>Writes chunks, which keep the channels of a pixel together, into the planes of the output: a transposition, as far as possible by vectors.</summary>
internal readonly ref struct PlaneWriter<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    private readonly Span<T> planes;
    private readonly int plane;
    private readonly int step;

    /// <summary>For a panel's planes, whose pixels the chunks' results take every <paramref name="step"/>.</summary>
    public PlaneWriter(Span<T> planes, int plane, int step)
    {
        this.planes = planes;
        (this.plane, this.step) = (plane, step);
    }

    /// <summary>planes[k·plane + result + p·step] = tile[p·width + k].</summary>
    public void Write(ReadOnlySpan<T> tile, int width, Chunk chunk)
    {
        int lanes = TLanes.Count;
        int channels = planes.Length / plane;
        int first = 0;
        if (lanes > 1 && step == 1 && chunk.Length >= lanes)
            for (; first + lanes <= channels; first += lanes)
                for (int p = 0; p < chunk.Length; p += lanes)
                {
                    int from = Math.Min(p, chunk.Length - lanes);
                    ref T source = ref MemoryMarshal.GetReference(tile[(from * width + first)..]);
                    Transposition<T, TVector, TLanes>.Run(ref source, width, ref planes[first * plane + chunk.Result + from], plane);
                }

        for (int k = first; k < channels; k++)
            for (int p = 0; p < chunk.Length; p++)
                planes[k * plane + chunk.Result + p * step] = tile[p * width + k];
    }
}
