using System.Collections.Immutable;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Numbers;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// The pooling operators against the formulas of the lectures, on one channel. The last axis of a case is the line or the columns.
/// </summary>
internal static class PoolingFormulaLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("Max pooling on an image equals the formula of pooling", MaxOfImage),
        new("Average pooling on an image equals the formula of pooling", MeanOfImage),
        new("Max pooling on a line equals the formula of partial windows", MaxOfLine),
        new("Average pooling on a line equals the formula of partial windows", MeanOfLine),
    ];

    private static string? MaxOfImage(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Image(instance);
        int[] x = Numbers(instance, static n => n, rows, columns);
        int[,] y =
            Pooling.Pool(Plane.Of(x, rows.Input, columns.Input), rows.Kernel, columns.Kernel, rows.Stride, columns.Stride, Pooling.Max);
        return Vector.Mismatch("y", Plane.Elements<int>(y), Max(x, rows, columns));
    }

    private static string? MeanOfImage(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Image(instance);
        Rational[] x = Numbers(instance, Fraction, rows, columns);
        Rational[,] y =
            Pooling.Pool(Plane.Of(x, rows.Input, columns.Input), rows.Kernel, columns.Kernel, rows.Stride, columns.Stride, Pooling.Mean);
        return Vector.Mismatch("y", Plane.Elements<Rational>(y), Mean(x, rows, columns));
    }

    private static string? MaxOfLine(ConvolutionCase instance)
    {
        Axis axis = Line(instance);
        int[] x = Numbers(instance, static n => n, axis);
        return Vector.Mismatch("y", Partial(axis, x, Pooling.Max), Max(x, axis));
    }

    private static string? MeanOfLine(ConvolutionCase instance)
    {
        Axis axis = Line(instance);
        Rational[] x = Numbers(instance, Fraction, axis);
        return Vector.Mismatch("y", Partial(axis, x, Pooling.Mean), Mean(x, axis));
    }

    private static T[] Partial<T>(Axis axis, T[] x, Func<T[], T> f) =>
        PartialPooling.Pool(x, axis.Kernel, axis.Stride, axis.Begin, axis.Rounding == Rounding.Ceiling, f);

    private static int[] Max(int[] x, params Axis[] axes) =>
        MaxPooling<int>.Forward(new Relation(axes), Tensors.Of(x, [1, 1, .. axes.Select(static axis => axis.Input)])).Elements();

    private static Rational[] Mean(Rational[] x, params Axis[] axes) =>
        AveragePooling<Rational>.Forward(new Relation(axes), Tensors.Of(x, [1, 1, .. axes.Select(static axis => axis.Input)])).Elements();

    /// <summary>Whole windows inside the image, as on the slides.</summary>
    private static (Axis Rows, Axis Columns) Image(ConvolutionCase instance) =>
        (Inside(instance.Geometry.Axes[0]), Inside(instance.Geometry.Axes[^1]));

    private static Axis Inside(Axis axis) => new(axis.Input + axis.Kernel, axis.Kernel, axis.Stride);

    /// <summary>As much padding on either side, less than a window; by the seed, a last, partial window counts.</summary>
    private static Axis Line(ConvolutionCase instance)
    {
        Axis axis = Inside(instance.Geometry.Axes[^1]);
        int padding = instance.Geometry.Axes[^1].Begin % axis.Kernel;
        return axis.But(padding: (padding, padding), rounding: instance.Seed % 2 == 0 ? Rounding.Floor : Rounding.Ceiling);
    }

    /// <summary>Halves of small odd numbers.</summary>
    private static Rational Fraction(int n) => new(n % 32, 2);

    private static T[] Numbers<T>(ConvolutionCase instance, Func<int, T> number, params Axis[] axes)
    {
        var numbers = new T[axes.Aggregate(1, static (product, axis) => product * axis.Input)];
        for (int e = 0; e < numbers.Length; e++)
            numbers[e] = number((int)Draw.Odd((ulong)instance.Seed, (ulong)e, int.MaxValue));
        return numbers;
    }
}
