namespace ReferenceConv.Geometry;

/// <summary>A tap and the input that it meets in one window.</summary>
/// <param name="Tap">Flat index r of the kernel position, row-major over the axes.</param>
/// <param name="Input">Flat index i of the input position, row-major over the axes.</param>
public readonly record struct Pair(int Tap, int Input);
