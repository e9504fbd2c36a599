using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// P18: the receptive field of a stack, found by perturbing the input. The axes of a case serve as the layers of a one-dimensional stack.
/// </summary>
internal static class ReceptiveFieldLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("The receptive field is where perturbing the input moves the output", Perturbation),
    ];

    /// <summary>All weights are 1, so no two paths cancel. The output looked at is the first whose field begins inside the input.</summary>
    private static string? Perturbation(ConvolutionCase instance)
    {
        ReceptiveField field = ReceptiveField.OfInput;
        foreach (Axis axis in instance.Geometry.Axes)
            field = field.Then(axis.Kernel, axis.Stride, axis.Dilation, axis.Begin);

        int output = (-field.Start + field.Stride - 1) / field.Stride;
        int first = field.Start + output * field.Stride;
        int last = first + field.Size - 1;
        int input = last + 1 + instance.Seed % 5;

        var moved = new List<int>();
        for (int i = 0; i < input; i++)
        {
            var x = new int[input];
            x[i] = 1;
            foreach (Axis axis in instance.Geometry.Axes)
                x = Layer(axis, x);
            if (x[output] != 0)
                moved.Add(i);
        }

        return Vector.Mismatch("first input seen", first, moved[0]) ?? Vector.Mismatch("last input seen", last, moved[^1]);
    }

    private static int[] Layer(Axis axis, int[] x)
    {
        var geometry =
            ConvolutionGeometry.SingleChannel(axis.But(input: x.Length, padding: (axis.Begin, 0), border: Border.Zeros, tile: 1));
        return new Trilinear<int>(geometry, x, [.. Enumerable.Repeat(1, axis.Kernel)], [], []).Y();
    }
}
