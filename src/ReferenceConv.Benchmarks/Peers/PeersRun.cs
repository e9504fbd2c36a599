using System.Collections.Immutable;
using ReferenceConv.Benchmarks.Peers.Hosting;
using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>
/// Measures layer by layer: each peer in a process of its own, block by block in turn, so that all see the same machine.
/// Two thread pools that wait by spinning would ruin each other in one process.
/// </summary>
internal sealed class PeersRun : IDisposable
{
    private readonly PeersOptions options;
    private readonly int threads;
    private readonly ImmutableArray<PeerProcess> peers;

    /// <summary>Starts the peers that are installed.</summary>
    public PeersRun(PeersOptions options, int threads)
    {
        this.options = options;
        this.threads = threads;
        peers = [.. PeerKind.All.Where(static kind => kind.IsInstalled()).Select(kind => new PeerProcess(kind, threads, options.Width))];
    }

    /// <summary>Why a peer is missing at a layer, told as it turns up.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Measures and checks one layer.</summary>
    public LayerResult Measure(int index)
    {
        NetworkLayer layer = NetworkLayers.All[index];
        long? scratch = null;
        var faults = new List<string>();
        var present = new List<PeerProcess>();
        (double Value, double Bound)[] expected = Expected(layer);
        foreach (PeerProcess peer in peers)
        {
            if (peer.Kind == PeerKind.MathNet && layer.Geometry.MultiplyAdds > options.MostMathNetMultiplyAdds)
                continue;
            try
            {
                long? bytes = peer.Load(index);
                if (peer.Kind == PeerKind.Ours)
                    scratch = bytes;
                faults.AddRange(Faults(layer, peer, expected));
                present.Add(peer);
            }
            catch (NotSupportedException exception)
            {
                Remarks.Add($"{peer.Kind.Name}, {layer.Name}: left out, {exception.Message}");
            }
        }

        (ImmutableDictionary<PeerKind, Timing> timings, double peak) = Time(present);
        return new LayerResult(layer, threads, timings, peak, scratch, [.. faults]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PeerProcess peer in peers)
            peer.Dispose();
    }

    private static (double Value, double Bound)[] Expected(NetworkLayer layer)
    {
        float[] x = LayerData.Input(layer);
        float[] w = LayerData.Weights(layer);
        return [.. SampledOutputs.IndicesOf(layer).Select(index => SampledOutputs.At(layer, x, w, index))];
    }

    /// <summary>At most one line: the first sampled output that is farther from the sum than rounding can carry it. Not-a-number is far from everything.</summary>
    private static IEnumerable<string> Faults(NetworkLayer layer, PeerProcess peer, (double Value, double Bound)[] expected)
    {
        double[] values = peer.Sample();
        int[] indices = SampledOutputs.IndicesOf(layer);
        for (int s = 0; s < values.Length; s++)
            if (!(Math.Abs(values[s] - expected[s].Value) <= expected[s].Bound))
            {
                yield return $"{peer.Kind.Name}, {layer.Name}: y[{indices[s]}] = {values[s]}, must be {expected[s].Value} ± {expected[s].Bound:G2}";
                yield break;
            }
    }

    private (ImmutableDictionary<PeerKind, Timing> Timings, double Peak) Time(List<PeerProcess> present)
    {
        Dictionary<PeerProcess, List<Timing>> blocks = present.ToDictionary(static peer => peer, static _ => new List<Timing>());
        PeerProcess ours = peers.Single(static peer => peer.Kind == PeerKind.Ours);
        double peak = 0;
        for (int round = 0; round < options.Rounds; round++)
        {
            peak = Math.Max(peak, ours.Peak(options.BlockMilliseconds / 3));
            foreach (PeerProcess peer in present)
                if (peer.Kind != PeerKind.MathNet || round < options.MathNetRounds)
                    blocks[peer].Add(peer.Time(options.BlockMilliseconds));
        }

        return (blocks.ToImmutableDictionary(static pair => pair.Key.Kind, static pair => Joined(pair.Value)), peak);
    }

    private static Timing Joined(List<Timing> blocks) =>
        new(blocks.Min(static block => block.Best), Statistics.Median(blocks.Select(static block => block.Median)));
}
