using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Result channels in the lanes: the stored image keeps some channels of a pixel together, a tile is one strip of up to 14 neighbouring
/// pixels, or two of 7, by two vectors of result channels, and each product takes one number of the image for all lanes. It suits many
/// channels and any image, however small.
/// </summary>
internal sealed class ChannelTiles<T, TVector, TLanes, TRegisters> : TileEngine<T>
    where TLanes : ILanes<T, TVector>
    where TRegisters : IRegisters
{
    /// <summary>Channels of a pixel that are stored together: four cache lines of float, so that few segments make a sum.</summary>
    private const int LargestBlock = 64;

    /// <summary>
    /// Products ahead of the sum whose weights are asked for, the first vector by one tile and the second by the next: farther than the end
    /// of a page of memory, where a processor that sees by itself what comes next stops.
    /// </summary>
    private const int ProductsAhead = 128;

    /// <summary>
    /// Slots behind a chunk: the last tile computes up to 13 that nobody wants, and the last transposition reads up to 15.
    /// </summary>
    private const int SlotsBeyond = 32;

    private readonly int block;
    private readonly PackedWeights<T, TVector, TLanes>[] weights;
    private readonly int[] rowLengths;
    private readonly AlignedBuffer<T> seeds;
    private readonly T zero;
    private readonly ChannelPlan[] plans;

    /// <summary>Packs the weights and cuts the bands into strips.</summary>
    public ChannelTiles(
        Layer layer, ImmutableArray<Piece> family, int imageElements, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, T zero, int threads)
        : base(layer, PanelWidth)
    {
        this.zero = zero;
        family = Piece.InOrder(family);
        block = BlockOf(layer.InChannels);
        SumOrder[] orders = [.. family.Select(piece => SumOrder.OfBlocks(layer, piece, block))];
        rowLengths = [.. orders.Select(static order => order.RowLength)];
        weights = new PackedWeights<T, TVector, TLanes>[family.Length];
        for (int p = 0; p < family.Length; p++)
            weights[p] = new PackedWeights<T, TVector, TLanes>(layer, family[p], orders[p].WeightOffsets, PanelWidth, w, zero, threads);
        seeds = new AlignedBuffer<T>(layer.Groups * Panels * PanelWidth);
        seeds.Span.Fill(zero);
        if (!bias.IsEmpty)
            for (int g = 0; g < layer.Groups; g++)
                bias.Slice(g * layer.ResultChannels, layer.ResultChannels).CopyTo(seeds.Span[(g * Panels * PanelWidth)..]);
        plans =
        [
            .. Piece.Bands(family, imageElements / layer.InChannels, layer.ResultSizes)
                .Select(parts => new ChannelPlan(parts, orders, layer, block, TRegisters.MostPixels)),
        ];
    }

    /// <inheritdoc/>
    public override int Bands => plans.Length;

    /// <inheritdoc/>
    public override int ImageLength => plans.Max(static plan => plan.Reach);

    /// <inheritdoc/>
    public override int TileLength => TileSlots + PlaneWriter<T, TVector, TLanes>.RowsLength;

    /// <summary>Numbers of a chunk's slots, and of those that tiles and transpositions reach beyond them.</summary>
    private static int TileSlots => (Chunk.MostPixels + SlotsBeyond) * PanelWidth;

    private static int PanelWidth => 2 * TLanes.Count;

    /// <inheritdoc/>
    public override void Release()
    {
        foreach (PackedWeights<T, TVector, TLanes> packed in weights)
            packed.Release();
        seeds.Release();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Store(Worker<T> worker, int band, ReadOnlySpan<T> x, bool zerosStand)
    {
        ChannelPlan plan = plans[band];
        for (int first = 0; first < Layer.InChannels; first += block)
        {
            int channels = Math.Min(block, Layer.InChannels - first);
            var store = new BlockStore<T, TVector, TLanes>(x[(first * Layer.InPlane)..], Layer.InPlane, channels, block, zero);
            for (int p = 0; p < plan.Parts.Length; p++)
            {
                Span<T> image = worker.Image.Slice(plan.ImageStarts[p] + first * plan.Parts[p].Stored, plan.Parts[p].Stored * block);
                foreach (Patch patch in plan.Patches[p])
                    if (!(zerosStand && patch.IsZero))
                        store.Copy(patch, image, worker.Tile);
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Compute(Worker<T> worker, int band, int group, int firstPanel, int endPanel, ReadOnlySpan<T> x, Span<T> y)
    {
        ChannelPlan plan = plans[band];
        for (int panel = firstPanel; panel < endPanel; panel++)
        {
            int channels = Math.Min(PanelWidth, Layer.ResultChannels - panel * PanelWidth);
            Span<T> results = y.Slice(panel * PanelWidth * Layer.ResultPlane, channels * Layer.ResultPlane);
            var planes = new PlaneWriter<T, TVector, TLanes>(results, Layer.ResultPlane, plan.Parts.Length, worker.Tile[TileSlots..]);
            var call = new TileCall<T>
            {
                RowStep = block * plan.PixelStep,
                Seed = ref seeds.Span[(group * Panels + panel) * PanelWidth],
                SeedColumn = TLanes.Count,
                TileRow = PanelWidth,
                TileColumn = TLanes.Count,
            };
            int tile = 0;
            foreach (Chunk chunk in plan.Chunks)
            {
                for (int s = chunk.FirstStrip; s < chunk.EndStrip;)
                {
                    ref readonly Strip strip = ref plan.Strips[s];
                    bool pair = plan.Paired && s + 1 < chunk.EndStrip && strip.SharesSumWith(plan.Strips[s + 1]);
                    call.Segments = plan.Segments(strip);
                    call.Image = ref worker.Image[strip.Image];
                    int firstProduct = strip.FirstTapRow * rowLengths[strip.Part];
                    call.Weights = ref MemoryMarshal.GetReference(weights[strip.Part].Panel(group, panel)[(firstProduct * PanelWidth)..]);
                    call.Ahead = (2 * ProductsAhead + tile++ % 2) * TLanes.Count;
                    call.Tile = ref worker.Tile[strip.Slot * PanelWidth];
                    if (pair)
                    {
                        call.SecondStrip = plan.Strips[s + 1].Image - strip.Image;
                        call.SecondTile = (plan.Strips[s + 1].Slot - strip.Slot) * PanelWidth;
                    }

                    ChannelKernel<T, TVector, TLanes>.Run(plan.StripLength, pair, channels > TLanes.Count, call);
                    s += pair ? 2 : 1;
                }

                planes.Write(worker.Tile, PanelWidth, chunk);
            }
        }
    }

    /// <summary>Blocks as even as possible: 65 channels make two blocks of 33 and 32.</summary>
    private static int BlockOf(int channels)
    {
        int blocks = (channels + LargestBlock - 1) / LargestBlock;
        return (channels + blocks - 1) / blocks;
    }
}
