using System.Collections.Immutable;
using ReferenceConv.Benchmarks.Peers;
using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Fast;
using ReferenceConv.Fast.Gemm;

namespace ReferenceConv.Benchmarks.Ladder;

/// <summary>One idea more than the rung below.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Idea">What it does that the rung below does not.</param>
/// <param name="Load">Takes it to a layer and its x and w.</param>
internal sealed record Rung(string Name, string Idea, Func<NetworkLayer, float[], float[], LoadedRung> Load)
{
    private static readonly VectorWidth Widest = (VectorWidth)FmaPeak.WidestVector;

    /// <summary>
    /// The windows' matrix read from the image, multiplied in blocks and vectors: the last rung for which a convolution is a matrix
    /// product.
    /// </summary>
    public static Rung Implicit { get; } =
        new("implicit", "no column matrix: panels are read from the image", Blocked(Widest, ColumnMatrix.Implicit));

    /// <summary>What lies in the registers is chosen by the shape, one thread.</summary>
    public static Rung SpecialShapes { get; } =
        new("special shapes", "pixels or rows of the image in the lanes where channels are few",
            static (layer, x, w) => LoadedRung.Prepared(1, layer, x, w));

    /// <summary>The ladder, bottom up.</summary>
    public static ImmutableArray<Rung> All { get; } =
    [
        new("naive", "seven loops and a test for the border", LoadedRung.Naive),
        new("im2col, MathNet", "a matrix of windows and a library's product",
            static (layer, x, w) => LoadedRung.Plain(new Im2ColConvolution<float>(), layer, x, w)),
        new("blocked", "panels and blocks for the caches, one number at a time", Blocked(VectorWidth.Scalar, ColumnMatrix.Explicit)),
        new("vector", $"{FmaPeak.WidestVector} bits at a time", Blocked(Widest, ColumnMatrix.Explicit)),
        Implicit,
        new("direct tiles", "tiles of the image, laid out for the registers; weights packed once",
            static (layer, x, w) => LoadedRung.Prepared(1, layer, x, w)),
        new("two threads", "independent tiles side by side", static (layer, x, w) => LoadedRung.Prepared(2, layer, x, w)),
    ];

    private static Func<NetworkLayer, float[], float[], LoadedRung> Blocked(VectorWidth width, ColumnMatrix columns) =>
        (layer, x, w) => LoadedRung.Plain(new BlockedConvolution<float>(width, columns), layer, x, w);
}
