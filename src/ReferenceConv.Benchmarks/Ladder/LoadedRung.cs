using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Fast;

namespace ReferenceConv.Benchmarks.Ladder;

/// <summary>A rung and a layer, ready to run: where its output goes, and what memory it takes beside x, w and y.</summary>
internal sealed class LoadedRung
{
    private readonly Action run;

    private LoadedRung(NetworkLayer layer, float[] y, Action run, long? scratchBytes)
    {
        (Layer, Y, this.run) = (layer, y, run);
        run();
        ScratchBytes = scratchBytes ?? AllocatedBy(run);
    }

    /// <summary>The layer.</summary>
    public NetworkLayer Layer { get; }

    /// <summary>What the last run computed.</summary>
    public float[] Y { get; }

    /// <summary>What a run allocates, or what a prepared convolution holds; its packed weights are not counted.</summary>
    public long ScratchBytes { get; }

    /// <summary>The flattened loop.</summary>
    public static LoadedRung Naive(NetworkLayer layer, float[] x, float[] w)
    {
        var y = new float[layer.OutputLength];
        return new(layer, y, () => FlattenedLoop.Forward<float>(layer.Geometry, x, w, y), null);
    }

    /// <summary>A convolution that is called as it stands.</summary>
    public static LoadedRung Plain(IConvolution<float> convolution, NetworkLayer layer, float[] x, float[] w)
    {
        var y = new float[layer.OutputLength];
        return layer.IsTransposed
            ? new(layer, y, () => convolution.DataGradient(layer.Geometry, w, x, y), null)
            : new(layer, y, () => convolution.Forward(layer.Geometry, x, w, [], y), null);
    }

    /// <summary>A convolution whose weights are packed beforehand.</summary>
    public static LoadedRung Prepared(int threads, NetworkLayer layer, float[] x, float[] w)
    {
        var y = new float[layer.OutputLength];
        var convolution = new FastConvolution<float>(threads);
        PreparedConvolution<float> prepared = layer.IsTransposed
            ? convolution.PrepareTransposed(layer.Geometry, w)
            : convolution.Prepare(layer.Geometry, w);
        return new(layer, y, () => prepared.Run(x, y), prepared.ScratchBytes);
    }

    /// <summary>Computes Y.</summary>
    public void Run() => run();

    private static long AllocatedBy(Action run)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        run();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
