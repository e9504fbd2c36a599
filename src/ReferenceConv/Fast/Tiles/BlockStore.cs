using System.Runtime.CompilerServices;
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

    /// <summary>image[place·block + c] = x[c·plane + source], for all places of the patch and their sources.</summary>
    /// <param name="patch">What goes where.</param>
    /// <param name="image">The block.</param>
    /// <param name="square">Room for n × n numbers, n the lanes.</param>
    public void Copy(Patch patch, Span<T> image, Span<T> square)
    {
        for (int r = 0; r < patch.Rows; r++)
        {
            Span<T> target = image.Slice((patch.Target + r * patch.TargetRow) * block, patch.Length * block);
            if (patch.IsZero)
                target.Fill(zero);
            else
                CopyRow(patch.Source + r * patch.SourceRow, patch.Step, target, square);
        }
    }

    private void CopyRow(int source, int step, Span<T> target, Span<T> square)
    {
        int first = 0;
        if (TLanes.Count > 1 && step is >= 1 and <= 4)
            for (; first + TLanes.Count <= channels && x.Length >= (first + TLanes.Count - 1) * plane + TLanes.Count; first += TLanes.Count)
                CopyVectors(source, step, first, target, square);
        for (int c = first; c < channels; c++)
            CopyChannel(x[(c * plane)..], source, step, target[c..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyChannel(ReadOnlySpan<T> from, int source, int step, Span<T> target)
    {
        int count = (target.Length + block - 1) / block;
        int first = Math.Min(source, source + (count - 1) * step);
        ref T number = ref Unsafe.AsRef(in from.Slice(first, Math.Abs((count - 1) * step) + 1)[source - first]);
        ref T place = ref target[0];
        for (int e = 0; e < count; e++)
        {
            place = number;
            number = ref Unsafe.Add(ref number, step);
            place = ref Unsafe.Add(ref place, block);
        }
    }

    /// <summary>
    /// n channels, n pixels of a row at a time. Where the row ends earlier, what is read beyond it is not kept; where x itself ends, reading begins earlier.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyVectors(int rowSource, int step, int first, Span<T> target, Span<T> square)
    {
        int lanes = TLanes.Count;
        int length = target.Length / block;
        ReadOnlySpan<T> from = x[(first * plane)..];
        int lastStart = from.Length - (lanes - 1) * plane - lanes;
        for (int e = 0; e < length;)
        {
            int source = rowSource + e * step;
            int start = Math.Min(source, lastStart);
            int count = Math.Min((start + lanes - 1 - source) / step + 1, length - e);
            ref T row = ref MemoryMarshal.GetReference(from[start..]);
            if (count == lanes)
                Transposition<T, TVector, TLanes>.Run(ref row, plane, ref target[e * block + first], block);
            else
            {
                Transposition<T, TVector, TLanes>.Run(ref row, plane, ref square[0], lanes);
                for (int k = 0; k < count; k++)
                    square.Slice((source - start + k * step) * lanes, lanes).CopyTo(target.Slice((e + k) * block + first, lanes));
            }

            e += count;
        }
    }
}
