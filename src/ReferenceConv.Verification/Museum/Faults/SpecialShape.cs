using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Shapes that libraries have paths of their own for.</summary>
internal static class SpecialShape
{
    /// <summary>Two axes and one kernel for all outputs.</summary>
    public static bool IsImage(ConvolutionGeometry geometry) => geometry is { Axes.Length: 2, IsTiled: false };

    /// <summary>An image with zeros around it.</summary>
    public static bool IsZeroPadded(ConvolutionGeometry geometry) =>
        IsImage(geometry) && geometry.Axes.All(static axis => axis.Border == Border.Zeros);

    /// <summary>An image under one square kernel of neighbouring taps.</summary>
    public static bool IsSquare(ConvolutionGeometry geometry, int kernel) =>
        IsImage(geometry) && geometry.Axes.All(axis => axis.Kernel == kernel && axis.Dilation == 1);

    /// <summary>A square kernel that moves by the same stride on both axes.</summary>
    public static bool IsSquare(ConvolutionGeometry geometry, int kernel, int stride) =>
        IsSquare(geometry, kernel) && geometry.Axes.All(axis => axis.Stride == stride);

    /// <summary>Every channel for itself, once or more often.</summary>
    public static bool IsDepthwise(ConvolutionGeometry geometry) => geometry.Groups > 1 && geometry.GroupInChannels == 1;
}
