using MathNet.Numerics.LinearAlgebra;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Witnesses;

/// <summary>
/// A convolution is a matrix: row o has w[r] at column s·o − p + d·r. Here the matrix is filled from that sentence alone and multiplied by
/// MathNet, on integers, where a double is exact.
/// </summary>
internal static class Toeplitz
{
    /// <summary>Whether a formula or an operator, forward or gradient, disagrees with the matrix on any of a grid of sizes.</summary>
    public static bool Differs()
    {
        foreach (int size in new[] { 1, 2, 5, 8 })
            foreach (int kernel in new[] { 1, 2, 3 })
                foreach (int stride in new[] { 1, 2, 3 })
                    foreach (int dilation in new[] { 1, 2 })
                        foreach ((int begin, int end) in new[] { (0, 0), (1, 0), (0, 2), (2, 1) })
                        {
                            int room = size + begin + end - (dilation * (kernel - 1)) - 1;
                            if (room >= 0 && Differs(size, kernel, stride, dilation, begin, end, (room / stride) + 1))
                                return true;
                        }

        return false;
    }

    private static bool Differs(int size, int kernel, int stride, int dilation, int begin, int end, int outputs)
    {
        double[] x = Numbers(size, 1);
        double[] w = Numbers(kernel, 2);
        double[] g = Numbers(outputs, 3);
        Matrix<double> matrix = Matrix<double>.Build.Dense(outputs, size);
        for (int o = 0; o < outputs; o++)
            for (int r = 0; r < kernel; r++)
                if ((stride * o) - begin + (dilation * r) is var i && i >= 0 && i < size)
                    matrix[o, i] += w[r];
        double[] expected = [.. matrix * Vector<double>.Build.Dense(x)];
        double[] expectedGradient = [.. matrix.TransposeThisAndMultiply(Vector<double>.Build.Dense(g))];

        var geometry = ConvolutionGeometry.SingleChannel(new Axis(size, kernel, stride, dilation, Padding.Explicit(begin, end)));
        var y = new double[geometry.OutputLength];
        var dx = new double[geometry.InputLength];
        new ScalarConvolution<double>().Forward(geometry, x, w, [], y);
        new ScalarConvolution<double>().DataGradient(geometry, w, g, dx);
        if (!y.SequenceEqual(expected) || !dx.SequenceEqual(expectedGradient))
            return true;

        bool isLectures = dilation == 1 && begin == 0 && end == 0;
        return isLectures
            && (!Stride<double>.Direct(x, w, stride).SequenceEqual(expected)
                || (stride == 1 && !Correlation<double>.Valid(x, w).SequenceEqual(expected))
                || (stride == 1 && !Backpropagation<double>.ToInput(g, w).SequenceEqual(expectedGradient)));
    }

    private static double[] Numbers(int length, ulong seed) =>
        [.. Enumerable.Range(0, length).Select(e => (double)Draw.Odd(seed, (ulong)e, 31))];
}
