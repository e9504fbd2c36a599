using System.Collections.Immutable;
using System.Diagnostics;
using ReferenceConv.Geometry;

namespace ReferenceConv;

/// <summary>What the implementations behind the doors trust, asserted in debug builds.</summary>
internal static class ContiguousSpans
{
    /// <summary>The arrays of the trilinear form, x or dx, w or dw, y or dy, have the geometry's lengths.</summary>
    [Conditional("DEBUG")]
    public static void Assert(ConvolutionGeometry geometry, int x, int w, int y)
    {
        Assert("x", geometry.InputShape, geometry.InputLength, x);
        Assert("w", geometry.WeightShape, geometry.WeightLength, w);
        Assert("y", geometry.OutputShape, geometry.OutputLength, y);
    }

    [Conditional("DEBUG")]
    private static void Assert(string name, ImmutableArray<int> shape, int expected, int actual) =>
        Debug.Assert(actual == expected, $"{name} must have {expected} elements [{string.Join(", ", shape)}], had {actual}");
}
