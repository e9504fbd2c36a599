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
        PeerProcess[] started =
            [.. PeerKind.All.Where(static kind => kind.IsInstalled()).Select(kind => new PeerProcess(kind, threads, options.Width))];
        peers = [.. started.Where(IsReady)];
    }

    /// <summary>Why a peer is missing at a layer, or missing altogether.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Measures one layer, then checks what the last runs left behind.</summary>
    public LayerResult Measure(int index)
    {
        NetworkLayer layer = NetworkLayers.All[index];
        long? scratch = null;
        var blocks = new Dictionary<PeerProcess, List<Timing>>();
        foreach (PeerProcess peer in peers.Where(peer => peer.Kind != PeerKind.MathNet
            || layer.Geometry.MultiplyAdds <= options.MostMathNetMultiplyAdds))
            Try(peer, layer, blocks, () =>
            {
                long? bytes = peer.Load(index);
                if (peer.Kind == PeerKind.Ours)
                    scratch = bytes;
                blocks[peer] = [];
            });

        double peak = Time(layer, blocks);
        Timing? preparation = null;
        if (blocks.ContainsKey(Ours))
            Try(Ours, layer, blocks, () => preparation = Ours.Prepare(options.BlockMilliseconds * options.Rounds / 2));
        (double Value, double Bound)[] expected = Expected(layer);
        var faults = new List<string>();
        foreach (PeerProcess peer in peers.Where(blocks.ContainsKey))
            Try(peer, layer, blocks, () => faults.AddRange(Faults(layer, peer, expected)));
        return new LayerResult(
            layer, threads, blocks.ToImmutableDictionary(
                static pair => pair.Key.Kind, static pair => Joined(pair.Value)), peak, preparation, scratch, [.. faults]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PeerProcess peer in peers)
            peer.Dispose();
    }

    private PeerProcess Ours => peers.Single(static peer => peer.Kind == PeerKind.Ours);

    private bool IsReady(PeerProcess peer)
    {
        try
        {
            peer.Greet();
            return true;
        }
        catch (NotSupportedException exception)
        {
            Remarks.Add($"{peer.Kind.Name} does not start and is left out, {exception.Message}");
            peer.Dispose();
            return false;
        }
    }

    private static (double Value, double Bound)[] Expected(NetworkLayer layer)
    {
        float[] x = LayerData.Input(layer);
        float[] w = LayerData.Weights(layer);
        return [.. SampledOutputs.IndicesOf(layer).Select(index => SampledOutputs.At(layer, x, w, index))];
    }

    /// <summary>
    /// At most one line: the first sampled output that is farther from the sum than rounding can carry it. Not-a-number is far from
    /// everything.
    /// </summary>
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

    private double Time(NetworkLayer layer, Dictionary<PeerProcess, List<Timing>> blocks)
    {
        double peak = 0;
        for (int round = 0; round < options.Rounds; round++)
        {
            peak = Math.Max(peak, Ours.Peak(options.BlockMilliseconds / 3));
            foreach (PeerProcess peer in peers.Where(blocks.ContainsKey))
                if (round < options.SlowRounds || blocks[peer][0].Best < PeersOptions.SlowRunSeconds)
                    Try(peer, layer, blocks, () => blocks[peer].Add(peer.Time(options.BlockMilliseconds)));
        }

        return peak;
    }

    /// <summary>Does something with a peer, and does without the peer at this layer if it cannot.</summary>
    private void Try(PeerProcess peer, NetworkLayer layer, Dictionary<PeerProcess, List<Timing>> blocks, Action action)
    {
        try
        {
            action();
        }
        catch (NotSupportedException exception)
        {
            blocks.Remove(peer);
            Remarks.Add($"{peer.Kind.Name}, {layer.Name}: left out, {exception.Message}");
        }
    }

    private static Timing Joined(List<Timing> blocks) =>
        new(blocks.Min(static block => block.Best), Statistics.Median(blocks.Select(static block => block.Median)));
}
