using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// An axis while it is drawn: as many inputs as its outputs need and some that the last window leaves, or as many as are said.
/// </summary>
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
        (other.Kernel, other.Stride, other.Dilation, other.Word, other.Begin, other.End, other.Border, other.Tile,
            other.Size, other.IsSizedByInput, other.Rest);

    private (int Input, int Begin, int End) Resolve()
    {
        if (Word is PathPadding.SameUpper or PathPadding.SameLower)
        {
            int same = IsSizedByInput ? Size : Math.Max(1, (Size * Stride) - (Rest % Stride));
            int total = Math.Max(0, ((((same + Stride - 1) / Stride) - 1) * Stride) + Extent - same);
            int less = total / 2;
            return Word == PathPadding.SameUpper ? (same, less, total - less) : (same, total - less, less);
        }

        if (Word is PathPadding.Input or PathPadding.TwiceInput)
        {
            int times = Word == PathPadding.Input ? 1 : 2;
            int inputs = Math.Max(Size, (Extent + (2 * times)) / ((2 * times) + 1));
            return (inputs, times * inputs, times * inputs);
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
