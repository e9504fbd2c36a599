using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Layout;

/// <summary>
/// Results whose sums have the same taps: all of them in an ordinary convolution, those of one tile in a tiled one, those of one stride phase in a
/// transposed one.
/// </summary>
/// <param name="Slices">One slice per axis, three axes.</param>
/// <param name="WeightStart">Where the kernel of the piece begins in w.</param>
/// <param name="Kernel">Taps of the whole kernel per axis, three axes.</param>
internal sealed record Piece(ImmutableArray<AxisSlice> Slices, int WeightStart, ImmutableArray<int> Kernel)
{
    /// <summary>Taps of the sum, as places in the kernel of one pair of channels, in the order of the stored image.</summary>
    public ImmutableArray<int> Taps { get; } =
    [
        .. from d in Slices[0].Taps
           from h in Slices[1].Taps
           from w in Slices[2].Taps
           select (((d * Kernel[1]) + h) * Kernel[2]) + w,
    ];

    /// <summary>Every product of slices of these axes that has a result.</summary>
    /// <param name="axes">One to three axes.</param>
    /// <param name="slices">The slices of an axis.</param>
    /// <param name="kernelLength">From the kernel of one tile to that of the next in w; 0 if slices are not tiles.</param>
    public static IEnumerable<Piece> Products(ImmutableArray<Axis> axes, Func<Axis, IEnumerable<AxisSlice>> slices, int kernelLength)
    {
        ImmutableArray<int> kernel = [.. Enumerable.Repeat(1, 3 - axes.Length), .. axes.Select(static axis => axis.Kernel)];
        AxisSlice[][] choices = [.. Enumerable.Repeat<AxisSlice[]>([AxisSlice.Point], 3 - axes.Length), .. axes.Select(axis => slices(axis).ToArray())];
        int number = 0;
        foreach (AxisSlice depth in choices[0])
            foreach (AxisSlice height in choices[1])
                foreach (AxisSlice width in choices[2])
                {
                    if (depth.Results > 0 && height.Results > 0 && width.Results > 0)
                        yield return new Piece([depth, height, width], number * kernelLength, kernel);
                    number++;
                }
    }

    /// <summary>
    /// Boxes that together are the piece, each with a stored image of at most <paramref name="elements"/> per channel where a cut can achieve it:
    /// the slowest axis that still has several results is halved, again and again.
    /// </summary>
    public IEnumerable<Band> Bands(int elements, ImmutableArray<int> resultSizes) =>
        Boxes(Slices, elements).Select(box => new Band(box[0], box[1], box[2], resultSizes));

    private static IEnumerable<ImmutableArray<AxisSlice>> Boxes(ImmutableArray<AxisSlice> box, long elements)
    {
        int axis = 0;
        while (axis < box.Length && box[axis].Results == 1)
            axis++;
        if (axis == box.Length || box.Aggregate(1L, static (product, slice) => product * slice.Sources.Length) <= elements)
            return [box];

        AxisSlice cut = box[axis];
        int half = (cut.Results + 1) / 2;
        return Boxes(box.SetItem(axis, cut.Part(0, half)), elements).Concat(Boxes(box.SetItem(axis, cut.Part(half, cut.Results - half)), elements));
    }
}
