using System.Numerics;
using System.Runtime.CompilerServices;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>A tile by the one source with spans.</summary>
internal sealed class TimedGenericSpanTile<T, TVector, TLanes, TShape, TTest> : TimedKernel
    where T : INumberBase<T>
    where TLanes : ILanes<T, TVector>
    where TShape : ITileShape
    where TTest : ISpanTest
{
    private const int Calls = 64;

    private readonly TileOperands<T, TShape> operands = new(TLanes.Count);

    /// <summary>The tile, after a look whether it agrees with the one by references.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public TimedGenericSpanTile(string name)
        : base(name, typeof(T), 8 * Unsafe.SizeOf<TVector>())
    {
        var references = new TimedTile<T, TVector, TLanes, TShape>(name);
        references.Run();
        Run();
        if (!operands.Tile.SequenceEqual(references.Operands.Tile))
            throw new InvalidOperationException("references and spans disagree");
    }

    /// <inheritdoc/>
    public override double Flops => Calls * operands.Flops;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run()
    {
        SpanCall<T> call = operands.Spans();
        for (int n = 0; n < Calls; n++)
            GenericSpanKernel<T, TVector, TLanes, TShape, TTest>.Run(call);
    }
}
