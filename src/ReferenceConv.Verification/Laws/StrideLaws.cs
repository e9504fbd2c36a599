using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>P11 and P12: strides and dilations next to the plain convolution they abbreviate.</summary>
internal static class StrideLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("A strided output is the plain output that many strides further", Stride),
        new("A dilation is the plain convolution with zeros between the weights", Dilation),
        new("Every output sums one product per tap at any dilation", ProductsPerOutput),
    ];

    /// <summary>y at stride s, output o = y at stride 1, output s·o [S3.28].</summary>
    private static string? Stride(ConvolutionCase instance)
    {
        Trilinear<int> strided = Regular(instance);
        ConvolutionGeometry dense = strided.Geometry.Over(static axis => axis.But(stride: 1));
        int[] kept = new Grid(strided.Geometry.OutputShape).Gather(
            new Grid(dense.OutputShape),
            (strided with { Geometry = dense }).Y(),
            0,
            (o, a) => o * strided.Geometry.Axes[a].Stride);
        return Vector.Mismatch("y", kept, strided.Y());
    }

    /// <summary>w at dilation d = w′ at dilation 1, where w′[d·r] = w[r] and 0 in the holes [S2.34].</summary>
    private static string? Dilation(ConvolutionCase instance)
    {
        Trilinear<int> dilated = Regular(instance);
        ConvolutionGeometry dense = dilated.Geometry.Over(static axis => axis.But(kernel: axis.Extent, dilation: 1));
        int[] holed = new Grid(dense.WeightShape).Gather(
            new Grid(dilated.Geometry.WeightShape),
            dilated.W,
            0,
            (r, a) => r % dilated.Geometry.Axes[a].Dilation == 0 ? r / dilated.Geometry.Axes[a].Dilation : -1);
        return Vector.Mismatch("y", (dilated with { Geometry = dense, W = holed }).Y(), dilated.Y());
    }

    /// <summary>
    /// With ones everywhere and no position that is nothing, y = C/g · Π k, whatever the dilation: that many products and no more.
    /// </summary>
    private static string? ProductsPerOutput(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry =
            instance.Geometry.Over(static axis => axis.But(tile: 1, input: Math.Max(axis.Input, 1), border: Border.Extended));
        var ones = Trilinear<int>.Draw(geometry, instance.Seed, static _ => 1);
        int products = geometry.GroupInChannels * geometry.Axes.Aggregate(1, static (taps, axis) => taps * axis.Kernel);
        return Vector.Mismatch("y", [.. Enumerable.Repeat(products, geometry.OutputLength)], ones.Y());
    }

    private static Trilinear<int> Regular(ConvolutionCase instance) =>
        Trilinear<int>.Draw(instance.Geometry.Over(static axis => axis.But(tile: 1)), instance.Seed, static n => (int)n);
}
