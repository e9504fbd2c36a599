using System.Numerics;
using System.Runtime.CompilerServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Tiles;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>The ring down a column of three vectors, 64 results high.</summary>
internal sealed class TimedRing<T, TVector, TLanes> : TimedKernel
    where T : INumberBase<T>
    where TLanes : ILanes<T, TVector>
{
    private const int Vectors = 3;
    private const int Results = 64;
    private const int Calls = 8;

    private readonly int side;
    private readonly int[] taps;
    private readonly AlignedBuffer<T> image;
    private readonly AlignedBuffer<T> weights;
    private readonly AlignedBuffer<T> results;

    /// <summary>A square kernel of this side.</summary>
    public TimedRing(int side)
        : base($"ring {side}x{side}, 3 vectors", typeof(T), 8 * Unsafe.SizeOf<TVector>())
    {
        this.side = side;
        taps = [.. Enumerable.Range(0, side)];
        image = new AlignedBuffer<T>((Results + side - 1) * Row);
        weights = new AlignedBuffer<T>(Math.Max(side * side, TLanes.Count));
        results = new AlignedBuffer<T>(Results * Vectors * TLanes.Count);
        SmallIntegers.Fill(image.Span, 7);
        SmallIntegers.Fill(weights.Span, 5);
    }

    /// <inheritdoc/>
    public override double Flops => 2.0 * Calls * side * side * Results * Vectors * TLanes.Count;

    private int Row => Vectors * TLanes.Count + side - 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run()
    {
        var call = new RingCall<T>
        {
            Taps = taps,
            Image = ref image.Span[0],
            ImageRow = Row,
            Rows = Results + side - 1,
            Weights = ref weights.Span[0],
            Column = TLanes.Count,
            Newest = 0,
            Results = Results,
            Seed = ref weights.Span[0],   // any vector will do
            Result = ref results.Span[0],
            ResultRow = Vectors * TLanes.Count,
        };
        for (int n = 0; n < Calls; n++)
            RingRows<T, TVector, TLanes>.Run(side, Vectors, call);
    }
}
