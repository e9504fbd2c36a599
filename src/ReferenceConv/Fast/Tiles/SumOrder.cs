using System.Collections.Immutable;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// In which order the products of a sum come: row of taps after row of taps, in each row block of channels after block, in each block tap
/// after tap, in each tap channel after channel. Weights are packed in this order, and segments of the stored image follow it.
/// </summary>
internal sealed class SumOrder
{
    private readonly int channels;
    private readonly int block;
    private readonly bool planes;

    private SumOrder(Layer layer, Piece piece, int block, bool planes)
    {
        (channels, this.block, this.planes) = (layer.InChannels, block, planes);
        ImmutableArray<int> taps = piece.Taps;
        int tapsInRow = piece.Slices[2].Taps.Length;
        RowLength = channels * tapsInRow;
        int rows = tapsInRow == 0 ? 0 : taps.Length / tapsInRow;
        WeightOffsets = new int[rows * RowLength];
        int product = 0;
        for (int row = 0; row < rows; row++)
            for (int first = 0; first < channels; first += block)
                for (int tap = row * tapsInRow; tap < (row + 1) * tapsInRow; tap++)
                    for (int channel = first; channel < Math.Min(first + block, channels); channel++)
                        WeightOffsets[product++] = channel * layer.InStride + taps[tap];
    }

    /// <summary>
    /// For an image that stores <paramref name="block"/> channels of a pixel together: channel c of place s is at
    /// (c div block)·places·block + s·block + c mod block.
    /// </summary>
    public static SumOrder OfBlocks(Layer layer, Piece piece, int block) => new(layer, piece, block, planes: false);

    /// <summary>For an image that stores one plane per channel: channel c of place s is at c·places + s.</summary>
    public static SumOrder OfPlanes(Layer layer, Piece piece) => new(layer, piece, layer.InChannels, planes: true);

    /// <summary>Per product, where its weight lies, counted from the first weight of the result channel.</summary>
    public int[] WeightOffsets { get; }

    /// <summary>Products of one row of taps.</summary>
    public int RowLength { get; }

    /// <summary>The sum over a band's stored image; neighbouring taps whose channels are stored without a gap make one segment.</summary>
    /// <param name="band">Whose image.</param>
    /// <param name="rowStarts">Receives the number of the first segment of every row of taps, and last the number of all.</param>
    public Segment[] Segments(Band band, out int[] rowStarts)
    {
        int rows = band.TapsInRow == 0 ? 0 : band.TapOffsets.Length / band.TapsInRow;
        var segments = new List<Segment>();
        rowStarts = new int[rows + 1];
        for (int row = 0; row < rows; row++)
        {
            for (int first = 0; first < channels; first += block)
            {
                int count = Math.Min(block, channels - first);
                foreach (int offset in band.TapOffsets.AsSpan(row * band.TapsInRow, band.TapsInRow))
                {
                    int start = planes ? offset : (first * band.Stored) + (offset * block);
                    bool joins = !planes && segments.Count > rowStarts[row] && count == block
                        && segments[^1].Offset + segments[^1].Count == start;
                    if (joins)
                        segments[^1] = segments[^1] with { Count = segments[^1].Count + count };
                    else
                        segments.Add(new Segment(start, count));
                }
            }

            rowStarts[row + 1] = segments.Count;
        }

        return [.. segments];
    }
}
