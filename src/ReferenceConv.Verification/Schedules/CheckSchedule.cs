using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// The small cases of a check, cheap ones first. Most are drawn where kernels branch, from the special paths of <see cref="ShapePaths"/>:
/// first so that any two levels of their factors meet, then at random; a quarter of them is followed by a call that differs in one number,
/// and by the way back. A few are what many networks have. The others are drawn axis by axis, so that any two uglinesses meet.
/// </summary>
public sealed class CheckSchedule
{
    /// <summary>Cases of a check unless told otherwise.</summary>
    public const int DefaultCount = 4000;

    /// <summary>Cases of a thorough check.</summary>
    public const int ThoroughCount = 26_000;

    /// <summary>How many of them are drawn axis by axis, or half of all where that is less.</summary>
    public const int DrawnAxisByAxis = 300;

    /// <summary>Cases of at most so many multiply-adds are cheap, and come first.</summary>
    public const int CheapMultiplyAdds = 1 << 14;

    private const int TargetsIn100 = 66;
    private const int ThoroughTargetsIn100 = 75;
    private const int HistoriesIn100 = 25;
    private const int ThoroughHistoriesIn100 = 13;
    private const int AllRulesIn100 = 2;
    private const int UsualOfPaths = 10;   // in a short check no more than a tenth of the special paths
    private const ulong Stream = 0x9A7500000000;   // other choices than those that are drawn axis by axis

    private readonly Capabilities capabilities;
    private readonly ulong seed;
    private readonly bool isThorough;

    /// <summary>Prepares the cases.</summary>
    /// <param name="capabilities">What the candidate claims.</param>
    /// <param name="seed">Selects the cases.</param>
    /// <param name="isThorough">Whether three levels are brought together as well.</param>
    /// <exception cref="ArgumentException">No operator, no rank in 1..3 or no border is claimed.</exception>
    public CheckSchedule(Capabilities capabilities, ulong seed, bool isThorough = false) =>
        (this.capabilities, this.seed, this.isThorough) = (capabilities, seed, isThorough);

    /// <summary>So many cases.</summary>
    public ImmutableArray<ScheduledCase> Cases(int count)
    {
        int byAxis = Math.Min(DrawnAxisByAxis, (count + 1) / 2);
        ScheduledCase[] usual =
        [
            .. FirstLayers.Of(capabilities, seed).Select(static instance => new ScheduledCase(instance, AskedRules.Exact))
                .Concat(WholeImages.Of(capabilities, seed))
                .Take((count - byAxis) / UsualOfPaths),
        ];
        IEnumerable<ImmutableArray<ScheduledCase>> groups =
        [
            .. new CaseSchedule(capabilities, seed).Cases().Take(byAxis).Select(
                static instance => ImmutableArray.Create(new ScheduledCase(instance, AskedRules.All))),
            .. usual.Select(static scheduled => ImmutableArray.Create(scheduled)),
            .. PathGroups(count - byAxis - usual.Length),
        ];
        return [.. groups.OrderBy(static group => Cost(group[0].Case)).SelectMany(static group => group)];
    }

    /// <summary>Special paths without end.</summary>
    internal IEnumerable<ImmutableArray<ScheduledCase>> Paths()
    {
        var draw = new PathDraw(capabilities);
        var coverage = new PathCoverage(draw.Paths, seed);
        var seen = new HashSet<int>();
        var dice = new Dice(seed ^ Stream);
        for (int index = 0; ; index++)
        {
            bool isTargeted = dice.Chance(isThorough ? ThoroughTargetsIn100 : TargetsIn100);
            PathTarget target = isTargeted && coverage.Missing(isThorough, dice) is { } missing ? missing : new PathTarget(-1);
            (ConvolutionCase instance, int path) = draw.Next(dice, target);
            coverage.Add(path, instance.Geometry);
            bool isOfPath = ShapePaths.All[path].IsShapeOf(instance.Geometry);
            AskedRules extent = (isOfPath && seen.Add(path)) || dice.Chance(AllRulesIn100) ? AskedRules.All : AskedRules.Exact;
            var group = ImmutableArray.CreateBuilder<ScheduledCase>();
            group.Add(new ScheduledCase(instance, extent, isOfPath ? ShapePaths.All[path].Name : null));
            bool hasHistory = dice.Chance(isThorough ? ThoroughHistoriesIn100 : HistoriesIn100);
            if (hasHistory && Neighbours.Of(instance, capabilities, dice) is { } neighbour)
            {
                group.Add(new ScheduledCase(neighbour, AskedRules.Exact));
                group.Add(new ScheduledCase(instance.WithSeed((instance.Seed + 1) % 256), AskedRules.Exact, group[0].Name));
            }

            yield return group.ToImmutable();
        }
    }

    private IEnumerable<ImmutableArray<ScheduledCase>> PathGroups(int count)
    {
        foreach (ImmutableArray<ScheduledCase> group in Paths())
        {
            if (count <= 0)
                yield break;
            yield return group[..Math.Min(count, group.Length)];
            count -= group.Length;
        }
    }

    /// <summary>Classes of cost, not cost itself: within a class the order stays mixed.</summary>
    private static int Cost(ConvolutionCase instance) => instance.Geometry.MultiplyAdds switch
    {
        <= CheapMultiplyAdds => 0,
        <= 1 << 17 => 1,
        <= 1 << 20 => 2,
        _ => 3,
    };
}
