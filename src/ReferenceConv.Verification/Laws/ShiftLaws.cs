using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// P08: what happens to the output when the input is shifted. The conditions, and what happens outside them, are spelled out in tests.
/// </summary>
internal static class ShiftLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("A cyclic convolution moves with its input by multiples of stride and tile", Cyclic),
        new("A full convolution moves with its input by multiples of stride and tile", Full),
    ];

    /// <summary>
    /// Border cyclic, o = i/s, t divides o. The input goes round by s·v, the output by v, for every v that is a multiple of t.
    /// </summary>
    private static string? Cyclic(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry = instance.Geometry.Over(static axis =>
        {
            int input = Math.Max(axis.Input, 1) * axis.Stride * axis.Tile;
            int begin = axis.Begin % axis.Extent;
            return axis.But(input: input, padding: (begin, axis.Extent - 1 - begin), border: Border.Cyclic);
        });
        if (geometry.Axes.FirstOrDefault(static axis => axis.Output * axis.Stride != axis.Input) is { } odd)
            return $"{odd} must have one output per stride";

        var form = Trilinear<int>.Draw(geometry, instance.Seed, static n => (int)n);
        int v = 1 + instance.Seed % 3;
        Trilinear<int> shifted =
            form with { X = Rotated(geometry.InputShape, form.X, a => geometry.Axes[a].Stride * geometry.Axes[a].Tile * v) };
        return Vector.Mismatch("y of the shifted x", Rotated(geometry.OutputShape, form.Y(), a => geometry.Axes[a].Tile * v), shifted.Y());
    }

    /// <summary>
    /// Border zeros, every window that meets the input at all, and as many zeros at the end of x as it is shifted by: the input moves on by
    /// s·v, the output by v.
    /// </summary>
    private static string? Full(ConvolutionCase instance)
    {
        int v = 1 + instance.Seed % 2;
        ConvolutionGeometry geometry = instance.Geometry.Over(axis =>
            axis.But(input: axis.Input + Step(axis, v), padding: (axis.Extent - 1, axis.Extent - 1), border: Border.Zeros));
        var form = Trilinear<int>.Draw(geometry, instance.Seed, static n => (int)n);
        var input = new Grid(geometry.InputShape);
        var output = new Grid(geometry.OutputShape);

        int[] x = input.Gather(input, form.X, 0, (i, a) => i < instance.Geometry.Axes[a].Input ? i : -1);
        int[] moved = input.Gather(input, x, 0, (i, a) => i - Step(geometry.Axes[a], v));
        int[] y = output.Gather(output, (form with { X = x }).Y(), 0, (o, a) => o - geometry.Axes[a].Tile * v);
        return Vector.Mismatch("y of the shifted x", y, (form with { X = moved }).Y());
    }

    private static int Step(Axis axis, int v) => axis.Stride * axis.Tile * v;

    /// <summary>Every spatial axis turned round by its shift.</summary>
    private static int[] Rotated(ImmutableArray<int> shape, int[] elements, Func<int, int> shift)
    {
        var grid = new Grid(shape);
        return grid.Gather(grid, elements, 0, (i, a) => (i + shape[a + 2] * shift(a) - shift(a)) % shape[a + 2]);
    }
}
