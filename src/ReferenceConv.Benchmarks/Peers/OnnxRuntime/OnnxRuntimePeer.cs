using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers.OnnxRuntime;

/// <summary>ONNX Runtime on the CPU, weights prepacked; the reorders of its own layout belong to its run, since x and y are NCHW.</summary>
internal sealed class OnnxRuntimePeer : Peer
{
    /// <summary>Graph optimization level whose last step puts convolutions into the layout NCHWc.</summary>
    public const int BlockedLayout = 99;

    /// <summary>The level below, which stays in NCHW.</summary>
    public const int PlainLayout = 2;

    // Long enough to bridge two runs of a block, short enough to be over when another process is timed.
    private static readonly (string Key, string Value)[] Entries =
    [
        ("session.intra_op.allow_spinning", "1"),
        ("session.intra_op.spin_duration_us", "1000"),
    ];

    private readonly OrtApi api;
    private readonly int threads;
    private readonly int level;
    private nint session;
    private nint xTensor;
    private nint yTensor;
    private NativeBuffer? xBuffer;
    private NativeBuffer? yBuffer;

    /// <summary>With the library at <paramref name="path"/>.</summary>
    public OnnxRuntimePeer(string path, int threads, int level)
    {
        api = new OrtApi(path);
        this.threads = threads;
        this.level = level;
    }

    /// <inheritdoc/>
    public override void Load(NetworkLayer layer, float[] x, float[] w)
    {
        Release();
        session = api.CreateSession(OnnxModel.Of(layer, w), threads, level, Entries);
        xBuffer = new NativeBuffer(x);
        yBuffer = new NativeBuffer((long)layer.OutputLength * sizeof(float));
        xTensor = api.CreateTensor(xBuffer, [.. layer.InputShape.Select(static size => (long)size)], layer.InputLength);
        yTensor = api.CreateTensor(yBuffer, [.. layer.OutputShape.Select(static size => (long)size)], layer.OutputLength);
    }

    /// <inheritdoc/>
    public override void Run() => api.Run(session, xTensor, yTensor);

    /// <inheritdoc/>
    public override float Output(int index) => yBuffer!.Span[index];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Release();
        base.Dispose(disposing);
    }

    private void Release()
    {
        if (xTensor != 0)
            api.ReleaseTensor(xTensor);
        if (yTensor != 0)
            api.ReleaseTensor(yTensor);
        if (session != 0)
            api.ReleaseSession(session);
        (xTensor, yTensor, session) = (0, 0, 0);
        xBuffer?.Dispose();
        yBuffer?.Dispose();
        (xBuffer, yBuffer) = (null, null);
    }
}
