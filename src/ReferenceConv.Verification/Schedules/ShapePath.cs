using System.Collections.Immutable;

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
    /// <summary>Numbers of axes.</summary>
    public int Rank => Kernel.Length;

    /// <summary>Whether nearly every network has it.</summary>
    public bool IsCommon { get; init; }

    /// <summary>Whether the path is one of poolings above all.</summary>
    public bool IsPooling { get; init; }

    /// <summary>Whether the window is as large as the input.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether the first axis has a single input, and nothing beside it.</summary>
    public bool IsLine { get; init; }
}
