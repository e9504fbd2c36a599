using System.Collections.Immutable;
using ReferenceConv.Fast.Layout;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Tiles;

/// <summary>A band, laid out for the ring.</summary>
internal sealed class RingPlan
{
    /// <summary>Tap rows of a pass: with three vectors 21 sums, three vectors of the image and a weight are 25 of 32 registers.</summary>
    public const int MostRows = 7;

    /// <summary>From so many vectors in a row on its edges go apart.</summary>
    private const int VectorsApart = 16;

    /// <summary>Lays out the passes and the columns.</summary>
    public RingPlan(Band band, Layer layer, int lanes)
    {
        AsItStands = StandsInRows(band.Height) && band.Width.IsStretch && band.Width.Results >= lanes;
        LooksAhead = AsItStands && layer.HasLongRows;
        Patches = AsItStands ? [] : band.Patches(layer.InSizes);
        ImageRow = AsItStands ? layer.InSizes[2] : band.Width.Sources.Length;
        Origin = AsItStands ? FirstCoordinate(band.Height) * ImageRow + band.Width.Sources[0] : 0;
        Results = band.Height.Results;
        FirstResult = band.Runs[0].Result;
        ResultRow = band.ResultRow;
        Columns = [.. PixelStrip.Cut(new Run(0, 0, band.Width.Results, 0, 0), lanes, 1)];

        int[][] runs = ShiftedTaps(band.Height);
        int tapRows = runs.Max(static run => run.Length);
        var passes = new List<RingPass>();
        var order = new List<int>();
        for (int first = 0; first < tapRows; first += MostRows)
        {
            int rows = Math.Min(MostRows, tapRows - first);
            int start = order.Count;
            var taps = new List<int>();
            var shortTaps = new List<int>();
            foreach (bool isShort in new[] { false, true })
                for (int r = 0; r < runs.Length; r++)
                {
                    int held = Math.Min(rows, runs[r].Length - first);
                    if (held == 0 || (held < rows) != isShort)
                        continue;
                    for (int t = 0; t < band.Width.Taps.Length; t++)
                    {
                        (isShort ? shortTaps : taps).Add(r * band.Height.RunLength * ImageRow + band.Width.TapOffsets[t]);
                        for (int j = first; j < first + held; j++)
                            order.Add(runs[r][j] * band.Width.Taps.Length + t);
                    }
                }

            (int from, int count) = RowsThatHold(band.Height, first, rows);
            passes.Add(new RingPass(first == 0, rows, [.. taps], [.. shortTaps], start, from, count, from - first));
        }

        Passes = [.. passes];
        WeightOrder = [.. order];
        Reach = AsItStands ? 0 : band.Stored + lanes - 1;
    }

    /// <summary>Whether the image is read where the input has it, because nothing beside it is read; else it is stored.</summary>
    public bool AsItStands { get; }

    /// <summary>Whether the rows of the next column are asked for early.</summary>
    public bool LooksAhead { get; }

    /// <summary>Where the image begins in the plane that it is read from; negative if rows of zeros would come first.</summary>
    public int Origin { get; }

    /// <summary>Where the stored image comes from.</summary>
    public Patch[] Patches { get; }

    /// <summary>Numbers of the stored image, and of what a vector whose first pixel is the last one can read beyond its end.</summary>
    public int Reach { get; }

    /// <summary>From one row of the image to the next.</summary>
    public int ImageRow { get; }

    /// <summary>Rows of results.</summary>
    public int Results { get; }

    /// <summary>Place of the first result in a plane of the output.</summary>
    public int FirstResult { get; }

    /// <summary>From one row of results to the next.</summary>
    public int ResultRow { get; }

    /// <summary>Together all columns.</summary>
    public PixelStrip[] Columns { get; }

    /// <summary>Together all tap rows.</summary>
    public RingPass[] Passes { get; }

    /// <summary>Per packed weight its tap.</summary>
    public int[] WeightOrder { get; }

    /// <summary>
    /// Whether a piece is for the ring: one channel in, at most two axes, results side by side, and in every run of stored rows tap rows
    /// without a gap; because they are dealt out in turn, a run then has as many as the others or one fewer.
    /// </summary>
    public static bool Suits(Layer layer, Piece piece)
    {
        if (layer.InChannels > 1 || piece.Slices[0] != AxisSlice.Point || piece.Slices[2].ResultStep > 1 || piece.Taps.IsEmpty)
            return false;
        return ShiftedTaps(piece.Slices[1]).All(static run => !run.Contains(Axis.None));
    }

    /// <summary>
    /// The piece; or, if it could read the input as it stands but for the edges of its rows, and these are long, what is between the edges
    /// and, apart, the results of a vector at each end.
    /// </summary>
    public static IEnumerable<Piece> ApartFromEdges(Piece piece, int lanes)
    {
        AxisSlice width = piece.Slices[2];
        bool pays = width.Results >= VectorsApart * lanes && !width.IsStretch && width.Part(lanes, width.Results - (2 * lanes)).IsStretch
            && StandsInRows(piece.Slices[1]);
        (int First, int Count)[] parts = pays
            ? [(lanes, width.Results - (2 * lanes)), (0, lanes), (width.Results - lanes, lanes)]
            : [(0, width.Results)];
        return parts.Select(part => piece with { Slices = piece.Slices.SetItem(2, width.Part(part.First, part.Count)) });
    }

    /// <summary>Whether the rows of the input follow each other, with rows of zeros only before and after.</summary>
    private static bool StandsInRows(AxisSlice height)
    {
        int first = FirstCoordinate(height);
        return height.Sources.Length == height.RunLength
            && height.Sources.Any(static source => source != Axis.None)
            && Enumerable.Range(0, height.RunLength).All(row => height.Sources[row] == first + row || height.Sources[row] == Axis.None);
    }

    /// <summary>The coordinate at which the first row would stand if the axis went on beyond its ends.</summary>
    private static int FirstCoordinate(AxisSlice height)
    {
        int held = height.Sources.TakeWhile(static source => source == Axis.None).Count();
        return held == height.Sources.Length ? 0 : height.Sources[held] - held;
    }

    /// <summary>
    /// Per run of stored rows, the taps by how many rows below the first they read; <see cref="Axis.None"/> where no tap does.
    /// </summary>
    private static int[][] ShiftedTaps(AxisSlice height)
    {
        int[][] runs = new int[height.Sources.Length / height.RunLength][];
        for (int r = 0; r < runs.Length; r++)
        {
            int[] shifts =
                [.. height.TapOffsets.Where(offset => offset / height.RunLength == r).Select(offset => offset % height.RunLength)];
            runs[r] = [.. Enumerable.Range(0, shifts.Max() + 1).Select(shift => height.TapOffsets.IndexOf((r * height.RunLength) + shift))];
        }

        return runs;
    }

    /// <summary>
    /// The stored rows that tap rows first … first + rows − 1 read for some result, without those before and after that hold only zeros.
    /// </summary>
    private static (int From, int Count) RowsThatHold(AxisSlice height, int first, int rows)
    {
        int[] held =
        [
            .. Enumerable.Range(first, height.Results + rows - 1)
                .Where(row => Enumerable.Range(0, height.Sources.Length / height.RunLength)
                    .Any(run => height.Sources[(run * height.RunLength) + row] != Axis.None)),
        ];
        return held.Length == 0 ? (first, 0) : (held[0], held[^1] - held[0] + 1);
    }
}
