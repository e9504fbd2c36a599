namespace ReferenceConv.Fast.Kernels;

/// <summary>A tap of a row: where it finds the image, and whether the last tap row of the ring has none there.</summary>
internal readonly record struct RingTap(int Offset, bool Short);
