using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.PropertyTests.Signals;

/// <summary>The forward operator correlates; the data gradient, with the image in the place of dy, convolves.</summary>
[TestFixture, Parallelizable(ParallelScope.Children)]
public sealed class OperatorsOnImages : ConvolutionLaws
{
    private static readonly ScalarConvolution<int> Scalar = new();

    protected override int[,] Correlate(Mode mode, int[,] x, int[,] w)
    {
        Axis Line(int size, int kernel) => mode switch
        {
            Mode.Full => new Axis(size, kernel, padding: Padding.Full),
            Mode.Same => new Axis(size, kernel, padding: Padding.SameUpper),
            Mode.Valid => new Axis(size, kernel),
            _ => new Axis(size, kernel, padding: Padding.Explicit(0, kernel - 1), border: Border.Cyclic),
        };
        var geometry = ConvolutionGeometry.SingleChannel(Line(Images.Rows(x), Images.Rows(w)), Line(Images.Columns(x), Images.Columns(w)));
        var y = new int[geometry.OutputLength];
        Scalar.Forward(geometry, Flat(x), Flat(w), [], y);
        return Images.Map(geometry.Axes[0].Output, geometry.Axes[1].Output, (i, j) => y[i * geometry.Axes[1].Output + j]);
    }

    protected override int[,] Convolve(Mode mode, int[,] x, int[,] w)
    {
        Axis Line(int size, int kernel) => mode switch
        {
            Mode.Full => Axis.Transposed(size, kernel),
            Mode.Same => Axis.Transposed(size, kernel, padding: Padding.SameUpper),
            Mode.Valid => Axis.Transposed(size, kernel, padding: Padding.Full),
            _ => new Axis(size, kernel, padding: Padding.Explicit(0, kernel - 1), border: Border.Cyclic),
        };
        var geometry = ConvolutionGeometry.SingleChannel(Line(Images.Rows(x), Images.Rows(w)), Line(Images.Columns(x), Images.Columns(w)));
        var y = new int[geometry.InputLength];
        Scalar.DataGradient(geometry, Flat(w), Flat(x), y);
        return Images.Map(geometry.Axes[0].Input, geometry.Axes[1].Input, (i, j) => y[i * geometry.Axes[1].Input + j]);
    }

    private static int[] Flat(int[,] image) => [.. image.Cast<int>()];
}
