using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Layout;

/// <summary>
/// Results whose sums have the same taps: all of them in an ordinary convolution, those of one tile in a tiled one, those of one stride
/// phase in a transposed one.
/// </summary>
/// <param name="Slices">One slice per axis, three axes.</param>
/// <param name="WeightStart">Where the kernel of the piece begins in w.</param>
/// <param name="Kernel">Taps of the whole kernel per axis, three axes.</param>
internal sealed record Piece(ImmutableArray<AxisSlice> Slices, int WeightStart, ImmutableArray<int> Kernel)
{
    private const int MostInFamily = 4;

    /// <summary>Taps of the sum, as places in the kernel of one pair of channels, in the order of the stored image.</summary>
    public ImmutableArray<int> Taps =>
    [
        .. from d in Slices[0].Taps
           from h in Slices[1].Taps
           from w in Slices[2].Taps
           select (((d * Kernel[1]) + h) * Kernel[2]) + w,
    ];

    /// <summary>The same with the positions of every axis stored in their own order where that stores no more.</summary>
    public static ImmutableArray<Piece> InOrder(ImmutableArray<Piece> family)
    {
        AxisSlice depth = family[0].Slices[0].InOrder();
        AxisSlice height = family[0].Slices[1].InOrder();
        return [.. family.Select(piece => piece with { Slices = [depth, height, piece.Slices[2].InOrder()] })];
    }

    /// <summary>Whether the stored image would be the input of these sizes as it stands, or a stretch of it.</summary>
    public bool ReadsInputAsItStands(ImmutableArray<int> inSizes) =>
        Slices[0].IsStretch && Slices[1].IsWholeAxis(inSizes[1]) && Slices[2].IsWholeAxis(inSizes[2]);

    /// <summary>
    /// Whether runs of results fill vectors of so many lanes, if the input is read as it stands: under one tap of the width the rows join.
    /// </summary>
    public bool FillsVectors(int lanes) => Slices[2].Results >= lanes || Slices[2].Taps.Length == 1;

    /// <summary>
    /// Whether, if the input is read as it stands, a part of it is too: a stretch of the rows of one depth, or of whole planes under one
    /// tap.
    /// </summary>
    public bool StandsInBands => Slices[0].Taps.Length == 1 && Slices[2].Results <= Layer.LongRow;

    /// <summary>Every product of slices of these axes that has a result.</summary>
    /// <param name="axes">One to three axes.</param>
    /// <param name="slices">The slices of an axis.</param>
    /// <param name="kernelLength">From the kernel of one tile to that of the next in w; 0 if slices are not tiles.</param>
    public static IEnumerable<Piece> Products(ImmutableArray<Axis> axes, Func<Axis, IEnumerable<AxisSlice>> slices, int kernelLength)
    {
        ImmutableArray<int> kernel = [.. Enumerable.Repeat(1, 3 - axes.Length), .. axes.Select(static axis => axis.Kernel)];
        AxisSlice[][] choices =
        [
            .. Enumerable.Repeat<AxisSlice[]>([AxisSlice.Point], 3 - axes.Length),
            .. axes.Select(axis => slices(axis).ToArray()),
        ];
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
    /// Two to four pieces whose results take turns along the rows, by ascending start, so that together they fill whole rows. A piece
    /// without such company is its own family.
    /// </summary>
    public static IEnumerable<ImmutableArray<Piece>> Families(ImmutableArray<Piece> pieces) =>
        pieces.GroupBy(static piece => (piece.Slices[0], piece.Slices[1]))
            .Select(static family => family.OrderBy(static piece => piece.Slices[2].ResultStart).ToImmutableArray())
            .SelectMany(static family => family.Length == family[0].Slices[2].ResultStep && family.Length <= MostInFamily
                ? [family]
                : family.Select(static piece => ImmutableArray.Create(piece)));

    /// <summary>
    /// Boxes that together are the family, each with stored images of at most <paramref name="elements"/> per channel where a cut can
    /// achieve it: the slowest axis that still has several results is halved, again and again, but first rows longer than a page of memory,
    /// because flat boxes read much beyond their edges. Rows that several pieces share are not cut, nor is an axis whose taps are so many
    /// that its halves would store nearly as much as it: a kernel of 259 × 259 would be laid out anew for every result.
    /// </summary>
    public static IEnumerable<ImmutableArray<Band>> Bands(ImmutableArray<Piece> family, int elements, ImmutableArray<int> resultSizes) =>
        Boxes([.. family.Select(static piece => piece.Slices)], elements)
            .Select(boxes => boxes.Select(box => new Band(box[0], box[1], box[2], resultSizes)).ToImmutableArray());

    private static IEnumerable<ImmutableArray<ImmutableArray<AxisSlice>>> Boxes(
        ImmutableArray<ImmutableArray<AxisSlice>> family, long elements)
    {
        int axes = family.Length == 1 ? 3 : 2;
        int axis = axes == 3 && family[0][2].Results > Layer.LongRow ? 2 : 0;
        while (axis < axes && !IsWorthACut(family[0][axis]))
            axis++;
        if (axis == axes
            || family.Sum(static box => box.Aggregate(1L, static (product, slice) => product * slice.Sources.Length)) <= elements)
            return [family];

        AxisSlice cut = family[0][axis];
        int half = (cut.Results + 1) / 2;
        AxisSlice[] halves = [cut.Part(0, half), cut.Part(half, cut.Results - half)];
        return halves.SelectMany(part => Boxes([.. family.Select(box => box.SetItem(axis, part))], elements));
    }

    /// <summary>Whether a half would store less than 15/16 of the slice, run by run; so it is under up to 15 neighbouring taps.</summary>
    private static bool IsWorthACut(AxisSlice slice) =>
        slice.Results > 1 && 16L * (slice.Results / 2) * slice.StoredStep > slice.RunLength;
}
