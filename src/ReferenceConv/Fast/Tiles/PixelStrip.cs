namespace ReferenceConv.Fast.Tiles;

/// <summary>Neighbouring pixels that a tile computes together, side by side also in the output.</summary>
/// <param name="Image">The first one's place in the stored image.</param>
/// <param name="Result">The first one's place in a plane of the output.</param>
/// <param name="Length">Pixels that are wanted; the tile may compute more.</param>
/// <param name="FirstTapRow">First row of taps of the sum.</param>
/// <param name="TapRows">Rows of taps of the sum.</param>
internal readonly record struct PixelStrip(int Image, int Result, int Length, int FirstTapRow, int TapRows);
