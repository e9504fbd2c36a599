namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// A stretch of the sum: <paramref name="Count"/> products whose image operands begin at <paramref name="Offset"/> and stand one step
/// apart.
/// </summary>
internal readonly record struct Segment(int Offset, int Count);
