using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Copies planes of channels into a block that keeps the channels of a pixel together: a transposition, done vectors of channels by vectors
/// of pixels where there are enough of both, and number by number where not.
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
    /// <param name="squares">Room for two times n × n numbers, n the lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Copy(Patch patch, Span<T> image, Span<T> squares)
    {
        for (int r = 0; r < patch.Rows; r++)
        {
            Span<T> target = image.Slice((patch.Target + r * patch.TargetRow) * block, patch.Length * block);
            if (patch.IsZero)
                target.Fill(zero);
            else
                CopyRow(patch.Source + r * patch.SourceRow, patch.Step, target, squares);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyRow(int source, int step, Span<T> target, Span<T> squares)
    {
        int lanes = TLanes.Count;
        int first = 0;
        if (lanes > 1 && step is 1 or 2)
            for (; first + lanes <= channels && HasRoom(source, step, first, target.Length / block); first += lanes)
                CopyVectors(source, step, first, target, squares);
        for (int c = first; c < channels; c++)
            CopyChannel(x[(c * plane)..], source, step, target[c..]);
    }

    /// <summary>Whether n channels have a whole vector of steps, and the row with all it steps over, before x ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasRoom(int source, int step, int first, int length)
    {
        int room = x.Length - (first + TLanes.Count - 1) * plane;
        return room >= step * TLanes.Count + step - 1 && room >= source + step * length;
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
    /// n channels, n pixels of a row at a time, every second pixel for a step of two. Where the row ends earlier, what is read beyond it is
    /// not kept; where x itself ends, reading begins earlier.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyVectors(int rowSource, int step, int first, Span<T> target, Span<T> squares)
    {
        int lanes = TLanes.Count;
        int length = target.Length / block;
        ReadOnlySpan<T> from = x[(first * plane)..];
        int lastStart = from.Length - (lanes - 1) * plane - step * lanes;
        Span<T> turned = squares.Slice(lanes * lanes, lanes * lanes);
        for (int e = 0, count; e < length; e += count)
        {
            int source = rowSource + e * step;
            int skipped = (Math.Max(0, source - lastStart) + step - 1) / step;
            count = Math.Min(lanes, length - e);
            ref T pixels = ref MemoryMarshal.GetReference(from.Slice(source - skipped * step, (lanes - 1) * plane + step * lanes));
            nint row = plane;
            if (step == 2)
            {
                for (int c = 0; c < lanes; c++)
                {
                    ref T pair = ref Unsafe.Add(ref pixels, c * plane);
                    TLanes.Store(TLanes.Even(TLanes.Load(ref pair), TLanes.Load(ref Unsafe.Add(ref pair, lanes))), ref squares[c * lanes]);
                }

                pixels = ref squares[0];
                row = lanes;
            }

            if (count == lanes)
                Transposition<T, TVector, TLanes>.Run(ref pixels, row, ref target[e * block + first], block);
            else
            {
                Transposition<T, TVector, TLanes>.Run(ref pixels, row, ref turned[0], lanes);
                for (int k = 0; k < count; k++)
                    TLanes.Store(TLanes.Load(ref turned[(skipped + k) * lanes]), ref target.Slice((e + k) * block + first, lanes)[0]);
            }
        }
    }
}
