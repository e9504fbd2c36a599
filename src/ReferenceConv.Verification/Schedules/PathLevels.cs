using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Schedules;

/// <summary>The levels of the factors of special paths: path, size of a row, channels in, channels out and images.</summary>
internal static class PathLevels
{
    /// <summary>The levels that a geometry of a path has.</summary>
    public static PathTarget LevelsOf(int path, ConvolutionGeometry geometry)
    {
        ShapePath of = ShapePaths.All[path];
        Axis last = geometry.Axes[^1];
        return new PathTarget(
            path,
            SizeClass.IndexOf(SizeClass.OfAxis, of.IsGlobal ? last.Input : last.Output),
            SizeClass.IndexOf(SizeClass.OfChannels, of.IsDepthwise ? geometry.Groups : geometry.GroupInChannels),
            SizeClass.IndexOf(SizeClass.OfChannels, geometry.GroupOutChannels),
            SizeClass.IndexOf(SizeClass.OfBatch, geometry.Batch));
    }

    /// <summary>Every two of five levels.</summary>
    public static IEnumerable<PathTarget> PairsOf(PathTarget levels)
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

    /// <summary>Path, size and channels in or out.</summary>
    public static IEnumerable<PathTarget> TriplesOf(PathTarget levels)
    {
        yield return new PathTarget(levels.Path, levels.Size, levels.InChannels);
        yield return new PathTarget(levels.Path, levels.Size, OutChannels: levels.OutChannels);
    }

    /// <summary>Every two levels that some case of the paths has.</summary>
    public static IEnumerable<PathTarget> Pairs(ImmutableArray<int> paths) =>
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

    /// <summary>Every path with every size and every channels in or out.</summary>
    public static IEnumerable<PathTarget> Triples(ImmutableArray<int> paths) =>
        from path in paths
        from target in Products(Sizes, InChannels(path)).Concat(Products(Sizes, OutChannels(path)))
        select target with { Path = path };

    /// <summary>Every class of sizes.</summary>
    public static IEnumerable<PathTarget> Sizes =>
        Enumerable.Range(0, SizeClass.OfAxis.Length).Select(static size => new PathTarget(-1, Size: size));

    /// <summary>Every class of images.</summary>
    public static IEnumerable<PathTarget> Batches =>
        Enumerable.Range(0, SizeClass.OfBatch.Length).Select(static batch => new PathTarget(-1, Batch: batch));

    private static IEnumerable<PathTarget> AllInChannels =>
        Enumerable.Range(0, SizeClass.OfChannels.Length).Select(static channels => new PathTarget(-1, InChannels: channels));

    private static IEnumerable<PathTarget> AllOutChannels =>
        Enumerable.Range(0, SizeClass.OfChannels.Length).Select(static channels => new PathTarget(-1, OutChannels: channels));

    /// <summary>A depthwise convolution has several groups.</summary>
    public static IEnumerable<PathTarget> InChannels(int path) =>
        AllInChannels.Skip(ShapePaths.All[path].IsDepthwise ? 1 : 0);

    /// <summary>A depthwise convolution has one output channel in a group, and with a multiplier several.</summary>
    public static IEnumerable<PathTarget> OutChannels(int path) => ShapePaths.All[path].Kind switch
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
}
