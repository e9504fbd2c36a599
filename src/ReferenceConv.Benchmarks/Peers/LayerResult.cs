using System.Collections.Immutable;
using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>What was measured at one layer on one number of threads.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Threads">Threads of each peer.</param>
/// <param name="Timings">By peer; without those that do not do the layer.</param>
/// <param name="Peak">GFLOP/s of fused multiply-adds, measured between the peers.</param>
/// <param name="Preparation">How long our path takes to prepare its weights; null if it was left out.</param>
/// <param name="ScratchBytes">What our path needs beside x, w and y.</param>
/// <param name="Faults">A line for each output out of bound.</param>
internal sealed record LayerResult(
    NetworkLayer Layer,
    int Threads,
    ImmutableDictionary<PeerKind, Timing> Timings,
    double Peak,
    Timing? Preparation,
    long? ScratchBytes,
    ImmutableArray<string> Faults)
{
    /// <summary>GFLOP/s of a peer's best run.</summary>
    public double? Rate(PeerKind kind) => Timings.TryGetValue(kind, out Timing timing) ? Layer.Flops / timing.Best / 1e9 : null;

    /// <summary>How many times faster we are than the fastest of these peers, by the best runs or by the medians.</summary>
    public double? Ratio(ReadOnlySpan<PeerKind> peers, bool byMedian = false)
    {
        if (!Timings.TryGetValue(PeerKind.Ours, out Timing ours))
            return null;
        double fastest = double.PositiveInfinity;
        foreach (PeerKind peer in peers)
            if (Timings.TryGetValue(peer, out Timing timing))
                fastest = Math.Min(fastest, byMedian ? timing.Median : timing.Best);
        return double.IsInfinity(fastest) ? null : fastest / (byMedian ? ours.Median : ours.Best);
    }

    /// <summary>How many of our runs a preparation takes.</summary>
    public double? RunsToPrepare => Timings.TryGetValue(PeerKind.Ours, out Timing ours) ? Preparation?.Best / ours.Best : null;

    /// <summary>Scratch beyond one padded copy of the input, in bytes.</summary>
    public long? ScratchBeyondInput => ScratchBytes - Layer.PaddedInputBytes;

    /// <summary>Our share of the peak.</summary>
    public double? ShareOfPeak => Rate(PeerKind.Ours) / Peak;
}
