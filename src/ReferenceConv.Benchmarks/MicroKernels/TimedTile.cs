using System.Numerics;
using System.Runtime.CompilerServices;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>The micro-kernel of the fast path on one tile.</summary>
internal sealed class TimedTile<T, TVector, TLanes, TShape> : TimedKernel
    where T : INumberBase<T>
    where TLanes : ILanes<T, TVector>
    where TShape : ITileShape
{
    private const int Calls = 64;

    /// <summary>A tile of this name.</summary>
    public TimedTile(string name)
        : base(name, typeof(T), 8 * Unsafe.SizeOf<TVector>())
    {
    }

    /// <summary>The operands.</summary>
    public TileOperands<T, TShape> Operands { get; } = new(TLanes.Count);

    /// <inheritdoc/>
    public override double Flops => Calls * Operands.Flops;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run()
    {
        TileCall<T> call = Operands.Call();
        for (int n = 0; n < Calls; n++)
            MicroKernel<T, TVector, TLanes, TShape>.Run(call);
    }
}
