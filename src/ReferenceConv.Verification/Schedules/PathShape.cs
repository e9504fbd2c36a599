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
    public double Work => Axes.Aggregate((double)Batch * Groups * InChannels * OutChannels, static (product, axis) => product * axis.Kernel * axis.Output);

    /// <summary>The most elements of an array.</summary>
    public double Elements => Math.Max(
        Axes.Aggregate((double)Batch * Groups * InChannels, static (product, axis) => product * axis.Input),
        Math.Max(
            Axes.Aggregate((double)Batch * Groups * OutChannels, static (product, axis) => product * axis.Output),
            Axes.Aggregate((double)Groups * InChannels * OutChannels, static (product, axis) => product * axis.Kernel)));

    /// <summary>The geometry.</summary>
    public ConvolutionGeometry Geometry() => new(Batch, Groups * InChannels, Groups * OutChannels, Groups, Axes.Select(static axis => axis.Axis()));
}

/// <summary>An axis while it is drawn: as many inputs as its outputs need and some that the last window leaves, or as many as are said.</summary>
internal sealed class PathAxis
{
    /// <summary>Taps.</summary>
    public int Kernel { get; set; } = 1;

    /// <summary>Stride.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Dilation.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>How it is padded; null for <see cref="Begin"/> and <see cref="End"/>.</summary>
    public PathPadding? Word { get; set; }

    /// <summary>Padding before it, where no word says so.</summary>
    public int Begin { get; set; }

    /// <summary>Padding behind it, where no word says so.</summary>
    public int End { get; set; }

    /// <summary>What stands in the padding.</summary>
    public Border Border { get; set; }

    /// <summary>Kernels that outputs cycle through.</summary>
    public int Tile { get; set; } = 1;

    /// <summary>Outputs, or inputs where <see cref="IsSizedByInput"/>.</summary>
    public int Size { get; set; } = 1;

    /// <summary>Whether the size is that of the inputs.</summary>
    public bool IsSizedByInput { get; set; }

    /// <summary>Inputs beyond those that the outputs need, modulo the stride.</summary>
    public int Rest { get; set; }

    /// <summary>Inputs.</summary>
    public int Input => Resolve().Input;

    /// <summary>Outputs.</summary>
    public int Output
    {
        get
        {
            (int input, int begin, int end) = Resolve();
            return ((input + begin + end - Extent) / Stride) + 1;
        }
    }

    private int Extent => (Dilation * (Kernel - 1)) + 1;

    /// <summary>The axis.</summary>
    public Axis Axis()
    {
        (int input, int begin, int end) = Resolve();
        return new Axis(input, Kernel, Stride, Dilation, Padding.Explicit(begin, end), Border, Tile);
    }

    /// <summary>Like another one.</summary>
    public void Copy(PathAxis other) =>
        (Kernel, Stride, Dilation, Word, Begin, End, Border, Tile, Size, IsSizedByInput, Rest) =
        (other.Kernel, other.Stride, other.Dilation, other.Word, other.Begin, other.End, other.Border, other.Tile, other.Size, other.IsSizedByInput, other.Rest);

    private (int Input, int Begin, int End) Resolve()
    {
        if (Word is PathPadding.SameUpper or PathPadding.SameLower)
        {
            int same = IsSizedByInput ? Size : Math.Max(1, (Size * Stride) - (Rest % Stride));
            int total = Math.Max(0, ((((same + Stride - 1) / Stride) - 1) * Stride) + Extent - same);
            int less = total / 2;
            return Word == PathPadding.SameUpper ? (same, less, total - less) : (same, total - less, less);
        }

        (int begin, int end) = Word switch
        {
            PathPadding.Half => (Extent / 2, Extent / 2),
            PathPadding.One => (1, 1),
            PathPadding.Two => (2, 2),
            PathPadding.Causal => (Extent - 1, 0),
            PathPadding.None => (0, 0),
            _ => (Begin, End),
        };
        int fewest = Math.Max(1, Extent - begin - end);
        int input = IsSizedByInput ? Size : Extent - begin - end + ((Size - 1) * Stride) + (Rest % Stride);
        return (Math.Max(fewest, input), begin, end);
    }
}
