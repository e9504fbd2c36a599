namespace ReferenceConv.Fast.Tiles;

/// <summary>Neighbouring pixels that a tile computes together.</summary>
/// <param name="Part">The piece that they belong to, by its number in the family.</param>
/// <param name="Image">Where the first one stands in the stored image, in numbers.</param>
/// <param name="Slot">The first one's place in its <see cref="Chunk"/>.</param>
/// <param name="FirstTapRow">First row of taps of the sum.</param>
/// <param name="TapRows">Rows of taps of the sum.</param>
internal readonly record struct Strip(int Part, int Image, int Slot, int FirstTapRow, int TapRows)
{
    /// <summary>Whether both have the same sum, so that one tile can compute them.</summary>
    public bool SharesSumWith(Strip other) => Part == other.Part && FirstTapRow == other.FirstTapRow && TapRows == other.TapRows;
}
