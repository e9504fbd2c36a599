using ReferenceConv.Geometry;

namespace ReferenceConv.Operators;

/// <summary>How the flat arrays of a convolution are read: x [N, C, i…], w [t…, K, C/g, r…], y [N, K, o…].</summary>
internal static class Layout
{
    /// <summary>x[n, c][i].</summary>
    public static ReadOnlyView<T> Input<T>(ConvolutionGeometry geometry, ReadOnlySpan<T> x) =>
        new(x, geometry.InChannels, geometry.Relation.Inputs);

    /// <summary>dx[n, c][i].</summary>
    public static View<T> Input<T>(ConvolutionGeometry geometry, Span<T> dx) => new(dx, geometry.InChannels, geometry.Relation.Inputs);

    /// <summary>dy[n, k][o].</summary>
    public static ReadOnlyView<T> Output<T>(ConvolutionGeometry geometry, ReadOnlySpan<T> dy) =>
        new(dy, geometry.OutChannels, geometry.Relation.Outputs);

    /// <summary>y[n, k][o].</summary>
    public static View<T> Output<T>(ConvolutionGeometry geometry, Span<T> y) => new(y, geometry.OutChannels, geometry.Relation.Outputs);

    /// <summary>w[k, c][r] of the kernel that outputs of this phase use.</summary>
    public static ReadOnlyView<T> Weights<T>(ConvolutionGeometry geometry, ReadOnlySpan<T> w, int phase) =>
        new(w[(phase * KernelLength(geometry))..], geometry.GroupInChannels, geometry.Relation.Taps);

    /// <summary>dw[k, c][r] of the kernel that outputs of this phase use.</summary>
    public static View<T> Weights<T>(ConvolutionGeometry geometry, Span<T> dw, int phase) =>
        new(dw[(phase * KernelLength(geometry))..], geometry.GroupInChannels, geometry.Relation.Taps);

    /// <summary>The first input channel in the group of output channel k.</summary>
    public static int FirstChannel(ConvolutionGeometry geometry, int k) => k / geometry.GroupOutChannels * geometry.GroupInChannels;

    private static int KernelLength(ConvolutionGeometry geometry) => geometry.WeightLength / geometry.Relation.Phases;
}
