using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>A band, laid out for the rings of nine taps.</summary>
internal sealed class NineTapPlan
{
    /// <summary>Lays out the rows and the columns.</summary>
    public NineTapPlan(Band band, Layer layer, int lanes)
    {
        ThreeTaps height = ThreeTaps.Of(band.Height)!;
        ThreeTaps width = ThreeTaps.Of(band.Width)!;
        int results = band.Height.Results;
        InRow = layer.InSizes[2];
        PixelStrip[] strips = [.. PixelStrip.Cut(new Run(0, band.Runs[0].Result, band.Width.Results, 0, 0), lanes, 1)];
        Columns =
        [
            .. strips.Select((strip, s) => new NineTapColumn(
                height.Stride * strip.Image,
                strip.Result,
                strip.Vectors,
                strip.Step,
                width.MissesFirst && s == 0,
                width.MissesLast && s == strips.Length - 1,
                layer.HasLongRows ? strip.Vectors * lanes : 0)),
        ];
        ResultRow = band.ResultRow;
        if (height.Stride == 1)
        {
            Lead = height.MissesFirst ? 1 : 2;
            Tail = height.MissesLast ? 1 : 0;
            Rows = results + Lead - Tail;
            Image = (height.Middle + 1 - Lead) * InRow + width.Middle;
        }
        else
        {
            Lead = height.MissesFirst ? 0 : 1;
            Rows = results;
            Image = height.Middle * InRow + width.Middle;
        }
    }

    /// <summary>
    /// Place of the number under the middle tap of the first column's first result: in the first row that is read, at a stride of two in
    /// the upper row of the first pair.
    /// </summary>
    public int Image { get; }

    /// <summary>From row to row of the input.</summary>
    public int InRow { get; }

    /// <summary>Rows that are read; at a stride of two pairs of rows, without the lead.</summary>
    public int Rows { get; }

    /// <summary>Rows that complete no result.</summary>
    public int Lead { get; }

    /// <summary>Results that are open after the last row.</summary>
    public int Tail { get; }

    /// <summary>From one row of results to the next.</summary>
    public int ResultRow { get; }

    /// <summary>Together all columns.</summary>
    public NineTapColumn[] Columns { get; }

    /// <summary>
    /// Whether a piece is for these rings: one channel in, two axes of three neighbouring taps, at a stride of one or two, padded by one at
    /// most, results side by side, and rows of at least a vector.
    /// </summary>
    public static bool Suits(Layer layer, Piece piece, int lanes)
    {
        if (layer.InChannels > 1 || piece.Slices[0] != AxisSlice.Point || piece.Slices[2].ResultStep > 1 || piece.Slices[2].Results < lanes)
            return false;
        return (ThreeTaps.Of(piece.Slices[1]), ThreeTaps.Of(piece.Slices[2])) is
            ({ Stride: 1 }, { Stride: 1 }) or ({ Stride: 2, MissesLast: false }, { Stride: 2, MissesLast: false });
    }
}
