using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;
using ReferenceConv.Benchmarks.Peers;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>The kernels that are timed: those that large layers end in, for the vectors that this machine has.</summary>
internal static class KernelList
{
    private const string Channels = "channels 14x2";
    private const string Pixels = "pixels 8x3";
    private const string WrittenOut = " by spans, written out";
    private const string OneSource = " by spans, one source";
    private const string OneSourceSlices = " by slices, one source";

    /// <summary>All of them.</summary>
    public static ImmutableArray<TimedKernel> All { get; } = [.. Of<float>(), .. Of<double>()];

    /// <summary>Names of kernels with references, each beside the same with spans.</summary>
    public static ImmutableArray<(string References, string Spans)> Pairs { get; } =
    [
        (Channels, Channels + WrittenOut),
        (Channels, Channels + OneSource),
        (Channels, Channels + OneSourceSlices),
        (Pixels, Pixels + OneSource),
        (Pixels, Pixels + OneSourceSlices),
    ];

    /// <summary>Whether this machine's vectors suffice for a kernel of this name.</summary>
    public static bool Has(string name) => All.Any(kernel => kernel.Name == name);

    /// <summary>The first kernel of this name and number.</summary>
    public static TimedKernel Find<T>(string name) => All.First(kernel => kernel.Name == name && kernel.Number == typeof(T));

    private static IEnumerable<TimedKernel> Of<T>()
        where T : INumberBase<T>
    {
        if (FmaPeak.WidestVector >= 512)
        {
            yield return new TimedTile<T, Vector512<T>, Lanes512<T>, OneStrip<Fourteen, Two>>(Channels);
            yield return new TimedSpanTile<T>(Channels + WrittenOut);
            yield return new TimedGenericSpanTile<T, Vector512<T>, Lanes512<T>, OneStrip<Fourteen, Two>, TestedEnds>(Channels + OneSource);
            yield return new TimedGenericSpanTile<T, Vector512<T>, Lanes512<T>, OneStrip<Fourteen, Two>, TestedSlice>(
                Channels + OneSourceSlices);
            yield return new TimedTile<T, Vector512<T>, Lanes512<T>, TwoStrips<Seven, Two>>("channels 7+7 x2");
            yield return new TimedTile<T, Vector512<T>, Lanes512<T>, Planes<Eight, Three>>(Pixels);
            yield return new TimedGenericSpanTile<T, Vector512<T>, Lanes512<T>, Planes<Eight, Three>, TestedEnds>(Pixels + OneSource);
            yield return new TimedGenericSpanTile<T, Vector512<T>, Lanes512<T>, Planes<Eight, Three>, TestedSlice>(
                Pixels + OneSourceSlices);
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
