using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Cli.Explain;

/// <summary>What is to be explained: an operation, its geometry, its letters and, if asked for, one of its results.</summary>
/// <param name="Operation">What is computed.</param>
/// <param name="Geometry">What meets what; the geometry that is transposed if the operation is.</param>
/// <param name="Paddings">One per axis, as the user said it.</param>
/// <param name="Letters">What the three places are called.</param>
internal sealed record Question(
    Operation Operation,
    ConvolutionGeometry Geometry,
    ImmutableArray<Padding> Paddings,
    Letters Letters)
{
    /// <summary>Coordinates of the one result to trace, in <see cref="ResultShape"/>; empty for none.</summary>
    public ImmutableArray<int> Result { get; init; } = [];

    /// <summary>Numbers of the input, row-major; empty for names alone.</summary>
    public ImmutableArray<int> InputValues { get; init; } = [];

    /// <summary>Numbers of the kernel, row-major; empty for names alone.</summary>
    public ImmutableArray<int> WeightValues { get; init; } = [];

    /// <summary>Whether the transposed size was given and not computed.</summary>
    public bool HasTarget { get; init; }

    /// <summary>Whether an average counts the padding.</summary>
    public bool CountPadding { get; init; }

    /// <summary>The spatial axes.</summary>
    public ImmutableArray<Axis> Axes => Geometry.Axes;

    /// <summary>Whether channels are so few that nobody wants to read their index.</summary>
    public bool IsSingleChannel => Geometry.InChannels == 1 && Geometry.OutChannels == 1;

    /// <summary>Spatial sizes of the three places.</summary>
    public int[] InputSizes => [.. Axes.Select(static axis => axis.Input)];

    /// <inheritdoc cref="InputSizes"/>
    public int[] Kernels => [.. Axes.Select(static axis => axis.Kernel)];

    /// <inheritdoc cref="InputSizes"/>
    public int[] OutputSizes => [.. Axes.Select(static axis => axis.Output)];

    /// <summary>Sizes of the result as its indices are written: no batch, and no channels where there is only one in and out.</summary>
    public int[] ResultShape => Operation switch
    {
        Operation.WeightGradient => [.. Tiles, .. Channels(Geometry.OutChannels), .. Channels(Geometry.GroupInChannels), .. Kernels],
        Operation.BiasGradient => [Geometry.OutChannels],
        _ when Operation.WritesInputs() => [.. Channels(Geometry.InChannels), .. InputSizes],
        Operation.Im2Col => OutputSizes,
        _ => [.. Channels(Geometry.OutChannels), .. OutputSizes],
    };

    /// <summary>The spatial part of <see cref="Result"/>.</summary>
    public int[] ResultPosition => [.. Result[^Axes.Length..]];

    /// <summary>The input, the tap or the output that these coordinates name, with its letter.</summary>
    public string AtInput(int channel, int flat) => Letters.AtInput + Index(channel, RowMajor.Coordinates(flat, InputSizes));

    /// <inheritdoc cref="AtInput"/>
    public string AtOutput(int channel, int flat) => Letters.AtOutput + Index(channel, RowMajor.Coordinates(flat, OutputSizes));

    /// <inheritdoc cref="AtInput"/>
    public string AtTap(int phase, int outChannel, int inChannel, int flat)
    {
        int[] tap = RowMajor.Coordinates(flat, Kernels);
        return $"{Letters.AtTap}{PhaseIndex(phase)}{(IsSingleChannel ? Coordinates.Text(tap) : Coordinates.Text([outChannel, inChannel, .. tap]))}";
    }

    /// <summary>For example <c>[1]</c>: which of the kernels a tiled convolution uses; nothing if there is but one.</summary>
    public string PhaseIndex(int phase) => Geometry.IsTiled ? $"[{string.Join(',', RowMajor.Coordinates(phase, Tiles))}]" : "";

    private int[] Tiles => Geometry.IsTiled ? [.. Axes.Select(static axis => axis.Tile)] : [];

    private int[] Channels(int count) => IsSingleChannel ? [] : [count];

    private string Index(int channel, int[] position) => Coordinates.Text(IsSingleChannel ? position : [channel, .. position]);
}
