using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;
using ReferenceConv.Benchmarks.Peers;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>The kernels that are timed: those that large layers end in, for the vectors that this machine has.</summary>
internal static class KernelList
{
    /// <summary>What the tile with references is called, and the one with spans.</summary>
    public const string References = "channels 14x2";

    /// <inheritdoc cref="References"/>
    public const string Spans = "channels 14x2 by spans";

    /// <summary>All of them.</summary>
    public static ImmutableArray<TimedKernel> All { get; } = [.. Of<float>(), .. Of<double>()];

    private static IEnumerable<TimedKernel> Of<T>()
        where T : INumberBase<T>
    {
        if (FmaPeak.WidestVector >= 512)
        {
            yield return new TimedTile<T, Vector512<T>, Lanes512<T>, OneStrip<Fourteen, Two>>(References);
            yield return new TimedSpanTile<T>(Spans);
            yield return new TimedTile<T, Vector512<T>, Lanes512<T>, TwoStrips<Seven, Two>>("channels 7+7 x2");
            yield return new TimedTile<T, Vector512<T>, Lanes512<T>, Planes<Eight, Three>>("pixels 8x3");
            yield return new TimedRing<T, Vector512<T>, Lanes512<T>>(3);
            yield return new TimedRing<T, Vector512<T>, Lanes512<T>>(5);
            yield return new TimedSquare<T, Vector512<T>, Lanes512<T>>();
        }

        if (FmaPeak.WidestVector >= 256)
        {
            yield return new TimedTile<T, Vector256<T>, Lanes256<T>, OneStrip<Six, Two>>("channels 6x2");
            yield return new TimedTile<T, Vector256<T>, Lanes256<T>, Planes<Four, Three>>("pixels 4x3");
            yield return new TimedSquare<T, Vector256<T>, Lanes256<T>>();
        }
    }
}
