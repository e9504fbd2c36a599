using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Loops;

/// <summary>
/// One product x·w·g of the trilinear form while the loops pass it: where they stand, and which element of each array they take. A fault
/// changes the latter.
/// </summary>
internal sealed class Product(ConvolutionGeometry geometry)
{
    /// <summary>The shapes.</summary>
    public ConvolutionGeometry Geometry { get; } = geometry;

    /// <summary>Output coordinates.</summary>
    public int[] At { get; private set; } = [];

    /// <summary>Tap coordinates.</summary>
    public int[] Tap { get; private set; } = [];

    /// <summary>Input coordinates; −1 over padding.</summary>
    public int[] Input { get; } = new int[geometry.Axes.Length];

    /// <summary>Image of x.</summary>
    public int XImage { get; set; }

    /// <summary>Channel of x.</summary>
    public int XChannel { get; set; }

    /// <summary>Flat position in x.</summary>
    public int XPosition { get; set; }

    /// <summary>Which kernel of a tiled convolution.</summary>
    public int Phase { get; set; }

    /// <summary>Output channel in w.</summary>
    public int WRow { get; set; }

    /// <summary>Channel within the group in w.</summary>
    public int WChannel { get; set; }

    /// <summary>Flat tap in w.</summary>
    public int WTap { get; set; }

    /// <summary>Image of y.</summary>
    public int YImage { get; set; }

    /// <summary>Channel of y.</summary>
    public int YChannel { get; set; }

    /// <summary>Flat position in y.</summary>
    public int YPosition { get; set; }

    /// <summary>Whether the tap lies over padding that stands for zero: there is no x.</summary>
    public bool IsOutside { get; private set; }

    /// <summary>Group of the output channel.</summary>
    public int Group => YChannel / Geometry.GroupOutChannels;

    /// <summary>Flat index in x.</summary>
    public int X => ((XImage * Geometry.InChannels) + XChannel) * Geometry.Relation.Inputs + XPosition;

    /// <summary>Flat index in w.</summary>
    public int W => ((((Phase * Geometry.OutChannels) + WRow) * Geometry.GroupInChannels) + WChannel) * Geometry.Relation.Taps + WTap;

    /// <summary>Flat index in y.</summary>
    public int Y => ((YImage * Geometry.OutChannels) + YChannel) * Geometry.Relation.Outputs + YPosition;

    /// <summary>An axis.</summary>
    public Axis Axis(Index a) => Geometry.Axes[a];

    /// <summary>o·s − p + r·d on an axis, as it must be.</summary>
    public long Position(int a) => Axis(a).Position(At[a], Tap[a]);

    /// <summary>o·s − p + r·d on an axis with another stride, dilation or padding.</summary>
    public long Position(int a, int? stride = null, int? dilation = null, int? begin = null) =>
        ((long)At[a] * (stride ?? Axis(a).Stride)) - (begin ?? Axis(a).Begin) + ((long)Tap[a] * (dilation ?? Axis(a).Dilation));

    /// <summary>Goes to another output and tap.</summary>
    public void Stand(int output, int tap)
    {
        At = RowMajor.Coordinates(output, [.. Geometry.Axes.Select(static axis => axis.Output)]);
        Tap = RowMajor.Coordinates(tap, [.. Geometry.Axes.Select(static axis => axis.Kernel)]);
        (YPosition, WTap) = (output, tap);
    }

    /// <summary>Takes the elements of these channels.</summary>
    public void Take(int image, int k, int c, int phase, int output, int tap, int position)
    {
        (XImage, YImage) = (image, image);
        (XChannel, WChannel) = ((k / Geometry.GroupOutChannels * Geometry.GroupInChannels) + c, c);
        (WRow, YChannel) = (k, k);
        (Phase, YPosition, WTap, XPosition) = (phase, output, tap, position);
        IsOutside = position < 0;
    }
}
