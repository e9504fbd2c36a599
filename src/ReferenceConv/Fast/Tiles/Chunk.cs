namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Strips whose results are written together. Part p has the slots from p·<paramref name="PartSlots"/> on; result j of the chunk, at
/// <paramref name="Result"/> + j·<paramref name="Step"/> in a plane of the output, is slot j div parts of part j mod parts.
/// </summary>
/// <param name="FirstStrip">Number of the first strip.</param>
/// <param name="EndStrip">Behind the last strip.</param>
/// <param name="Result">Place of the first result.</param>
/// <param name="Length">Results.</param>
/// <param name="Step">From result to result in the output.</param>
/// <param name="PartSlots">Slots of a part.</param>
internal readonly record struct Chunk(int FirstStrip, int EndStrip, int Result, int Length, int Step, int PartSlots)
{
    /// <summary>
    /// Slots of a chunk, at most: 10 tiles of 14 pixels, with two vectors of channels 18 KB of float, which stay in the first-level cache.
    /// </summary>
    public const int MostPixels = 140;
}
