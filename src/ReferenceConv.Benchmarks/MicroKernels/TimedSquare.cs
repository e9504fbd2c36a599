using System.Numerics;
using System.Runtime.CompilerServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Tiles;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>The transposition of a square of as many rows as a vector has lanes.</summary>
internal sealed class TimedSquare<T, TVector, TLanes> : TimedKernel
    where T : INumberBase<T>
    where TLanes : ILanes<T, TVector>
{
    private const int Calls = 512;

    private readonly AlignedBuffer<T> source = new(TLanes.Count * TLanes.Count);
    private readonly AlignedBuffer<T> target = new(TLanes.Count * TLanes.Count);

    /// <summary>A square.</summary>
    public TimedSquare()
        : base($"transposition {TLanes.Count}x{TLanes.Count}", typeof(T), 8 * Unsafe.SizeOf<TVector>()) =>
            SmallIntegers.Fill(source.Span, 7);

    /// <inheritdoc/>
    public override double Flops => 0;

    /// <inheritdoc/>
    public override double MovedBytes => 2.0 * Calls * TLanes.Count * Unsafe.SizeOf<TVector>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run()
    {
        ref T from = ref source.Span[0];
        ref T to = ref target.Span[0];
        for (int n = 0; n < Calls; n++)
            Transposition<T, TVector, TLanes>.Run(ref from, TLanes.Count, ref to, TLanes.Count);
    }
}
