using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// The most frequent kernel of depthwise layers, 3 × 3: a number of the image meets only nine weights, so that a copy of the image would
/// cost as much as the sums. Nothing is stored; the rings read the input where it is.
/// </summary>
internal sealed class NineTaps<T, TVector, TLanes> : TileEngine<T>
    where TLanes : ILanes<T, TVector>
{
    private const int Weights = 9;

    private readonly int stride;
    private readonly NineTapPlan[] plans;
    private readonly T[] weights;
    private readonly T[] seeds;

    /// <summary>Orders the weights and cuts the bands into columns.</summary>
    public NineTaps(Layer layer, Piece piece, int imageElements, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, T zero)
        : base(layer, 1)
    {
        var (height, width) = (ThreeTaps.Of(piece.Slices[1])!, ThreeTaps.Of(piece.Slices[2])!);
        stride = height.Stride;
        plans =
        [
            .. Piece.Bands([piece], imageElements, layer.ResultSizes)
                .Select(parts => new NineTapPlan(parts[0], layer, TLanes.Count)),
        ];
        ImmutableArray<int> taps = piece.Taps;
        int channels = layer.Groups * layer.ResultChannels;
        weights = new T[channels * Weights];
        seeds = new T[channels];
        for (int k = 0; k < channels; k++)
        {
            seeds[k] = bias.IsEmpty ? zero : bias[k];
            for (int t = 0; t < Weights; t++)
                weights[(k * Weights) + t] = w[piece.WeightStart + (k * layer.Taps) + taps[(height.Order[t / 3] * 3) + width.Order[t % 3]]];
        }
    }

    /// <inheritdoc/>
    public override int Bands => plans.Length;

    /// <inheritdoc/>
    public override int ImageLength => 0;

    /// <inheritdoc/>
    public override int TileLength => 0;

    /// <inheritdoc/>
    public override void Store(Worker<T> worker, int band, ReadOnlySpan<T> x, bool zerosStand)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Compute(Worker<T> worker, int band, int group, int firstPanel, int endPanel, ReadOnlySpan<T> x, Span<T> y)
    {
        NineTapPlan plan = plans[band];
        foreach (NineTapColumn column in plan.Columns)
        {
            var call = new NineTapCall<T>
            {
                Image = ref MemoryMarshal.GetReference(x[(plan.Image + column.Image)..]),
                ImageRow = plan.InRow,
                Rows = plan.Rows,
                Lead = plan.Lead,
                Tail = plan.Tail,
                IsLeftEdge = column.IsLeftEdge,
                IsRightEdge = column.IsRightEdge,
                Column = column.Step,
                Ahead = column.Ahead,
                ResultRow = plan.ResultRow,
            };
            for (int k = firstPanel; k < endPanel; k++)
            {
                int channel = (group * Layer.ResultChannels) + k;
                call.Weights = ref weights[channel * Weights];
                call.Seed = seeds[channel];
                call.Result = ref y[(k * Layer.ResultPlane) + column.Result];
                NineTapRings<T, TVector, TLanes>.Run(stride, column.Vectors, call);
            }
        }
    }
}
