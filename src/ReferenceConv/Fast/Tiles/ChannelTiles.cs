using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Result channels in the lanes: the stored image keeps some channels of a pixel together, a tile is two strips of neighbouring pixels by two
/// vectors of result channels, and each product takes one number of the image for all lanes. It suits many channels and any image, however small.
/// </summary>
internal sealed class ChannelTiles<T, TVector, TLanes, TShape> : TileEngine<T>
    where TLanes : ILanes<T, TVector>
    where TShape : ITileShape
{
    /// <summary>Channels of a pixel that are stored together: a cache line of float.</summary>
    private const int LargestBlock = 16;

    private readonly int block;
    private readonly PackedWeights<T> weights;
    private readonly T[] seeds;
    private readonly T zero;
    private readonly BandPlan[] plans;

    /// <summary>Packs the weights and cuts the bands into strips.</summary>
    public ChannelTiles(Layer layer, Piece piece, ImmutableArray<Band> bands, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, T zero)
        : base(layer, bands)
    {
        this.zero = zero;
        block = BlockOf(layer.InChannels);
        var order = SumOrder.OfBlocks(layer, piece, block);
        weights = new PackedWeights<T>(layer, piece, order.WeightOffsets, 2 * TLanes.Count, w, zero);
        seeds = new T[layer.Groups * Panels * weights.Width];
        seeds.AsSpan().Fill(zero);
        if (!bias.IsEmpty)
            for (int g = 0; g < layer.Groups; g++)
                bias.Slice(g * layer.ResultChannels, layer.ResultChannels).CopyTo(seeds.AsSpan(g * Panels * weights.Width));
        plans = [.. bands.Select(band => new BandPlan(band, order, layer.InSizes))];
    }

    /// <inheritdoc/>
    public override int Panels => (Layer.ResultChannels + weights.Width - 1) / weights.Width;

    /// <inheritdoc/>
    public override int ImageLength => plans.Max(plan => Math.Max(plan.Stored * Blocks(Layer.InChannels), plan.Strips.Max(static strip => strip.Image)) + StripLength) * block;

    /// <inheritdoc/>
    public override int TileLength => Math.Max(Chunk.MostStrips * StripLength * weights.Width, LargestBlock * LargestBlock);

    private static int StripLength => TShape.Strip;

    /// <summary>Blocks as even as possible: 20 channels make two blocks of 10.</summary>
    public static int BlockOf(int channels) => (channels + Blocks(channels) - 1) / Blocks(channels);

    /// <inheritdoc/>
    public override void Store(Worker<T> worker, int band, ReadOnlySpan<T> x)
    {
        BandPlan plan = plans[band];
        for (int first = 0; first < Layer.InChannels; first += block)
        {
            int channels = Math.Min(block, Layer.InChannels - first);
            var store = new BlockStore<T, TVector, TLanes>(x[(first * Layer.InPlane)..], Layer.InPlane, channels, block, zero);
            Span<T> image = worker.Image.Slice(first * plan.Stored, plan.Stored * block);
            foreach (Stretch stretch in plan.Stretches)
                store.Copy(stretch, image, worker.Tile);
        }
    }

    /// <inheritdoc/>
    public override void Compute(Worker<T> worker, int band, int group, int firstPanel, int endPanel, ReadOnlySpan<T> x, Span<T> y)
    {
        BandPlan plan = plans[band];
        for (int panel = firstPanel; panel < endPanel; panel++)
        {
            int channels = Math.Min(weights.Width, Layer.ResultChannels - panel * weights.Width);
            ReadOnlySpan<T> packed = weights.Panel(group, panel);
            Span<T> seed = seeds.AsSpan((group * Panels + panel) * weights.Width, weights.Width);
            var planes = new PlaneWriter<T, TVector, TLanes>(y.Slice(panel * weights.Width * Layer.ResultPlane, channels * Layer.ResultPlane), Layer.ResultPlane, plan.ResultStep);
            foreach (Chunk chunk in plan.Chunks)
            {
                for (int s = chunk.FirstStrip; s < chunk.EndStrip;)
                    s += Tiles(worker, plan, s, chunk.EndStrip, packed, seed, channels > TLanes.Count);
                planes.Write(worker.Tile, weights.Width, chunk);
            }
        }
    }

    /// <summary>Computes strip <paramref name="s"/>, and the next with it if the two share their rows of taps. Returns how many were computed.</summary>
    private int Tiles(Worker<T> worker, BandPlan plan, int s, int end, ReadOnlySpan<T> packed, Span<T> seeds, bool twoColumns)
    {
        Strip strip = plan.Strips[s];
        Strip next = s + 1 < end ? plan.Strips[s + 1] : strip;
        bool pair = s + 1 < end && next.FirstTapRow == strip.FirstTapRow && next.TapRows == strip.TapRows;
        nint jump = (next.Image - strip.Image - (StripLength - 1)) * block;
        nint over = (next.Slot - strip.Slot - (StripLength - 1)) * weights.Width;
        ReadOnlySpan<Segment> segments = plan.Segments(strip);
        ref T image = ref worker.Image[strip.Image * block];
        ref T panel = ref MemoryMarshal.GetReference(packed[(strip.FirstTapRow * plan.RowLength * weights.Width)..]);
        ref T seed = ref seeds[0];
        ref T tile = ref worker.Tile[strip.Slot * weights.Width];
        int lanes = TLanes.Count;
        switch (pair, twoColumns)
        {
            case (true, true):
                MicroKernel<T, TVector, TLanes, TShape>.Run(
                    segments, ref image, 1, ref panel, weights.Width, block, jump, ref seed, 0, lanes, ref tile, weights.Width, over, lanes);
                break;
            case (false, true):
                MicroKernel<T, TVector, TLanes, OneStrip<TShape>>.Run(
                    segments, ref image, 1, ref panel, weights.Width, block, jump, ref seed, 0, lanes, ref tile, weights.Width, over, lanes);
                break;
            case (true, false):
                MicroKernel<T, TVector, TLanes, OneColumn<TShape>>.Run(
                    segments, ref image, 1, ref panel, weights.Width, block, jump, ref seed, 0, lanes, ref tile, weights.Width, over, lanes);
                break;
            default:
                MicroKernel<T, TVector, TLanes, OneColumn<OneStrip<TShape>>>.Run(
                    segments, ref image, 1, ref panel, weights.Width, block, jump, ref seed, 0, lanes, ref tile, weights.Width, over, lanes);
                break;
        }

        return pair ? 2 : 1;
    }

    private static int Blocks(int channels) => (channels + LargestBlock - 1) / LargestBlock;

    /// <summary>A band, cut for these tiles.</summary>
    private sealed class BandPlan
    {
        private readonly Segment[] segments;
        private readonly int[] rowStarts;

        public BandPlan(Band band, SumOrder order, ImmutableArray<int> inSizes)
        {
            segments = order.Segments(band, out rowStarts);
            RowLength = order.RowLength;
            Stretches = [.. band.Stretches(inSizes)];
            Stored = band.Stored;
            ResultStep = band.ResultStep;
            var strips = new List<Strip>();
            Chunks = Chunk.Cut(band.Runs, StripLength, band.ResultStep, strips);
            Strips = [.. strips];
        }

        public Stretch[] Stretches { get; }

        public int Stored { get; }

        public int ResultStep { get; }

        public Chunk[] Chunks { get; }

        public Strip[] Strips { get; }

        public int RowLength { get; }

        public ReadOnlySpan<Segment> Segments(Strip strip) => segments.AsSpan(rowStarts[strip.FirstTapRow]..rowStarts[strip.FirstTapRow + strip.TapRows]);
    }
}
