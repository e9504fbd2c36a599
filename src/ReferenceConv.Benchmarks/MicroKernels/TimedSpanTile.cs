using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>The same tile of 14 pixels by two vectors with spans instead of references.</summary>
internal sealed class TimedSpanTile<T> : TimedKernel
    where T : INumberBase<T>
{
    private const int Calls = 64;

    private readonly TileOperands<T, OneStrip<Fourteen, Two>> operands = new(Vector512<T>.Count);

    /// <summary>The tile, after a look whether both variants agree.</summary>
    /// <exception cref="InvalidOperationException">They do not.</exception>
    public TimedSpanTile(string name)
        : base(name, typeof(T), 8 * Unsafe.SizeOf<Vector512<T>>())
    {
        var unchecked512 = new TimedTile<T, Vector512<T>, Lanes512<T>, OneStrip<Fourteen, Two>>(name);
        unchecked512.Run();
        Run();
        if (!operands.Tile.SequenceEqual(unchecked512.Operands.Tile))
            throw new InvalidOperationException("references and spans disagree");
    }

    /// <inheritdoc/>
    public override double Flops => Calls * operands.Flops;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run()
    {
        for (int n = 0; n < Calls; n++)
            SpanKernel<T>.Run(operands.Segments, operands.Image, operands.Weights, operands.RowStep, operands.Seeds, operands.Tile);
    }
}
