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
        pairs = Shuffled(PathLevels.Pairs(paths), dice);
        triples = Shuffled(PathLevels.Triples(paths), dice);
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
        if (!ShapePaths.All[path].IsShapeOf(geometry))
            return;
        PathTarget levels = PathLevels.LevelsOf(path, geometry);
        metPairs.UnionWith(PathLevels.PairsOf(levels));
        metTriples.UnionWith(PathLevels.TriplesOf(levels));
    }

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
                Level(wanted.Size, PathLevels.Sizes, static target => target.Size),
                Level(wanted.InChannels, PathLevels.InChannels(path), static target => target.InChannels),
                Level(wanted.OutChannels, PathLevels.OutChannels(path), static target => target.OutChannels),
                metPairs.Count < pairs.Length ? Level(wanted.Batch, PathLevels.Batches, static target => target.Batch) : 0);
            int missing = PathLevels.PairsOf(complete).Count(pair => !metPairs.Contains(pair));
            if (wantsTriples)
                missing += PathLevels.TriplesOf(complete).Count(triple => !metTriples.Contains(triple));
            double gain = missing - (Math.Log2(complete.LeastWork) / Worth);
            if (gain > most && complete.LeastWork <= MostWork)
                (best, most) = (complete, gain);
        }

        return best;
    }

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
