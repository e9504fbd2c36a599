using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Schedules;

/// <summary>A geometry while it is drawn: sizes of the whole, and of each axis, that may still change.</summary>
internal sealed class PathShape(int rank)
{
    /// <summary>Images.</summary>
    public int Batch { get; set; } = 1;

    /// <summary>Groups.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Input channels of a group.</summary>
    public int InChannels { get; set; } = 1;

    /// <summary>Output channels of a group.</summary>
    public int OutChannels { get; set; } = 1;

    /// <summary>The axes, the slowest first.</summary>
    public PathAxis[] Axes { get; } = [.. Enumerable.Range(0, rank).Select(static _ => new PathAxis())];

    /// <summary>Multiply-adds.</summary>
    public double Work =>
        Axes.Aggregate((double)Batch * Groups * InChannels * OutChannels, static (product, axis) => product * axis.Kernel * axis.Output);

    /// <summary>Pairs of an input and a tap: what a data gradient takes that looks at every tap for every input.</summary>
    public double GatheredWork =>
        Axes.Aggregate((double)Batch * Groups * InChannels * OutChannels, static (product, axis) => product * axis.Kernel * axis.Input);

    /// <summary>The most elements of an array.</summary>
    public double Elements => Math.Max(
        Axes.Aggregate((double)Batch * Groups * InChannels, static (product, axis) => product * axis.Input),
        Math.Max(
            Axes.Aggregate((double)Batch * Groups * OutChannels, static (product, axis) => product * axis.Output),
            Axes.Aggregate((double)Groups * InChannels * OutChannels, static (product, axis) => product * axis.Kernel)));

    /// <summary>The geometry.</summary>
    public ConvolutionGeometry Geometry() =>
        new(Batch, Groups * InChannels, Groups * OutChannels, Groups, Axes.Select(static axis => axis.Axis()));
}
