using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// The factors whose levels a check brings together, two by two. With no images or no inputs nothing is computed that could be wrong in
/// another respect: such a case has only the pairs with that level.
/// </summary>
public static class CaseFactors
{
    /// <summary>Name of the factor whose level 0 is an empty batch.</summary>
    internal const string Batch = "batch";

    /// <summary>Name of the factor whose level 0 is an axis without inputs.</summary>
    internal const string Input = "input";

    /// <summary>Name of the factor that compares the borders of axes.</summary>
    internal const string Borders = "borders";

    /// <summary>Its level where they are not all the same.</summary>
    internal const int Mixed = 1;

    private static readonly string[] Remainders =
    [
        "of 32", "of 16", "of 8", "of 4", "one beyond 16", "one beyond 4", "other", "below 4",
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<CaseFactor> All { get; } =
    [
        CaseFactor.OfFrame("rank", static (geometry, _) => geometry.Axes.Length - 1, "1", "2", "3"),
        CaseFactor.OfFrame(Batch, static (geometry, _) => Math.Min(geometry.Batch, 2), "0", "1", "several"),
        CaseFactor.OfFrame("bias", static (_, hasBias) => hasBias ? 1 : 0, "none", "one"),
        CaseFactor.OfFrame(Borders, static (geometry, _) => AreMixed(geometry) ? Mixed : 0, "alike", "mixed"),

        CaseFactor.OfChannels("groups", GroupsOf, "1", "several", "depthwise", "depthwise with a multiplier"),
        CaseFactor.OfChannels("input channels", static geometry => Remainder(InputChannels(geometry)), Remainders),
        CaseFactor.OfChannels("output channels", static geometry => Remainder(geometry.GroupOutChannels), Remainders),

        CaseFactor.OfAxis("kernel", static axis => axis.Kernel == 1 ? 0 : 1 + (axis.Kernel % 2), "one", "even", "odd"),
        CaseFactor.OfAxis(
            "stride", static axis => 1 + axis.Stride.CompareTo(axis.Extent), "below the extent", "the extent", "above the extent"),
        CaseFactor.OfAxis("dilation", static axis => axis.Dilation > 1 && axis.Kernel > 1 ? 1 : 0, "1", "above 1"),
        CaseFactor.OfAxis("padding", static axis => 1 + axis.Begin.CompareTo(axis.End), "begin < end", "begin = end", "begin > end"),
        CaseFactor.OfAxis("padding width", static axis => HasWidePadding(axis) ? 1 : 0, "below the extent", "the extent or more"),
        CaseFactor.OfAxis("border", static axis => (int)axis.Border, "zeros", "extended", "cyclic", "reflected"),
        CaseFactor.OfAxis("last window", static axis => Remaining(axis) == 0 ? 0 : 1, "ends at the end", "ends before"),
        CaseFactor.OfAxis(Input, static axis => Math.Min(axis.Input, 2), "empty", "one", "several"),
        CaseFactor.OfAxis("output", static axis => axis.Output < 8 ? 0 : axis.Output < 16 ? 1 : 2, "below 8", "below 16", "16 or more"),
        CaseFactor.OfAxis("tile", static axis => axis.Tile == 1 ? 0 : 1, "1", "several"),
    ];

    /// <summary>Channels that a vector would run over: of a group, or of a depthwise convolution all.</summary>
    private static int InputChannels(ConvolutionGeometry geometry) =>
        IsDepthwise(geometry) ? geometry.InChannels : geometry.GroupInChannels;

    private static bool IsDepthwise(ConvolutionGeometry geometry) => geometry.Groups > 1 && geometry.GroupInChannels == 1;

    private static int GroupsOf(ConvolutionGeometry geometry) =>
        geometry.Groups == 1 ? 0 : !IsDepthwise(geometry) ? 1 : geometry.GroupOutChannels == 1 ? 2 : 3;

    /// <summary>How a number of channels divides into vectors, as an index of <see cref="Remainders"/>.</summary>
    private static int Remainder(int channels) => channels switch
    {
        < 4 => 7,
        _ when channels % 32 == 0 => 0,
        _ when channels % 16 == 0 => 1,
        _ when channels % 8 == 0 => 2,
        _ when channels % 4 == 0 => 3,
        _ when channels % 16 == 1 => 4,
        _ when channels % 4 == 1 => 5,
        _ => 6,
    };

    private static bool HasWidePadding(Axis axis) => Math.Max(axis.Begin, axis.End) >= axis.Extent;

    /// <summary>What is left of the padded input behind the last window.</summary>
    private static int Remaining(Axis axis) => (axis.Input + axis.Begin + axis.End - axis.Extent) % axis.Stride;

    private static bool AreMixed(ConvolutionGeometry geometry)
    {
        foreach (Axis axis in geometry.Axes)
            if (axis.Border != geometry.Axes[0].Border)
                return true;
        return false;
    }
}
