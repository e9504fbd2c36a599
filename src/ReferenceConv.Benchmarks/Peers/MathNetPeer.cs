using MathNet.Numerics;
using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Fast;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>Explicit im2col and MathNet's managed matrix product: what a .NET user has without native code.</summary>
internal sealed class MathNetPeer : Peer
{
    private const long MostColumnBytes = 1 << 30;

    private readonly Im2ColConvolution<float> im2col = new();
    private NetworkLayer? layer;
    private float[] x = [];
    private float[] w = [];
    private float[] y = [];

    /// <summary>On this many threads.</summary>
    public MathNetPeer(int threads) => Control.MaxDegreeOfParallelism = threads;

    /// <inheritdoc/>
    public override long? ScratchBytes => layer?.ColumnBytes;

    /// <inheritdoc/>
    public override void Load(NetworkLayer layer, float[] x, float[] w)
    {
        if (layer.ColumnBytes > MostColumnBytes)
            throw new NotSupportedException($"its column matrix would need {layer.ColumnBytes / 1e9:F1} GB");
        (this.layer, this.x, this.w) = (layer, x, w);
        y = new float[layer.OutputLength];
    }

    /// <inheritdoc/>
    public override void Run() => RunInto(y);

    /// <summary>The same into an array of the caller's.</summary>
    public void RunInto(float[] result)
    {
        if (layer!.IsTransposed)
            im2col.DataGradient(layer.Geometry, w, x, result);
        else
            im2col.Forward(layer.Geometry, x, w, [], result);
    }

    /// <inheritdoc/>
    public override float Output(int index) => y[index];
}
