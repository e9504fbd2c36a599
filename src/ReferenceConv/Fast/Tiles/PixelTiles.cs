using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Neighbouring pixels in the lanes: the stored image keeps the planes of the channels apart, as the input does, so that where nothing has to be
/// padded or split the input is read as it stands and nothing is copied. A tile is some result channels by up to three vectors of pixels.
/// It suits large planes and few channels.
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
    public PixelTiles(Layer layer, Piece piece, int imageElements, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, T zero)
        : base(layer)
    {
        this.zero = zero;
        var order = SumOrder.OfPlanes(layer, piece);
        weights = new PackedWeights<T, TVector, TLanes>(layer, piece, order.WeightOffsets, TileChannels(layer.ResultChannels), w, zero);
        seeds = new T[layer.Groups * Panels * weights.Width * TLanes.Count];
        seeds.AsSpan().Fill(zero);
        if (!bias.IsEmpty)
            for (int g = 0; g < layer.Groups; g++)
                for (int k = 0; k < layer.ResultChannels; k++)
                    seeds.AsSpan((g * Panels * weights.Width + k) * TLanes.Count, TLanes.Count).Fill(bias[g * layer.ResultChannels + k]);
        plans = [.. Piece.Bands([piece], imageElements / layer.InChannels, layer.ResultSizes).Select(parts => new BandPlan(parts[0], piece, order, layer))];
    }

    /// <inheritdoc/>
    public override int Bands => plans.Length;

    /// <inheritdoc/>
    public override int Panels => (Layer.ResultChannels + weights.Width - 1) / weights.Width;

    /// <inheritdoc/>
    public override int ImageLength => plans.Max(plan => plan.AsItStands ? 0 : Math.Max(plan.Stored * Layer.InChannels, plan.Strips.Max(static strip => strip.Strip.Image)) + TLanes.Count);

    /// <inheritdoc/>
    public override int TileLength => weights.Width * 3 * TLanes.Count;

    /// <inheritdoc/>
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
    public override void Compute(Worker<T> worker, int band, int group, int firstPanel, int endPanel, ReadOnlySpan<T> x, Span<T> y)
    {
        BandPlan plan = plans[band];
        ReadOnlySpan<T> image = plan.AsItStands ? x[plan.Patches[0].Source..] : worker.Image;
        int planeStep = plan.AsItStands ? Layer.InPlane : plans[band].Stored;
        int step = plan.ResultStep;
        int lanes = TLanes.Count;
        foreach ((PixelStrip strip, int vectors) in plan.Strips)
            for (int panel = firstPanel; panel < endPanel; panel++)
            {
                int channels = Math.Min(weights.Width, Layer.ResultChannels - panel * weights.Width);
                Span<T> planes = y[(panel * weights.Width * Layer.ResultPlane)..];
                bool direct = step == 1 && channels == weights.Width && strip.Length == vectors * lanes;
                Span<T> target = direct ? planes[strip.Result..] : worker.Tile;
                nint plane = direct ? Layer.ResultPlane : vectors * lanes;
                Tile(plan, strip, vectors, image, planeStep, weights.Panel(group, panel), ref seeds[(group * Panels + panel) * weights.Width * lanes], target, plane);
                if (!direct)
                    for (int k = 0; k < channels; k++)
                        for (int p = 0; p < strip.Length; p++)
                            planes[k * Layer.ResultPlane + strip.Result + p * step] = worker.Tile[k * vectors * lanes + p];
            }
    }

    private void Tile(BandPlan plan, PixelStrip strip, int vectors, ReadOnlySpan<T> image, int planeStep, ReadOnlySpan<T> packed, ref T seed, Span<T> target, nint plane)
    {
        var call = new TileCall<T>
        {
            Segments = plan.Segments(strip),
            Image = ref MemoryMarshal.GetReference(image[strip.Image..]),
            ImageStep = planeStep,
            Weights = ref MemoryMarshal.GetReference(packed[(strip.FirstTapRow * plan.RowLength * weights.Width)..]),
            WeightStep = weights.Width,
            RowStep = 1,
            Seed = ref seed,
            SeedRow = TLanes.Count,
            Tile = ref MemoryMarshal.GetReference(target),
            TileRow = plane,
            TileColumn = TLanes.Count,
        };
        PixelKernel<T, TVector, TLanes>.Run(weights.Width, vectors, call);
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

        public BandPlan(Band band, Piece piece, SumOrder order, Layer layer)
        {
            segments = order.Segments(band, out rowStarts);
            RowLength = order.RowLength;
            Patches = band.Patches(layer.InSizes);
            Stored = band.Stored;
            ResultStep = band.ResultStep;
            AsItStands = piece.ReadsInputAsItStands(layer.InSizes) && band.Runs.All(static run => run.Length >= TLanes.Count);
            var strips = new List<(PixelStrip, int)>();
            foreach (Run run in band.Runs)
                Cut(run, band.ResultStep, strips);
            Strips = [.. strips];
        }

        public bool AsItStands { get; }

        public Patch[] Patches { get; }

        public int Stored { get; }

        public int ResultStep { get; }

        public (PixelStrip Strip, int Vectors)[] Strips { get; }

        public int RowLength { get; }

        public ReadOnlySpan<Segment> Segments(PixelStrip strip) => segments.AsSpan(rowStarts[strip.FirstTapRow]..rowStarts[strip.FirstTapRow + strip.TapRows]);

        /// <summary>The widest tiles that fit, then narrower ones, and last one vector that slides back to end where the run ends.</summary>
        private static void Cut(Run run, int resultStep, List<(PixelStrip, int)> strips)
        {
            int start = 0;
            for (int vectors = 3; vectors > 0; vectors--)
                for (int length = vectors * TLanes.Count; run.Length - start >= length; start += length)
                    Add(start, vectors);
            if (start < run.Length)
                Add(Math.Max(0, run.Length - TLanes.Count), 1);

            void Add(int from, int vectors) => strips.Add((
                new PixelStrip(run.Image + from, run.Result + from * resultStep, Math.Min(vectors * TLanes.Count, run.Length - from), run.FirstTapRow, run.TapRows),
                vectors));
        }
    }
}
