using System.Numerics;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// The naive picture of a convolution: every image padded explicitly, every window, channel and tap visited by plain nested loops.
/// A line or a plane is a volume that is one element thick.
/// </summary>
internal sealed class PaddedPicture
{
    private readonly ConvolutionGeometry geometry;
    private readonly Axis[] axes;
    private readonly PaddedLine[] lines;

    /// <summary>Draws the picture.</summary>
    public PaddedPicture(ConvolutionGeometry geometry)
    {
        this.geometry = geometry;
        axes = [.. Enumerable.Repeat(new Axis(1, 1), 3 - geometry.Axes.Length), .. geometry.Axes];
        lines = Array.ConvertAll(axes, static axis => new PaddedLine(axis));
    }

    /// <summary>How many elements the padded images have.</summary>
    public int Length => geometry.Batch * geometry.InChannels * lines[0].Sources.Length * lines[1].Sources.Length * lines[2].Sources.Length;

    /// <summary>How many outputs there are.</summary>
    public int OutputLength => geometry.Batch * geometry.OutChannels * lines[0].Windows * lines[1].Windows * lines[2].Windows;

    /// <summary>
    /// For each element of the padded images, the element of x that is copied there, or <see cref="PaddedLine.Nothing"/>.
    /// </summary>
    public IEnumerable<int> Sources()
    {
        for (int plane = 0; plane < geometry.Batch * geometry.InChannels; plane++)
            foreach (int a in lines[0].Sources)
                foreach (int b in lines[1].Sources)
                    foreach (int c in lines[2].Sources)
                        yield return a < 0 || b < 0 || c < 0
                            ? PaddedLine.Nothing
                            : ((plane * axes[0].Input + a) * axes[1].Input + b) * axes[2].Input + c;
    }

    /// <summary>The padded images.</summary>
    public T[] Pad<T>(ReadOnlySpan<T> x)
        where T : IAdditiveIdentity<T, T>
    {
        var padded = new T[Length];
        int p = 0;
        foreach (int source in Sources())
            padded[p++] = source == PaddedLine.Nothing ? T.AdditiveIdentity : x[source];
        return padded;
    }

    /// <summary>Everything that meets: an element of the padded images, a weight and an output, as flat indices.</summary>
    public IEnumerable<(int Padded, int Weight, int Output)> Meetings()
    {
        int groupIn = geometry.InChannels / geometry.Groups;
        int groupOut = geometry.OutChannels / geometry.Groups;
        for (int n = 0; n < geometry.Batch; n++)
            for (int k = 0; k < geometry.OutChannels; k++)
                for (int o0 = 0; o0 < lines[0].Windows; o0++)
                    for (int o1 = 0; o1 < lines[1].Windows; o1++)
                        for (int o2 = 0; o2 < lines[2].Windows; o2++)
                            for (int c = 0; c < groupIn; c++)
                                for (int r0 = 0; r0 < axes[0].Kernel; r0++)
                                    for (int r1 = 0; r1 < axes[1].Kernel; r1++)
                                        for (int r2 = 0; r2 < axes[2].Kernel; r2++)
                                            if (Inside(0, o0, r0) && Inside(1, o1, r1) && Inside(2, o2, r2))
                                                yield return (
                                                    Padded(n, k / groupOut * groupIn + c, At(0, o0, r0), At(1, o1, r1), At(2, o2, r2)),
                                                    Weight(o0 % axes[0].Tile, o1 % axes[1].Tile, o2 % axes[2].Tile, k, c, r0, r1, r2),
                                                    Output(n, k, o0, o1, o2));
    }

    private int At(int axis, int output, int tap) => output * axes[axis].Stride + tap * axes[axis].Dilation;

    /// <summary>Not beyond the padding; only a last, partial window of pooling has taps that are.</summary>
    private bool Inside(int axis, int output, int tap) => At(axis, output, tap) < lines[axis].Sources.Length;

    private int Padded(int n, int c, int p0, int p1, int p2) =>
        (((n * geometry.InChannels + c) * lines[0].Sources.Length + p0) * lines[1].Sources.Length + p1) * lines[2].Sources.Length + p2;

    private int Weight(int t0, int t1, int t2, int k, int c, int r0, int r1, int r2)
    {
        int tile = (t0 * axes[1].Tile + t1) * axes[2].Tile + t2;
        int channel = (tile * geometry.OutChannels + k) * (geometry.InChannels / geometry.Groups) + c;
        return ((channel * axes[0].Kernel + r0) * axes[1].Kernel + r1) * axes[2].Kernel + r2;
    }

    private int Output(int n, int k, int o0, int o1, int o2) =>
        (((n * geometry.OutChannels + k) * lines[0].Windows + o0) * lines[1].Windows + o1) * lines[2].Windows + o2;
}
