using System.Collections.Immutable;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>One column of ratios: us over the faster of some peers.</summary>
internal sealed record Comparison(string Title, string Heading, ImmutableArray<PeerKind> Peers)
{
    /// <summary>The better of ONNX Runtime's two layouts, layer by layer.</summary>
    public static Comparison OnnxRuntime { get; } = new("ONNX Runtime", "xORT", [PeerKind.OnnxRuntimeBlocked, PeerKind.OnnxRuntimePlain]);

    /// <summary>oneDNN without its reorders.</summary>
    public static Comparison OneDnnBlocked { get; } = new("oneDNN blocked", "x1DNb", [PeerKind.OneDnnBlocked]);

    /// <summary>oneDNN from NCHW to NCHW.</summary>
    public static Comparison OneDnnPlain { get; } = new("oneDNN plain", "x1DNp", [PeerKind.OneDnnPlain]);

    /// <summary>The managed matrix product.</summary>
    public static Comparison MathNet { get; } = new("im2col + MathNet", "xMath", [PeerKind.MathNet]);

    /// <summary>The columns, left to right.</summary>
    public static ImmutableArray<Comparison> All { get; } = [OnnxRuntime, OneDnnBlocked, OneDnnPlain, MathNet];

    /// <summary>Us over them at one layer, null where either is missing.</summary>
    public double? At(LayerResult result, bool byMedian = false) => result.Ratio(Peers.AsSpan(), byMedian);
}
