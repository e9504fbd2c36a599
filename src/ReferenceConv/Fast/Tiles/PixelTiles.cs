using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Neighbouring pixels in the lanes: the stored image keeps the planes of the channels apart, as the input does, so that where nothing has
/// to be padded or split the input is read as it stands and nothing is copied. A tile is some result channels by up to three vectors of
/// pixels. It suits inputs that can be read as they stand, and few channels.
/// </summary>
internal sealed class PixelTiles<T, TVector, TLanes, TRegisters> : TileEngine<T>
    where TLanes : ILanes<T, TVector>
    where TRegisters : IRegisters
{
    private readonly PackedWeights<T, TVector, TLanes> weights;
    private readonly T[] seeds;
    private readonly T zero;
    private readonly BandPlan[] plans;

    /// <summary>Packs the weights and cuts the bands into vectors.</summary>
    public PixelTiles(Layer layer, Piece piece, int imageElements, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, T zero, int threads)
        : base(layer, TileChannels(layer.ResultChannels))
    {
        this.zero = zero;
        var order = SumOrder.OfPlanes(layer, piece);
        weights =
            new PackedWeights<T, TVector, TLanes>(layer, piece, order.WeightOffsets, TileChannels(layer.ResultChannels), w, zero, threads);
        seeds = new T[layer.Groups * Panels * weights.Width * TLanes.Count];
        seeds.AsSpan().Fill(zero);
        if (!bias.IsEmpty)
            for (int g = 0; g < layer.Groups; g++)
                for (int k = 0; k < layer.ResultChannels; k++)
                    seeds.AsSpan((g * Panels * weights.Width + k) * TLanes.Count, TLanes.Count).Fill(bias[g * layer.ResultChannels + k]);
        plans =
        [
            .. Piece.Bands([piece], imageElements / layer.InChannels, layer.ResultSizes).Select(
                parts => new BandPlan(parts[0], order, layer)),
        ];
    }

    /// <inheritdoc/>
    public override int Bands => plans.Length;

    /// <inheritdoc/>
    public override int ImageLength => plans.Max(static plan => plan.Reach);

    /// <inheritdoc/>
    public override int TileLength => weights.Width * 3 * TLanes.Count;

    /// <inheritdoc/>
    public override void Release() => weights.Release();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Store(Worker<T> worker, int band, ReadOnlySpan<T> x, bool zerosStand)
    {
        if (plans[band].AsItStands)
            return;
        for (int c = 0; c < Layer.InChannels; c++)
        {
            ReadOnlySpan<T> source = x[(c * Layer.InPlane)..];
            Span<T> plane = worker.Image.Slice(c * plans[band].Stored, plans[band].Stored);
            foreach (Patch patch in plans[band].Patches)
                if (!(zerosStand && patch.IsZero))
                    PlaneStore<T, TVector, TLanes>.Copy(patch, source, plane, zero);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Compute(Worker<T> worker, int band, int group, int firstPanel, int endPanel, ReadOnlySpan<T> x, Span<T> y)
    {
        BandPlan plan = plans[band];
        ReadOnlySpan<T> image = plan.AsItStands ? x[plan.Patches[0].Source..] : worker.Image;
        for (int s = 0; s < plan.Strips.Length; s++)
        {
            ref readonly PixelStrip strip = ref plan.Strips[s];
            var call = new TileCall<T>
            {
                Segments = plan.Segments(strip),
                Image = ref MemoryMarshal.GetReference(image[strip.Image..]),
                ImageStep = plan.AsItStands ? Layer.InPlane : plan.Stored,
                SeedRow = TLanes.Count,
                ColumnStep = strip.Step,
                TileColumn = strip.Step,
            };
            for (int panel = firstPanel; panel < endPanel; panel++)
            {
                int channels = Math.Min(weights.Width, Layer.ResultChannels - panel * weights.Width);
                Span<T> planes = y.Slice(panel * weights.Width * Layer.ResultPlane, channels * Layer.ResultPlane);
                call.Weights =
                    ref MemoryMarshal.GetReference(weights.Panel(group, panel)[(strip.FirstTapRow * plan.RowLength * weights.Width)..]);
                call.Ahead = (3 + panel % 4) * TLanes.Count;   // the strip behind this one, a vector of it per panel
                call.Seed = ref seeds[(group * Panels + panel) * weights.Width * TLanes.Count];
                if (plan.ResultStep == 1 && channels == weights.Width && strip.Length == strip.Computed(TLanes.Count))
                {
                    call.Tile = ref planes[strip.Result];
                    call.TileRow = Layer.ResultPlane;
                    PixelKernel<T, TVector, TLanes>.Run(weights.Width, strip.Vectors, call);
                }
                else
                {
                    call.Tile = ref worker.Tile[0];
                    call.TileRow = strip.Computed(TLanes.Count);
                    PixelKernel<T, TVector, TLanes>.Run(weights.Width, strip.Vectors, call);
                    for (int k = 0; k < channels; k++)
                        for (int p = 0; p < strip.Length; p++)
                            planes[k * Layer.ResultPlane + strip.Result + p * plan.ResultStep] =
                                worker.Tile[k * strip.Computed(TLanes.Count) + p];
                }
            }
        }
    }

    /// <summary>The smallest tile that takes all channels, or the largest.</summary>
    private static int TileChannels(int channels)
    {
        int rows = TRegisters.MostChannels;
        while (rows / 2 >= channels)
            rows /= 2;
        return rows;
    }

    /// <summary>A band, cut for these tiles.</summary>
    private sealed class BandPlan
    {
        private readonly Segment[] segments;
        private readonly int[] rowStarts;

        public BandPlan(Band band, SumOrder order, Layer layer)
        {
            segments = order.Segments(band, out rowStarts);
            RowLength = order.RowLength;
            Patches = band.Patches(layer.InSizes);
            Stored = band.Stored;
            ResultStep = band.ResultStep;
            AsItStands = Patches is [{ IsZero: false, Step: 1, Rows: 1 }] && band.Runs.All(static run => run.Length >= TLanes.Count);
            Strips = [.. band.Runs.SelectMany(run => PixelStrip.Cut(run, TLanes.Count, band.ResultStep))];
            Reach = AsItStands ? 0 : Math.Max(Stored * layer.InChannels, Strips.Max(static strip => strip.Image)) + TLanes.Count - 1;
        }

        /// <summary>Whether the stored image would be one stretch of the input, which then is read where it is.</summary>
        public bool AsItStands { get; }

        /// <summary>Numbers of the stored image, and of what a vector whose first pixel is the last one can read beyond its end.</summary>
        public int Reach { get; }

        public Patch[] Patches { get; }

        public int Stored { get; }

        public int ResultStep { get; }

        public PixelStrip[] Strips { get; }

        public int RowLength { get; }

        public ReadOnlySpan<Segment> Segments(in PixelStrip strip) =>
            segments.AsSpan(rowStarts[strip.FirstTapRow]..rowStarts[strip.FirstTapRow + strip.TapRows]);
    }
}
