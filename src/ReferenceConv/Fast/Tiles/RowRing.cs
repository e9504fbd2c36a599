using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// One input channel to a group, as in depthwise layers and image filters: no sum over channels, so a number of the image meets only as
/// many weights as there are taps. <see cref="RingKernel{T, TVector, TLanes, TRows, TColumns}"/> reads each row once for all tap rows; more
/// than seven tap rows go in several passes, each adding to the results of the pass before.
/// </summary>
internal sealed class RowRing<T, TVector, TLanes> : TileEngine<T>
    where TLanes : ILanes<T, TVector>
{
    private readonly RingPlan[] plans;
    private readonly T[] weights;
    private readonly int weightsLength;
    private readonly T[] seeds;
    private readonly T zero;

    /// <summary>Packs the weights and cuts the bands into columns.</summary>
    public RowRing(Layer layer, Piece piece, int imageElements, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, T zero)
        : base(layer, 1)
    {
        this.zero = zero;
        plans = [.. Piece.Bands([piece], imageElements, layer.ResultSizes).Select(parts => new RingPlan(parts[0], layer, TLanes.Count))];
        ImmutableArray<int> taps = piece.Taps;
        weightsLength = plans[0].WeightOrder.Length;
        weights = new T[layer.Groups * layer.ResultChannels * weightsLength];
        seeds = new T[layer.Groups * layer.ResultChannels * TLanes.Count];
        for (int k = 0; k < layer.Groups * layer.ResultChannels; k++)
        {
            ReadOnlySpan<T> kernel = w.Slice(piece.WeightStart + (k * layer.Taps), layer.Taps);
            for (int e = 0; e < weightsLength; e++)
                weights[(k * weightsLength) + e] = kernel[taps[plans[0].WeightOrder[e]]];
            seeds.AsSpan(k * TLanes.Count, TLanes.Count).Fill(bias.IsEmpty ? zero : bias[k]);
        }
    }

    /// <inheritdoc/>
    public override int Bands => plans.Length;

    /// <inheritdoc/>
    public override int ImageLength => plans.Max(static plan => plan.Reach);

    /// <inheritdoc/>
    public override int TileLength => plans.Max(static plan => plan.Results) * TLanes.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Store(Worker<T> worker, int band, ReadOnlySpan<T> x, bool zerosStand)
    {
        foreach (Patch patch in plans[band].Patches)
            if (!(zerosStand && patch.IsZero))
                PlaneStore<T, TVector, TLanes>.Copy(patch, x, worker.Image, zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Compute(Worker<T> worker, int band, int group, int firstPanel, int endPanel, ReadOnlySpan<T> x, Span<T> y)
    {
        RingPlan plan = plans[band];
        int lanes = TLanes.Count;
        ReadOnlySpan<T> image = plan.AsItStands ? x : worker.Image;
        for (int k = firstPanel; k < endPanel; k++)
        {
            int channel = group * Layer.ResultChannels + k;
            Span<T> plane = y.Slice(k * Layer.ResultPlane, Layer.ResultPlane);
            foreach (PixelStrip column in plan.Columns)
            {
                bool direct = column.Length >= lanes;
                Span<T> target = direct ? plane[(plan.FirstResult + column.Image)..] : worker.Tile;
                int row = direct ? plan.ResultRow : lanes;
                ReadOnlySpan<T> packed = weights.AsSpan(channel * weightsLength, weightsLength);
                Down(plan, column, image, packed, seeds.AsSpan(channel * lanes, lanes), target, row);
                if (!direct)
                    for (int m = 0; m < plan.Results; m++)
                        worker.Tile.Slice(m * lanes, column.Length).CopyTo(plane[(plan.FirstResult + column.Image + m * plan.ResultRow)..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Down(
        RingPlan plan, PixelStrip column, ReadOnlySpan<T> image, ReadOnlySpan<T> weights, Span<T> seed, Span<T> target, int row)
    {
        var call = new RingCall<T>
        {
            ImageRow = plan.ImageRow,
            Column = column.Step,
            Ahead = plan.LooksAhead ? column.Vectors * TLanes.Count : 0,
            Results = plan.Results,
            Result = ref target[0],
            ResultRow = row,
        };
        foreach (RingPass pass in plan.Passes)
        {
            if (pass.IsFirst && !pass.CoversAll(plan.Results))
                FillUncovered(plan, pass, column, seed, target, row);
            if (pass.Rows == 0)
                continue;
            call.Taps = pass.Taps;
            call.ShortTaps = pass.ShortTaps;
            call.Image = ref MemoryMarshal.GetReference(image[(plan.Origin + pass.FirstRow * plan.ImageRow + column.Image)..]);
            call.Rows = pass.Rows;
            call.Weights = ref MemoryMarshal.GetReference(weights[pass.WeightStart..]);
            call.Newest = pass.Newest;
            call.Seed = ref pass.IsFirst ? ref seed[0] : ref target[0];
            (call.SeedRow, call.SeedColumn) = pass.IsFirst ? (0, 0) : (row, column.Step);
            RingRows<T, TVector, TLanes>.Run(pass.TapRows, column.Vectors, call);
        }
    }

    /// <summary>Results whose rows of the image, as far as the first pass reads them, are all zeros: their sums only begin.</summary>
    private static void FillUncovered(RingPlan plan, RingPass pass, PixelStrip column, ReadOnlySpan<T> seed, Span<T> target, int row)
    {
        for (int m = 0; m < plan.Results; m++)
            if (!pass.Covers(m))
                for (int v = 0; v < column.Vectors; v++)
                    seed.CopyTo(target[(m * row + v * column.Step)..]);
    }
}
