namespace ReferenceConv.Fast.Tiles;

/// <summary>Neighbouring results of a band, from its first row to its last.</summary>
/// <param name="Image">The first one's middle tap in the image, counted from that of the band's first result.</param>
/// <param name="Result">The first one's place in a plane of the output.</param>
/// <param name="Vectors">Vectors, 1 to 3.</param>
/// <param name="Step">From vector to vector; less than a vector where two overlap, and compute the same results to the same bits.</param>
/// <param name="IsLeftEdge">Whether the tap to the left of the first one reads a zero.</param>
/// <param name="IsRightEdge">Whether the tap to the right of the last one reads a zero.</param>
/// <param name="Ahead">From this column to the next, if it is worth while to ask for its rows already, else 0.</param>
internal readonly record struct NineTapColumn(int Image, int Result, int Vectors, int Step, bool IsLeftEdge, bool IsRightEdge, int Ahead);
