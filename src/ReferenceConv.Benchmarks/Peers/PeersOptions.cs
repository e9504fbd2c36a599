using System.Collections.Immutable;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>What is to be measured and how long.</summary>
/// <param name="Layers">Indices into the list of all layers.</param>
/// <param name="Threads">Numbers of threads, one table each.</param>
/// <param name="Width">Bits of the vectors of our path and of the peak, if forced.</param>
/// <param name="IsQuick">Fewer and shorter blocks.</param>
/// <param name="JsonFile">Where the numbers go too.</param>
internal sealed record PeersOptions(ImmutableArray<int> Layers, ImmutableArray<int> Threads, int? Width, bool IsQuick, FileInfo? JsonFile)
{
    /// <summary>A run that takes longer leaves the others little time, and little noise stays in it.</summary>
    public const double SlowRunSeconds = 0.1;

    /// <summary>How often each peer has its turn.</summary>
    public int Rounds => IsQuick ? 6 : 9;

    /// <summary>How long a turn is, in milliseconds; a run that takes longer is a turn.</summary>
    public int BlockMilliseconds => IsQuick ? 6 : 15;

    /// <summary>Above so many multiply-adds the managed matrix product takes too long.</summary>
    public long MostMathNetMultiplyAdds => IsQuick ? 120_000_000 : 10_000_000_000;

    /// <summary>How often a peer has its turn whose run takes longer than <see cref="SlowRunSeconds"/>.</summary>
    public int SlowRounds => IsQuick ? 1 : 3;
}
