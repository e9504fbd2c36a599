using System.Collections.Immutable;
using ReferenceConv.Benchmarks.Peers.OneDnn;
using ReferenceConv.Benchmarks.Peers.OnnxRuntime;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>
/// A peer that can be asked for: its name, whether it is installed, and how to make one in the process that is to run it.
/// </summary>
/// <param name="Name">One word.</param>
/// <param name="IsInstalled">Whether this machine has what it needs.</param>
/// <param name="Create">Makes one, for a number of threads and a width of vectors in bits, if one is forced.</param>
internal sealed record PeerKind(string Name, Func<bool> IsInstalled, Func<int, int?, Peer> Create)
{
    /// <summary>The fast path of this library.</summary>
    public static PeerKind Ours { get; } = new("ours", static () => true, static (threads, width) => new OursPeer(threads, width));

    /// <summary>ONNX Runtime in its blocked layout.</summary>
    public static PeerKind OnnxRuntimeBlocked { get; } = OnnxRuntime("onnxruntime-nchwc", OnnxRuntimePeer.BlockedLayout);

    /// <summary>ONNX Runtime in the plain layout.</summary>
    public static PeerKind OnnxRuntimePlain { get; } = OnnxRuntime("onnxruntime-nchw", OnnxRuntimePeer.PlainLayout);

    /// <summary>oneDNN in its blocked layouts.</summary>
    public static PeerKind OneDnnBlocked { get; } = OneDnn("onednn-blocked", blocked: true);

    /// <summary>oneDNN with x and y in the plain layout.</summary>
    public static PeerKind OneDnnPlain { get; } = OneDnn("onednn-nchw", blocked: false);

    /// <summary>Explicit im2col and MathNet's matrix product.</summary>
    public static PeerKind MathNet { get; } = new("mathnet", static () => true, static (threads, _) => new MathNetPeer(threads));

    /// <summary>All of them.</summary>
    public static ImmutableArray<PeerKind> All { get; } = [Ours, OnnxRuntimeBlocked, OnnxRuntimePlain, OneDnnBlocked, OneDnnPlain, MathNet];

    private static PeerKind OnnxRuntime(string name, int level) =>
        new(name, static () => PeerLibraries.OnnxRuntime() is not null,
            (threads, _) => new OnnxRuntimePeer(PeerLibraries.OnnxRuntime()!, threads, level));

    private static PeerKind OneDnn(string name, bool blocked) =>
        new(name, static () => PeerLibraries.OneDnn() is not null, (_, _) => new OneDnnPeer(PeerLibraries.OneDnn()!, blocked));
}
