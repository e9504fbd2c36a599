using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Fast;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>
/// The fast path of this library, from one buffer into another that begin at a cache line, as those of ONNX Runtime and oneDNN do.
/// </summary>
internal sealed class OursPeer : Peer
{
    private readonly int threads;
    private readonly int? width;
    private PreparedConvolution<float>? prepared;
    private NativeBuffer? x;
    private NativeBuffer? y;
    private Action prepare = static () => { };

    /// <summary>On this many threads; vectors of <paramref name="width"/> bits, or as wide as the machine has them.</summary>
    public OursPeer(int threads, int? width)
    {
        this.threads = threads;
        this.width = width;
    }

    /// <inheritdoc/>
    public override long? ScratchBytes => prepared?.ScratchBytes;

    /// <inheritdoc/>
    public override Action? Prepare => prepare;

    /// <inheritdoc/>
    public override void Load(NetworkLayer layer, float[] x, float[] w)
    {
        Release();
        prepared = Prepared(layer, w);
        this.x = new NativeBuffer(x);
        y = new NativeBuffer((long)layer.OutputLength * sizeof(float));
        prepare = () => Prepared(layer, w).Dispose();
    }

    /// <inheritdoc/>
    public override void Run() => prepared!.Run(x!.Span, y!.Span);

    /// <inheritdoc/>
    public override float Output(int index) => y!.Span[index];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Release();
        base.Dispose(disposing);
    }

    private void Release()
    {
        prepared?.Dispose();
        x?.Dispose();
        y?.Dispose();
        (prepared, x, y) = (null, null, null);
    }

    /// <summary>The one place that names the engine.</summary>
    private PreparedConvolution<float> Prepared(NetworkLayer layer, float[] w)
    {
        var engine = new FastConvolution<float>(threads, (VectorWidth?)width);
        return layer.IsTransposed ? engine.PrepareTransposed(layer.Geometry, w) : engine.Prepare(layer.Geometry, w);
    }
}
