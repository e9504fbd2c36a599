using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Fast;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>The fast path of this library, from arrays to an array as a user calls it.</summary>
internal sealed class OursPeer : Peer
{
    private readonly int threads;
    private readonly int? width;
    private Action run = static () => { };
    private Action prepare = static () => { };
    private float[] y = [];
    private long scratchBytes;

    /// <summary>On this many threads; vectors of <paramref name="width"/> bits, or as wide as the machine has them.</summary>
    public OursPeer(int threads, int? width)
    {
        this.threads = threads;
        this.width = width;
    }

    /// <inheritdoc/>
    public override long? ScratchBytes => scratchBytes;

    /// <inheritdoc/>
    public override Action? Prepare => prepare;

    /// <inheritdoc/>
    public override void Load(NetworkLayer layer, float[] x, float[] w)
    {
        y = new float[layer.OutputLength];
        PreparedConvolution<float> prepared = Prepared(layer, w);
        run = () => prepared.Run(x, y);
        prepare = () => Prepared(layer, w).Dispose();
        scratchBytes = prepared.ScratchBytes;
    }

    /// <inheritdoc/>
    public override void Run() => run();

    /// <inheritdoc/>
    public override float Output(int index) => y[index];

    /// <summary>The one place that names the engine.</summary>
    private PreparedConvolution<float> Prepared(NetworkLayer layer, float[] w)
    {
        var engine = new FastConvolution<float>(threads, (VectorWidth?)width);
        return layer.IsTransposed ? engine.PrepareTransposed(layer.Geometry, w) : engine.Prepare(layer.Geometry, w);
    }
}
