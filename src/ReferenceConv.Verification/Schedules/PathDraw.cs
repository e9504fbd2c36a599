using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// Draws cases where kernels branch: the shape of a special path, the same on all axes or varied in one number, crossed with classes of
/// sizes, channels, images and groups. A case that would take too long gives way in the sizes that it was not drawn for.
/// </summary>
internal sealed class PathDraw(Capabilities capabilities)
{
    private const int CountersIn100 = 9;
    private const int UnlikeIn100 = 30;    // of random cases have an axis that is unlike the others
    private const double CounterWork = 1 << 18;

    /// <summary>What a random case is large in.</summary>
    private static readonly ImmutableArray<Kept> Spared =
    [
        Kept.Nothing, Kept.Size | Kept.Sizes, Kept.InChannels, Kept.OutChannels, Kept.Batch, Kept.Groups,
        Kept.InChannels | Kept.OutChannels,
    ];

    private readonly PathCounters counters = new();
    private readonly int[] ranks = [.. capabilities.Ranks.Where(static rank => rank is >= 1 and <= 3).Distinct().Order()];

    /// <summary>The paths that a candidate can be asked: those of a claimed rank without what it does not claim.</summary>
    public ImmutableArray<int> Paths { get; } =
    [
        .. Enumerable.Range(0, ShapePaths.All.Length).Where(index => ShapePaths.All[index] is var path
            && capabilities.Ranks.Contains(path.Rank)
            && (capabilities.Stride || path.Stride == 1)
            && (capabilities.Dilation || path.Dilation == 1)
            && (capabilities.Groups || path.Kind == PathKind.Dense)),
    ];

    /// <summary>A case that has what the target names, unless it would then take too long whatever gives way.</summary>
    public (ConvolutionCase Case, int Path) Next(Dice dice, PathTarget target)
    {
        int index = target.Path >= 0 ? target.Path : Path(dice);
        ShapePath path = ShapePaths.All[index];
        PathShape shape = Shaped(dice, path, isFixed: target.Path >= 0);
        Vary(dice, shape, isFixed: target.Path >= 0);
        Size(dice, shape, path, target);
        Channels(dice, shape, path, target);
        SizeClass batch = target.Batch >= 0 ? SizeClass.OfBatch[target.Batch]
            : dice.Chance(40) ? SizeClass.OfBatch[0]
            : dice.One(SizeClass.OfBatch.AsSpan());
        shape.Batch = batch.Draw(dice);
        Kept kept = KeptFor(path, target);
        double mostWork = MostWork(dice);
        if (kept == Kept.Nothing && dice.Chance(CountersIn100))
            (kept, mostWork) = (counters.Next(dice, shape), CounterWork);
        else if (kept == Kept.Nothing)
            kept = Spared[dice.Weighted(10, 40, 15, 15, 8, 7, 5)];
        Fit(dice, shape);
        PathReduction.Reduce(dice, shape, kept, mostWork, leastGroups: target.Path >= 0 && path.Kind != PathKind.Dense ? 2 : 1);
        PathReduction.Narrow(shape, capabilities.AsymmetricPadding);
        ConvolutionGeometry geometry = shape.Geometry();
        return (ConvolutionCase.Of(geometry, dice.Below(256), capabilities.Bias && dice.Chance(50)), index);
    }

    /// <summary>A third of what is not drawn for a path is of one that every network has.</summary>
    private int Path(Dice dice)
    {
        int[] common = [.. Paths.Where(static path => ShapePaths.All[path].IsCommon)];
        return common.Length > 0 && dice.Chance(33) ? dice.One<int>(common)
            : Paths.IsEmpty ? dice.Below(ShapePaths.All.Length)
            : dice.One(Paths.AsSpan());
    }

    /// <summary>Most cases are cheap; a few are so large that blocks, tails and threads of large layers show.</summary>
    private static double MostWork(Dice dice) => dice.Weighted(560, 280, 120, 32, 7, 1) switch
    {
        0 => 1 << 12,
        1 => 1 << 14,
        2 => 1 << 16,
        3 => 1 << 18,
        4 => 1 << 20,
        _ => 1 << 22,
    };

    private PathShape Shaped(Dice dice, ShapePath path, bool isFixed)
    {
        int rank = isFixed || dice.Chance(75) ? path.Rank : dice.One<int>(ranks);
        rank = ranks.Contains(rank) ? rank : dice.One<int>(ranks);
        var shape = new PathShape(rank);
        PathPadding word = dice.One(path.Paddings.AsSpan());
        for (int a = 0; a < rank; a++)
        {
            shape.Axes[a].Kernel = path.Kernel[Math.Max(0, path.Rank - rank + a)];
            (shape.Axes[a].Stride, shape.Axes[a].Dilation) = (path.Stride, path.Dilation);
            shape.Axes[a].Word = word;
        }

        return shape;
    }

    /// <summary>
    /// In half of the cases one number is another one, on all axes or on one; in some a number of one axis is unlike the others'; often the
    /// padding is another one too.
    /// </summary>
    private static void Vary(Dice dice, PathShape shape, bool isFixed)
    {
        int only = dice.Below(shape.Axes.Length);
        if (!isFixed && dice.Chance(50))
            VaryNumber(dice, dice.Chance(30) ? [shape.Axes[only]] : shape.Axes);
        if (!isFixed && dice.Chance(UnlikeIn100))
            VaryNumber(dice, [shape.Axes[only]]);
        (int begin, int end) = (dice.Below(5), dice.Below(5));
        int padding = dice.Below(100);
        for (int a = 0; a < shape.Axes.Length; a++)
        {
            PathAxis axis = shape.Axes[a];
            if (padding < 30)
                (axis.Word, axis.Begin, axis.End) = (null, begin, begin);
            else if (padding < 42)
                (axis.Word, axis.Begin, axis.End) = (null, begin, end);
            else if (padding < 52 && a == only)
                (axis.Word, axis.Begin, axis.End) = (null, begin, dice.Below(5));
            else if (padding is >= 52 and < 56)
                axis.Word = begin % 2 == 0 ? PathPadding.Input : PathPadding.TwiceInput;
        }
    }

    private static void VaryNumber(Dice dice, ReadOnlySpan<PathAxis> axes)
    {
        int what = dice.Below(9);
        int number = what switch
        {
            < 4 => dice.One(1, 1, 2, 3, 3, 3, 4, 5, 5, 6, 7, 8, 9),
            < 7 => dice.One(1, 1, 1, 2, 2, 2, 3, 4),
            _ => dice.One(1, 2, 2, 3),
        };
        foreach (PathAxis axis in axes)
            _ = what < 4 ? axis.Kernel = number : what < 7 ? axis.Stride = number : axis.Dilation = number;
    }

    private static void Size(Dice dice, PathShape shape, ShapePath path, PathTarget target)
    {
        bool isByInput = target.Size < 0 && dice.Chance(40);
        bool isAlike = dice.Chance(70);
        for (int a = shape.Axes.Length - 1; a >= 0; a--)
        {
            PathAxis axis = shape.Axes[a];
            axis.Rest = dice.Chance(50) ? 0 : dice.Below(8);
            axis.IsSizedByInput = isByInput;
            axis.Size = a == shape.Axes.Length - 1
                ? (target.Size >= 0 ? SizeClass.OfAxis[target.Size] : Sized(dice)).Draw(dice)
                : isAlike ? shape.Axes[^1].Size : Sized(dice).Draw(dice);
            if (path.IsGlobal)
                (axis.Kernel, axis.Stride, axis.Size, axis.IsSizedByInput, axis.Word) = (axis.Size, 1, axis.Size, true, PathPadding.None);
            if (path.IsLine && a == 0 && shape.Axes.Length > 1)
                (axis.Kernel, axis.Size, axis.IsSizedByInput, axis.Word) = (1, 1, true, PathPadding.None);
        }
    }

    private static void Channels(Dice dice, PathShape shape, ShapePath path, PathTarget target)
    {
        int Channels(int wanted) => (wanted >= 0 ? SizeClass.OfChannels[wanted] : dice.One(SizeClass.OfChannels.AsSpan())).Draw(dice);
        (shape.Groups, shape.InChannels, shape.OutChannels) = path.Kind switch
        {
            PathKind.Depthwise => (Channels(target.InChannels), 1, 1),
            PathKind.Multiplied =>
                (Channels(target.InChannels), 1, target.OutChannels >= 0 ? Channels(target.OutChannels) : dice.One(2, 2, 3, 4, 8)),
            PathKind.Grouped => (SizeClass.OfGroups[1 + dice.Below(SizeClass.OfGroups.Length - 1)].Draw(dice), Channels(target.InChannels),
                Channels(target.OutChannels)),
            _ => (dice.Chance(65)
                ? 1
                : dice.One(SizeClass.OfGroups.AsSpan()).Draw(dice), Channels(target.InChannels), Channels(target.OutChannels)),
        };
    }

    private static Kept KeptFor(ShapePath path, PathTarget target) =>
        (target.Batch >= 0 ? Kept.Batch : 0)
        | (target.Size >= 0 ? Kept.Size : 0)
        | (target.InChannels < 0 ? 0 : path.IsDepthwise ? Kept.Groups : Kept.InChannels)
        | (target.OutChannels >= 0 ? Kept.OutChannels : 0);

    /// <summary>Takes out what is not claimed, and draws borders and tiles where they are.</summary>
    private void Fit(Dice dice, PathShape shape)
    {
        if (!capabilities.Groups)
            shape.Groups = 1;
        Border border = capabilities.Borders.Contains(Border.Zeros) && dice.Chance(75)
            ? Border.Zeros
            : dice.One(capabilities.Borders.AsSpan());
        bool isTiled = capabilities.Tiles && dice.Chance(8);
        foreach (PathAxis axis in shape.Axes)
        {
            axis.Border = border;
            axis.Tile = isTiled ? dice.One(1, 2, 3) : 1;
            axis.Stride = capabilities.Stride ? axis.Stride : 1;
            axis.Dilation = capabilities.Dilation ? axis.Dilation : 1;
            if (!capabilities.AsymmetricPadding
                && (axis.Word is null or PathPadding.SameUpper or PathPadding.SameLower or PathPadding.Causal))
                (axis.Word, axis.Begin, axis.End) = (null, axis.Axis().Begin, axis.Axis().Begin);
        }
    }

    /// <summary>Every fifth size is a whole number of vectors.</summary>
    private static SizeClass Sized(Dice dice) => dice.Chance(20)
        ? SizeClass.OfAxis[SizeClass.IndexOf(SizeClass.OfAxis, dice.One(4, 8, 16, 16, 32))]
        : dice.One(SizeClass.OfAxis.AsSpan());
}
