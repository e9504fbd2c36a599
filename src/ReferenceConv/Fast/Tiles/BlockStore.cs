using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Copies planes of channels into a block that keeps the channels of a pixel together: a transposition, done vectors of channels by vectors of
/// pixels where there are enough of both, and number by number where not.
/// </summary>
internal readonly ref struct BlockStore<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    private readonly ReadOnlySpan<T> x;
    private readonly int plane;
    private readonly int channels;
    private readonly int block;
    private readonly T zero;

    /// <summary>For the first <paramref name="channels"/> planes of x, into a block of <paramref name="block"/> channels.</summary>
    public BlockStore(ReadOnlySpan<T> x, int plane, int channels, int block, T zero)
    {
        this.x = x;
        (this.plane, this.channels, this.block, this.zero) = (plane, channels, block, zero);
    }

    /// <summary>image[(target + e)·block + c] = x[c·plane + source + e·step].</summary>
    /// <param name="stretch">What goes where.</param>
    /// <param name="image">The block.</param>
    /// <param name="square">Room for n × n numbers, n the lanes.</param>
    public void Copy(Stretch stretch, Span<T> image, Span<T> square)
    {
        Span<T> target = image.Slice(stretch.Target * block, stretch.Length * block);
        if (stretch.IsZero)
        {
            target.Fill(zero);
            return;
        }

        int first = 0;
        if (TLanes.Count > 1 && stretch.Step is >= 1 and <= 4)
            for (; first + TLanes.Count <= channels && x.Length >= (first + TLanes.Count - 1) * plane + TLanes.Count; first += TLanes.Count)
                CopyVectors(stretch, first, target, square);
        for (int c = first; c < channels; c++)
            for (int e = 0; e < stretch.Length; e++)
                target[e * block + c] = x[c * plane + stretch.Source + e * stretch.Step];
    }

    /// <summary>
    /// n channels, n pixels of a row at a time. Where the row ends earlier, what is read beyond it is not kept; where x itself ends, reading begins earlier.
    /// </summary>
    private void CopyVectors(Stretch stretch, int first, Span<T> target, Span<T> square)
    {
        int lanes = TLanes.Count;
        ReadOnlySpan<T> from = x[(first * plane)..];
        int lastStart = from.Length - (lanes - 1) * plane - lanes;
        for (int e = 0; e < stretch.Length;)
        {
            int source = stretch.Source + e * stretch.Step;
            int start = Math.Min(source, lastStart);
            int count = Math.Min((start + lanes - 1 - source) / stretch.Step + 1, stretch.Length - e);
            ref T row = ref MemoryMarshal.GetReference(from[start..]);
            if (count == lanes)
                Transposition<T, TVector, TLanes>.Run(ref row, plane, ref target[e * block + first], block);
            else
            {
                Transposition<T, TVector, TLanes>.Run(ref row, plane, ref square[0], lanes);
                for (int k = 0; k < count; k++)
                    square.Slice((source - start + k * stretch.Step) * lanes, lanes).CopyTo(target.Slice((e + k) * block + first, lanes));
            }

            e += count;
        }
    }
}
