using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>How far the cases of a check reach where kernels branch.</summary>
/// <param name="Paths">Special paths that were asked in their own shape.</param>
/// <param name="Pairs">Pairs of the levels of their factors that met, of all that can.</param>
/// <param name="Triples">Triples of path, size and channels that met, of all that can.</param>
/// <param name="BeyondByte">Extents that were 2⁸ or more in some case.</param>
/// <param name="Beyond16Bits">Extents that were 2¹⁶ or more in some case.</param>
/// <param name="Histories">Cases that differ from the one before in one number.</param>
public sealed record PathReach(
    ImmutableArray<string> Paths,
    (int Met, int All) Pairs,
    (int Met, int All) Triples,
    ImmutableArray<string> BeyondByte,
    ImmutableArray<string> Beyond16Bits,
    int Histories)
{
    private static readonly ImmutableArray<(string Name, Func<ConvolutionGeometry, int> Size)> Extents =
    [
        ("batch", static geometry => geometry.Batch),
        ("channels in", static geometry => geometry.GroupInChannels),
        ("channels out", static geometry => geometry.GroupOutChannels),
        ("groups", static geometry => geometry.Groups),
        ("input", static geometry => geometry.Axes.Max(static axis => axis.Input)),
        ("kernel", static geometry => geometry.Axes.Max(static axis => axis.Kernel)),
        ("output", static geometry => geometry.Axes.Max(static axis => axis.Output)),
        ("padding", static geometry => geometry.Axes.Max(static axis => Math.Max(axis.Begin, axis.End))),
    ];

    /// <summary>The factors of special paths and their levels, as docs/check.md lists them.</summary>
    public static ImmutableArray<(string Factor, string Levels)> Levels { get; } =
    [
        ("path", string.Join(", ", ShapePaths.All.Select(static path => path.Name))),
        ("outputs of the last axis (inputs of a global pooling)", Names(SizeClass.OfAxis)),
        ("channels in, channels out, of a group", Names(SizeClass.OfChannels)),
        ("images", Names(SizeClass.OfBatch)),
        ("groups", Names(SizeClass.OfGroups)),
    ];

    /// <summary>Looks at cases in the order in which they were asked.</summary>
    /// <param name="capabilities">What is claimed: what is not cannot be reached.</param>
    /// <param name="cases">The cases.</param>
    public static PathReach Of(Capabilities capabilities, ImmutableArray<ConvolutionCase> cases)
    {
        ImmutableArray<int> paths = new PathDraw(capabilities).Paths;
        var coverage = new PathCoverage(paths, 0);
        var met = new HashSet<int>();
        int histories = 0;
        for (int index = 0; index < cases.Length; index++)
        {
            ConvolutionGeometry geometry = cases[index].Geometry;
            foreach (int path in paths)
                if (ShapePaths.All[path].IsShapeOf(geometry))
                {
                    coverage.Add(path, geometry);
                    met.Add(path);
                }

            histories += index > 0 && DifferInOne(cases[index - 1].Geometry, geometry) ? 1 : 0;
        }

        return new PathReach(
            [.. met.Order().Select(static path => ShapePaths.All[path].Name)],
            coverage.MetPairs,
            coverage.MetTriples,
            Beyond(cases, 1 << 8),
            Beyond(cases, 1 << 16),
            histories);
    }

    /// <summary>In one line.</summary>
    public string Line() =>
        $"special paths: {Paths.Length:N0}; pairs of their features: {Pairs.Met:N0} of {Pairs.All:N0}, "
        + $"triples: {Triples.Met:N0} of {Triples.All:N0}; "
        + $"extents beyond 2⁸: {BeyondByte.Length} of {Extents.Length}, beyond 2¹⁶: {Beyond16Bits.Length}; "
        + $"calls that differ from the one before in one number: {Histories:N0}";

    private static string Names(ImmutableArray<SizeClass> classes) => string.Join(", ", classes.Select(static one => one.Name));

    private static ImmutableArray<string> Beyond(ImmutableArray<ConvolutionCase> cases, int size) =>
        [.. Extents.Where(extent => cases.Any(instance => extent.Size(instance.Geometry) >= size)).Select(static extent => extent.Name)];

    private static bool DifferInOne(ConvolutionGeometry one, ConvolutionGeometry other)
    {
        if (one.Axes.Length != other.Axes.Length)
            return false;
        int differ = Differ(one.Batch, other.Batch) + Differ(one.Groups, other.Groups)
            + Differ(one.GroupInChannels, other.GroupInChannels) + Differ(one.GroupOutChannels, other.GroupOutChannels);
        for (int a = 0; a < one.Axes.Length; a++)
        {
            (Axis axis, Axis with) = (one.Axes[a], other.Axes[a]);
            differ += Differ(axis.Input, with.Input) + Differ(axis.Kernel, with.Kernel) + Differ(axis.Stride, with.Stride)
                + Differ(axis.Dilation, with.Dilation)
                + (axis.Begin == with.Begin && axis.End == with.End ? 0 : 1) + Differ((int)axis.Border, (int)with.Border)
                    + Differ(axis.Tile, with.Tile);
        }

        return differ == 1;
    }

    private static int Differ(int one, int other) => one == other ? 0 : 1;
}
