using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// Which levels of the factors of special paths have met: every two of path, size of a row, channels in, channels out and images, and every
/// three of path, size and channels. Only a case that has the path's own shape counts for it.
/// </summary>
internal sealed class PathCoverage
{
    private const int Completions = 32;   // ways that are tried
    private const double MostWork = 1 << 16;
    private const double Worth = 8;       // doublings of the work for one more
    private const int Turns = 8;

    private readonly ImmutableArray<int> paths;
    private readonly ImmutableArray<PathTarget> pairs;
    private readonly ImmutableArray<PathTarget> triples;
    private readonly HashSet<PathTarget> metPairs = [];
    private readonly HashSet<PathTarget> metTriples = [];
    private int nextPair;
    private int nextTriple;

    /// <summary>The pairs and triples of some paths, in an order that the seed selects.</summary>
    public PathCoverage(ImmutableArray<int> paths, ulong seed)
    {
        this.paths = paths;
        var dice = new Dice(seed);
        pairs = Shuffled(Pairs(paths), dice);
        triples = Shuffled(Triples(paths), dice);
    }

    /// <summary>How many pairs there are, and how many have met.</summary>
    public (int Met, int All) MetPairs => (pairs.Count(metPairs.Contains), pairs.Length);

    /// <summary>The same of triples.</summary>
    public (int Met, int All) MetTriples => (triples.Count(metTriples.Contains), triples.Length);

    /// <summary>
    /// A pair that has not met, or where all have and triples are wanted, such a triple, completed to levels of all factors among which
    /// many more have not met; null if nothing is missing.
    /// </summary>
    /// <param name="wantsTriples">Whether triples are wanted.</param>
    /// <param name="dice">Completes it.</param>
    public PathTarget? Missing(bool wantsTriples, Dice dice)
    {
        if (Next(pairs, metPairs, ref nextPair) is { } pair)
            return Completed(pair, wantsTriples, dice);
        return wantsTriples && Next(triples, metTriples, ref nextTriple) is { } triple ? Completed(triple, wantsTriples, dice) : null;
    }

    /// <summary>Takes note of a case, if it has the shape of a path.</summary>
    public void Add(int path, ConvolutionGeometry geometry)
    {
        if (!IsOf(ShapePaths.All[path], geometry))
            return;
        PathTarget levels = LevelsOf(path, geometry);
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
            PathKind.Depthwise => geometry is { Groups: > 1, GroupInChannels: 1, GroupOutChannels: 1 },
            _ => geometry is { Groups: > 1, GroupInChannels: 1, GroupOutChannels: > 1 },
        };
        if (!hasKind || geometry.Axes.Length != path.Rank)
            return false;
        for (int a = 0; a < path.Rank; a++)
            if (!IsAxisOf(path, a, geometry.Axes[a]))
                return false;
        return true;
    }

    /// <summary>A line is one input, under one tap, in its first axis, whatever that would advance by.</summary>
    private static bool IsAxisOf(ShapePath path, int a, Axis axis) =>
        path.IsGlobal ? axis.Kernel == axis.Input
        : path.IsLine && a == 0 ? axis is { Input: 1, Kernel: 1 }
        : axis.Kernel == path.Kernel[a] && axis.Dilation == path.Dilation && axis.Stride == path.Stride;

    /// <summary>The next that has not met; one that a case did not reach has its turn again behind all others.</summary>
    private static PathTarget? Next(ImmutableArray<PathTarget> all, HashSet<PathTarget> met, ref int next)
    {
        for (; next < Turns * all.Length; next++)
            if (!met.Contains(all[next % all.Length]))
                return all[next++ % all.Length];
        return null;
    }

    /// <summary>
    /// Of some ways to complete a target that are cheap enough, the one that brings together the most that has not met; one more is worth
    /// 2⁸ times the work. Once all pairs have met, one image will do.
    /// </summary>
    private PathTarget Completed(PathTarget wanted, bool wantsTriples, Dice dice)
    {
        PathTarget best = wanted;
        double most = double.NegativeInfinity;
        for (int attempt = 0; attempt < Completions; attempt++)
        {
            int path = wanted.Path >= 0 ? wanted.Path : dice.One(paths.AsSpan());
            int Level(int level, IEnumerable<PathTarget> all, Func<PathTarget, int> of) =>
                level >= 0 ? level : dice.One([.. all.Select(of)]);
            var complete = new PathTarget(
                path,
                Level(wanted.Size, Sizes, static target => target.Size),
                Level(wanted.InChannels, InChannels(path), static target => target.InChannels),
                Level(wanted.OutChannels, OutChannels(path), static target => target.OutChannels),
                metPairs.Count < pairs.Length ? Level(wanted.Batch, Batches, static target => target.Batch) : 0);
            int missing = PairsOf(complete).Count(pair => !metPairs.Contains(pair));
            if (wantsTriples)
                missing += TriplesOf(complete).Count(triple => !metTriples.Contains(triple));
            double gain = missing - (Math.Log2(complete.LeastWork) / Worth);
            if (gain > most && complete.LeastWork <= MostWork)
                (best, most) = (complete, gain);
        }

        return best;
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
        yield return none with { Path = levels.Path, Size = levels.Size };
        yield return none with { Path = levels.Path, InChannels = levels.InChannels };
        yield return none with { Path = levels.Path, OutChannels = levels.OutChannels };
        yield return none with { Path = levels.Path, Batch = levels.Batch };
        yield return none with { Size = levels.Size, InChannels = levels.InChannels };
        yield return none with { Size = levels.Size, OutChannels = levels.OutChannels };
        yield return none with { Size = levels.Size, Batch = levels.Batch };
        yield return none with { InChannels = levels.InChannels, OutChannels = levels.OutChannels };
        yield return none with { InChannels = levels.InChannels, Batch = levels.Batch };
        yield return none with { OutChannels = levels.OutChannels, Batch = levels.Batch };
    }

    private static IEnumerable<PathTarget> TriplesOf(PathTarget levels)
    {
        yield return new PathTarget(levels.Path, levels.Size, levels.InChannels);
        yield return new PathTarget(levels.Path, levels.Size, OutChannels: levels.OutChannels);
    }

    private static IEnumerable<PathTarget> Pairs(ImmutableArray<int> paths) =>
    [
        .. from path in paths
           from target in Sizes.Concat(Batches).Concat(InChannels(path)).Concat(OutChannels(path))
           select target with { Path = path },
        .. Products(Sizes, Batches),
        .. Products(Sizes, AllInChannels),
        .. Products(Sizes, AllOutChannels),
        .. Products(Batches, AllInChannels),
        .. Products(Batches, AllOutChannels),
        .. Products(AllInChannels, AllOutChannels),
    ];

    private static IEnumerable<PathTarget> Triples(ImmutableArray<int> paths) =>
        from path in paths
        from target in Products(Sizes, InChannels(path)).Concat(Products(Sizes, OutChannels(path)))
        select target with { Path = path };

    private static IEnumerable<PathTarget> Sizes =>
        Enumerable.Range(0, SizeClass.OfAxis.Length).Select(static size => new PathTarget(-1, Size: size));

    private static IEnumerable<PathTarget> Batches =>
        Enumerable.Range(0, SizeClass.OfBatch.Length).Select(static batch => new PathTarget(-1, Batch: batch));

    private static IEnumerable<PathTarget> AllInChannels =>
        Enumerable.Range(0, SizeClass.OfChannels.Length).Select(static channels => new PathTarget(-1, InChannels: channels));

    private static IEnumerable<PathTarget> AllOutChannels =>
        Enumerable.Range(0, SizeClass.OfChannels.Length).Select(static channels => new PathTarget(-1, OutChannels: channels));

    /// <summary>A depthwise convolution has several groups.</summary>
    private static IEnumerable<PathTarget> InChannels(int path) =>
        AllInChannels.Skip(ShapePaths.All[path].Kind is PathKind.Depthwise or PathKind.Multiplied ? 1 : 0);

    /// <summary>A depthwise convolution has one output channel in a group, and with a multiplier several.</summary>
    private static IEnumerable<PathTarget> OutChannels(int path) => ShapePaths.All[path].Kind switch
    {
        PathKind.Depthwise => AllOutChannels.Take(1),
        PathKind.Multiplied => AllOutChannels.Skip(1),
        _ => AllOutChannels,
    };

    private static IEnumerable<PathTarget> Products(IEnumerable<PathTarget> some, IEnumerable<PathTarget> others) =>
        from one in some
        from other in others
        select new PathTarget(
            -1,
            Math.Max(one.Size, other.Size),
            Math.Max(one.InChannels, other.InChannels),
            Math.Max(one.OutChannels, other.OutChannels),
            Math.Max(one.Batch, other.Batch));

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
