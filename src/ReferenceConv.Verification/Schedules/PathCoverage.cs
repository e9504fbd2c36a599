using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// Which levels of the factors of special paths have met: every two of path, size of a row, channels in, channels out and images, and every three of path,
/// size and channels. Only a case that has the path's own shape counts for it.
/// </summary>
internal sealed class PathCoverage
{
    private readonly ImmutableArray<PathTarget> pairs;
    private readonly ImmutableArray<PathTarget> triples;
    private readonly HashSet<PathTarget> metPairs = [];
    private readonly HashSet<PathTarget> metTriples = [];
    private int nextPair;
    private int nextTriple;

    /// <summary>The pairs and triples of some paths, in an order that the seed selects.</summary>
    public PathCoverage(ImmutableArray<int> paths, ulong seed)
    {
        var dice = new Dice(seed);
        pairs = Shuffled(Pairs(paths), dice);
        triples = Shuffled(Triples(paths), dice);
    }

    /// <summary>How many pairs there are, and how many have met.</summary>
    public (int Met, int All) MetPairs => (pairs.Count(metPairs.Contains), pairs.Length);

    /// <summary>The same of triples.</summary>
    public (int Met, int All) MetTriples => (triples.Count(metTriples.Contains), triples.Length);

    /// <summary>A pair that has not met, or where all have and triples are wanted, such a triple; null if nothing is missing.</summary>
    public PathTarget? Missing(bool wantsTriples)
    {
        while (nextPair < pairs.Length && metPairs.Contains(pairs[nextPair]))
            nextPair++;
        if (nextPair < pairs.Length)
            return pairs[nextPair++];
        while (nextTriple < triples.Length && metTriples.Contains(triples[nextTriple]))
            nextTriple++;
        return wantsTriples && nextTriple < triples.Length ? triples[nextTriple++] : null;
    }

    /// <summary>Takes note of a case of a path.</summary>
    public void Add(int path, ConvolutionGeometry geometry)
    {
        PathTarget levels = LevelsOf(path, geometry);
        if (!IsOf(ShapePaths.All[path], geometry))
            levels = levels with { Path = -1 };
        metPairs.UnionWith(PairsOf(levels));
        metTriples.UnionWith(TriplesOf(levels));
    }

    /// <summary>Whether a geometry has the shape of a path.</summary>
    public static bool IsOf(ShapePath path, ConvolutionGeometry geometry)
    {
        bool hasKind = path.Kind switch
        {
            PathKind.Dense => true,
            PathKind.Grouped => geometry.Groups > 1,
            _ => geometry.GroupInChannels == 1 && geometry.Groups > 1,
        };
        if (!hasKind || geometry.Axes.Length != path.Rank)
            return false;
        for (int a = 0; a < path.Rank; a++)
        {
            Axis axis = geometry.Axes[a];
            if (path.IsGlobal ? axis.Kernel != axis.Input : axis.Kernel != path.Kernel[a] || axis.Dilation != path.Dilation || axis.Stride != path.Stride)
                return path.IsLine && a == 0 && axis.Input == 1;
        }

        return true;
    }

    private static PathTarget LevelsOf(int path, ConvolutionGeometry geometry)
    {
        ShapePath of = ShapePaths.All[path];
        bool isByGroup = of.Kind is PathKind.Depthwise or PathKind.Multiplied;
        Axis last = geometry.Axes[^1];
        return new PathTarget(
            path,
            SizeClass.IndexOf(SizeClass.OfAxis, of.IsGlobal ? last.Input : last.Output),
            SizeClass.IndexOf(SizeClass.OfChannels, isByGroup ? geometry.Groups : geometry.GroupInChannels),
            SizeClass.IndexOf(SizeClass.OfChannels, geometry.GroupOutChannels),
            SizeClass.IndexOf(SizeClass.OfBatch, geometry.Batch));
    }

    private static IEnumerable<PathTarget> PairsOf(PathTarget levels)
    {
        var none = new PathTarget(-1);
        if (levels.Path >= 0)
        {
            yield return none with { Path = levels.Path, Size = levels.Size };
            yield return none with { Path = levels.Path, InChannels = levels.InChannels };
            yield return none with { Path = levels.Path, OutChannels = levels.OutChannels };
            yield return none with { Path = levels.Path, Batch = levels.Batch };
        }

        yield return none with { Size = levels.Size, InChannels = levels.InChannels };
        yield return none with { Size = levels.Size, OutChannels = levels.OutChannels };
        yield return none with { Size = levels.Size, Batch = levels.Batch };
        yield return none with { InChannels = levels.InChannels, OutChannels = levels.OutChannels };
        yield return none with { InChannels = levels.InChannels, Batch = levels.Batch };
        yield return none with { OutChannels = levels.OutChannels, Batch = levels.Batch };
    }

    private static IEnumerable<PathTarget> TriplesOf(PathTarget levels)
    {
        if (levels.Path < 0)
            yield break;
        yield return new PathTarget(levels.Path, levels.Size, levels.InChannels);
        yield return new PathTarget(levels.Path, levels.Size, OutChannels: levels.OutChannels);
    }

    private static IEnumerable<PathTarget> Pairs(ImmutableArray<int> paths)
    {
        (int sizes, int channels, int batches) = (SizeClass.OfAxis.Length, SizeClass.OfChannels.Length, SizeClass.OfBatch.Length);
        return All(paths, sizes, channels, channels, batches).SelectMany(PairsOf).Distinct();
    }

    private static IEnumerable<PathTarget> Triples(ImmutableArray<int> paths) =>
        All(paths, SizeClass.OfAxis.Length, SizeClass.OfChannels.Length, SizeClass.OfChannels.Length, 1).SelectMany(TriplesOf).Distinct();

    /// <summary>Every combination that some case has; a depthwise convolution has one output channel in a group, and its groups are several.</summary>
    private static IEnumerable<PathTarget> All(ImmutableArray<int> paths, int sizes, int inChannels, int outChannels, int batches) =>
        from path in paths
        let kind = ShapePaths.All[path].Kind
        let isByGroup = kind is PathKind.Depthwise or PathKind.Multiplied
        from size in Enumerable.Range(0, sizes)
        from cin in Enumerable.Range(isByGroup ? 1 : 0, inChannels - (isByGroup ? 1 : 0))
        from cout in kind == PathKind.Depthwise ? Enumerable.Range(0, 1) : Enumerable.Range(kind == PathKind.Multiplied ? 1 : 0, outChannels - (kind == PathKind.Multiplied ? 1 : 0))
        from batch in Enumerable.Range(0, batches)
        select new PathTarget(path, size, cin, cout, batch);

    private static ImmutableArray<PathTarget> Shuffled(IEnumerable<PathTarget> targets, Dice dice)
    {
        PathTarget[] all = [.. targets];
        for (int at = all.Length - 1; at > 0; at--)
        {
            int other = dice.Below(at + 1);
            (all[at], all[other]) = (all[other], all[at]);
        }

        return [.. all];
    }
}
