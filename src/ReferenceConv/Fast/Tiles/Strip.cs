namespace ReferenceConv.Fast.Tiles;

/// <summary>Neighbouring pixels that a tile computes together.</summary>
/// <param name="Image">The first one's place in the stored image.</param>
/// <param name="Slot">The first one's place in its <see cref="Chunk"/>.</param>
/// <param name="FirstTapRow">First row of taps of the sum.</param>
/// <param name="TapRows">Rows of taps of the sum.</param>
internal readonly record struct Strip(int Image, int Slot, int FirstTapRow, int TapRows);
