using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Laws;

/// <summary>The same convolution with something changed.</summary>
internal static class Variation
{
    /// <summary>The same batch, channels and groups over changed axes.</summary>
    public static ConvolutionGeometry Over(this ConvolutionGeometry geometry, Func<Axis, Axis> change) =>
        new(geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups, geometry.Axes.Select(change));

    /// <summary>The same axis with the parameters that are given; the padding keeps its numbers.</summary>
    public static Axis But(
        this Axis axis,
        int? input = null,
        int? kernel = null,
        int? stride = null,
        int? dilation = null,
        (int Begin, int End)? padding = null,
        Border? border = null,
        int? tile = null,
        Rounding? rounding = null) =>
        new(
            input ?? axis.Input,
            kernel ?? axis.Kernel,
            stride ?? axis.Stride,
            dilation ?? axis.Dilation,
            padding is { } given ? Padding.Explicit(given.Begin, given.End) : Padding.Explicit(axis.Begin, axis.End),
            border ?? axis.Border,
            tile ?? axis.Tile,
            rounding ?? axis.Rounding);
}
