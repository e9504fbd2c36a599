using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Schedules;

/// <summary>A shape that libraries have code of its own for.</summary>
/// <param name="Name">As people say it: <c>3×3 s2</c>.</param>
/// <param name="Kernel">Taps of each axis.</param>
/// <param name="Stride">Of every axis.</param>
/// <param name="Dilation">Of every axis.</param>
/// <param name="Kind">How its channels are grouped.</param>
/// <param name="Paddings">What it is usually padded with.</param>
internal sealed record ShapePath(
    string Name,
    ImmutableArray<int> Kernel,
    int Stride,
    int Dilation,
    PathKind Kind,
    ImmutableArray<PathPadding> Paddings)
{
    /// <summary>Number of axes.</summary>
    public int Rank => Kernel.Length;

    /// <summary>Whether each group has one input channel, so that channels are counted by groups.</summary>
    public bool IsDepthwise => Kind is PathKind.Depthwise or PathKind.Multiplied;

    /// <summary>Whether nearly every network has it.</summary>
    public bool IsCommon { get; init; }

    /// <summary>Whether the path is one of poolings above all.</summary>
    public bool IsPooling { get; init; }

    /// <summary>Whether the window is as large as the input.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether the first axis has a single input, and nothing beside it.</summary>
    public bool IsLine { get; init; }

    /// <summary>Whether a geometry has the shape of the path.</summary>
    public bool IsShapeOf(ConvolutionGeometry geometry)
    {
        bool hasKind = Kind switch
        {
            PathKind.Dense => true,
            PathKind.Grouped => geometry.Groups > 1,
            PathKind.Depthwise => geometry is { Groups: > 1, GroupInChannels: 1, GroupOutChannels: 1 },
            _ => geometry is { Groups: > 1, GroupInChannels: 1, GroupOutChannels: > 1 },
        };
        return hasKind && geometry.Axes.Length == Rank && geometry.Axes.Index().All(axis => IsShapeOf(axis.Item, axis.Index));
    }

    /// <summary>A line has one input, under one tap, in its first axis, whatever the stride and dilation there.</summary>
    private bool IsShapeOf(Axis axis, int a) =>
        IsGlobal ? axis.Kernel == axis.Input
        : IsLine && a == 0 ? axis is { Input: 1, Kernel: 1 }
        : axis.Kernel == Kernel[a] && axis.Dilation == Dilation && axis.Stride == Stride;
}
