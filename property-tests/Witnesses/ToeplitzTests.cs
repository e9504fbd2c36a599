using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.PropertyTests.Runs;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.PropertyTests.Witnesses;

/// <summary>
/// P10 and P14 with a foreign witness: the parameter matrix of a single-channel convolution is written out densely, and MathNet.Numerics
/// multiplies. The matrix is built per axis by walking the padded line, and joined by MathNet's Kronecker product; it asks the geometry for
/// parameters only. Operands are odd integers within ±31 on at most two axes, of at most 17 outputs and 5 taps each: no sum exceeds
/// 31²·(17·5)² &lt; 2⁵³, so all are exact.
/// </summary>
[TestFixture]
public sealed class ToeplitzTests
{
    [Law(100), Formula("S1.29", "S2.19", "S4.06")]
    public Property The_dense_matrix_times_the_input_is_the_forward_operator(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry = SingleChannel(instance);
        (double[] x, double[] w, _) = Numbers(geometry, instance.Seed);
        var y = new double[geometry.OutputLength];
        new ScalarConvolution<double>().Forward(geometry, x, w, [], y);
        return Equal(instance, (Matrix(geometry, w) * Vector<double>.Build.Dense(x)).ToArray(), y);
    }

    [Law(100), Formula("S4.52")]
    public Property Its_transpose_times_the_output_is_the_data_gradient(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry = SingleChannel(instance);
        (_, double[] w, double[] g) = Numbers(geometry, instance.Seed);
        var dx = new double[geometry.InputLength];
        new ScalarConvolution<double>().DataGradient(geometry, w, g, dx);
        return Equal(instance, (Matrix(geometry, w).Transpose() * Vector<double>.Build.Dense(g)).ToArray(), dx);
    }

    [Law, Formula("S0.10", "S4.05", "S3.33")]
    public Property Under_zeros_rows_are_one_row_shifted_and_have_no_more_entries_than_taps(ConvolutionCase instance)
    {
        Axis axis = instance.Geometry.Axes[0];
        axis = new Axis(Math.Max(axis.Input, 1), axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(axis.Begin, axis.End));
        (_, double[] w, _) = Numbers(ConvolutionGeometry.SingleChannel(axis), instance.Seed);
        Matrix<double> matrix = Matrix(ConvolutionGeometry.SingleChannel(axis), w);
        bool shifted = true;
        for (int o = 1; o < matrix.RowCount; o++)
            for (int i = axis.Stride; i < matrix.ColumnCount; i++)
                shifted &= matrix[o, i] == matrix[o - 1, i - axis.Stride];
        bool sparse = matrix.EnumerateRows().All(row => row.Count(static entry => entry != 0) <= axis.Kernel);
        return (shifted && sparse).Label($"{matrix}\n{PropertyRun.HowToReplay(instance)}");
    }

    /// <summary>
    /// C = Σ over the taps r of w[r] · (S₀[r₀] ⊗ S₁[r₁] ⊗ …), where Sₐ[r][o, i] = 1 if window o of axis a has input i under tap r.
    /// </summary>
    private static Matrix<double> Matrix(ConvolutionGeometry geometry, double[] w)
    {
        Matrix<double> sum = Matrix<double>.Build.Dense(geometry.OutputLength, geometry.InputLength);
        for (int r = 0; r < w.Length; r++)
        {
            Matrix<double> joined = Matrix<double>.Build.Dense(1, 1, 1);
            int rest = r;
            foreach (Axis axis in geometry.Axes.Reverse())
            {
                joined = Selection(axis, rest % axis.Kernel).KroneckerProduct(joined);
                rest /= axis.Kernel;
            }

            sum += w[r] * joined;
        }

        return sum;
    }

    private static Matrix<double> Selection(Axis axis, int tap)
    {
        Matrix<double> selection = Matrix<double>.Build.Dense(axis.Output, axis.Input);
        for (int o = 0; o < axis.Output; o++)
        {
            int i = o * axis.Stride + tap * axis.Dilation - axis.Begin;
            bool inside = 0 <= i && i < axis.Input;
            if (!inside && axis.Border == Border.Zeros)
                continue;
            while (axis.Border == Border.Reflected && axis.Input > 1 && (i < 0 || i >= axis.Input))
                i = i < 0 ? -i : 2 * (axis.Input - 1) - i;
            while (axis.Border == Border.Cyclic && (i < 0 || i >= axis.Input))
                i += i < 0 ? axis.Input : -axis.Input;
            selection[o, Math.Clamp(i, 0, axis.Input - 1)] = 1;
        }

        return selection;
    }

    /// <summary>One channel, not tiled, and short enough axes for a dense matrix.</summary>
    private static ConvolutionGeometry SingleChannel(ConvolutionCase instance) => ConvolutionGeometry.SingleChannel(
        instance.Geometry.Axes.Take(2).Select(static axis => new Axis(
            Math.Max(axis.Input, 1), axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(axis.Begin, axis.End), axis.Border)));

    private static (double[] X, double[] W, double[] G) Numbers(ConvolutionGeometry geometry, int seed)
    {
        double[] Odd(int length, int stream) =>
            [.. Enumerable.Range(0, length).Select(e => (double)Draw.Odd((ulong)(3 * seed + stream), (ulong)e, 31))];

        return (Odd(geometry.InputLength, 0), Odd(geometry.WeightLength, 1), Odd(geometry.OutputLength, 2));
    }

    private static Property Equal(ConvolutionCase instance, double[] expected, double[] actual) =>
        expected.SequenceEqual(actual).Label(
            $"[{string.Join(" ", expected)}] and [{string.Join(" ", actual)}]\n{instance}\n{PropertyRun.HowToReplay(instance)}");
}
