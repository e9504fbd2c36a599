namespace ReferenceConv.Geometry;

/// <summary>
/// Which input a position outside the input stands for. With D inputs at positions 0 … D−1 [S1.11–S1.13]:
/// </summary>
public enum Border
{
    /// <summary>None: the position contributes nothing, as if a zero stood there.</summary>
    Zeros,

    /// <summary>The nearest input: clamp(i, 0, D−1). NumPy's <c>edge</c>.</summary>
    Extended,

    /// <summary>The input repeated: i mod D, never negative. NumPy's <c>wrap</c>.</summary>
    Cyclic,

    /// <summary>The input mirrored about its first and last element, again and again: period 2(D−1). NumPy's <c>reflect</c>.</summary>
    Reflected,
}
