using ReferenceConv.Fast;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// One way for a <see cref="FastConvolution{T}"/> to compute: the bits of a vector, what lies in its lanes, and how many threads share the
/// work.
/// </summary>
internal sealed record Engine(VectorWidth Width, Tiling? Tiling, int Threads = 1)
{
    /// <summary>Every tiling, and the choice by the shape.</summary>
    public static Tiling?[] Tilings { get; } = [null, .. Enum.GetValues<Tiling>()];

    /// <summary>Every tiling at this width.</summary>
    public static IEnumerable<Engine> Of(VectorWidth width, int threads = 1) =>
        Tilings.Select(tiling => new Engine(width, tiling, threads));

    /// <summary>Every width and tiling.</summary>
    public static IEnumerable<Engine> All(int threads = 1) => Enum.GetValues<VectorWidth>().SelectMany(width => Of(width, threads));

    /// <summary>The convolution.</summary>
    public FastConvolution<T> Convolution<T>()
        where T : System.Numerics.INumberBase<T> => new(Threads, Width, Tiling);

    /// <summary>For example <c>Bits256, Pixels, 2 threads</c>.</summary>
    public override string ToString() => $"{Width}, {Tiling?.ToString() ?? "by the shape"}, {Threads} threads";
}
