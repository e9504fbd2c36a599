using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.IntegralTransforms;
using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.PropertyTests.Runs;
using ReferenceConv.PropertyTests.Signals;

namespace ReferenceConv.PropertyTests.Witnesses;

/// <summary>
/// The convolution theorem with MathNet.Numerics' FFT as a foreign witness: on integers the transform of the product, rounded, must be
/// equal, as long as its error is provably below ½.
/// </summary>
/// <remarks>
/// The bound. A radix-2 transform of length N = 2ᵐ has a relative error, in the 2-norm, of at most f = mη / (1 − mη) with η = μ + γ₄(√2 +
/// μ), where μ bounds the error of the twiddle factors, γₖ = ku / (1 − ku) and u = 2⁻⁵³ (Higham: Accuracy and Stability of Numerical
/// Algorithms, 2nd ed., Theorem 24.2). The factors are sines and cosines, good to an ulp, of k·π/N, whose rounding moves them by less than
/// 1.4·πu: μ &lt; 8u, and η &lt; 14u. The convolution is the inverse transform of a product of two transforms, which are √N‖x‖ and √N‖w‖
/// long; multiplying entry by entry adds √2γ₂ &lt; 3u (ibid., Lemma 3.5). The product is at most N‖x‖‖w‖ long, its inverse transform
/// √N‖x‖‖w‖. To first order every output is then wrong by at most (3f + 3u)·√N·‖x‖‖w‖; twice that covers the higher orders, because f &lt;
/// 10⁻¹².
/// </remarks>
[TestFixture]
public sealed class FourierTests
{
    private const double U = 1.1102230246251565e-16;

    [Law, Formula("S3.12")]
    public Property Full_convolution_is_the_rounded_inverse_transform_of_the_product(SignalCase instance)
    {
        double[] x = Wide(instance.X);
        double[] w = Wide(instance.A);
        var axis = Axis.Transposed(x.Length, w.Length);
        return Equal(ByOperator(axis, x, w), ByTransform(x, w, PowerOfTwo(axis.Input)), axis.Input);
    }

    [Law, Formula("S3.12")]
    public Property Cyclic_convolution_is_the_rounded_inverse_transform_of_the_product(SignalCase instance)
    {
        double[] x = Wide(instance.X);
        int length = PowerOfTwo(x.Length);
        Array.Resize(ref x, length);
        double[] w = Wide(instance.A);
        var axis = new Axis(length, w.Length, padding: Padding.Explicit(0, w.Length - 1), border: Border.Cyclic);
        return Equal(ByOperator(axis, x, w), ByTransform(x, w, length), length);
    }

    [Test]
    public void Numbers_too_large_for_the_bound_are_not_judged()
    {
        double[] huge = [.. Enumerable.Repeat(Math.Pow(2, 26), 8)];

        Assert.That(() => ByTransform(huge, huge, 16), Throws.ArgumentException.With.Message.Contains("must be < 0.5"));
    }

    /// <summary>x ∗ w: the data gradient with x in the place of dy.</summary>
    private static double[] ByOperator(Axis axis, double[] x, double[] w)
    {
        var y = new double[axis.Input];
        new ScalarConvolution<double>().DataGradient(ConvolutionGeometry.SingleChannel(axis), w, x, y);
        return y;
    }

    private static double[] ByTransform(double[] x, double[] w, int length)
    {
        double f = 14 * Math.Log2(length) * U / (1 - 14 * Math.Log2(length) * U);
        double error = 2 * (3 * f + 3 * U) * Math.Sqrt(length) * Norm(x) * Norm(w);
        if (error >= 0.5)
            throw new ArgumentException($"the error bound of the transform must be < 0.5, was {error}");

        Complex[] transform = Transform(x, length);
        Complex[] other = Transform(w, length);
        for (int n = 0; n < length; n++)
            transform[n] *= other[n];
        Fourier.Inverse(transform, FourierOptions.AsymmetricScaling);
        return Array.ConvertAll(transform, static value => Math.Round(value.Real));
    }

    private static Complex[] Transform(double[] x, int length)
    {
        var padded = new Complex[length];
        for (int n = 0; n < x.Length; n++)
            padded[n] = x[n];
        Fourier.Forward(padded, FourierOptions.AsymmetricScaling);
        return padded;
    }

    /// <summary>The numbers of an image on a line, up to ±128·1000.</summary>
    private static double[] Wide(int[,] image) => [.. image.Cast<int>().Select(static value => 1000.0 * value + 1)];

    private static double Norm(double[] x) => Math.Sqrt(x.Sum(static value => value * value));

    private static int PowerOfTwo(int least) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(least, 2));

    private static Property Equal(double[] expected, double[] actual, int length) =>
        expected.SequenceEqual(actual.Take(length)).Label($"[{string.Join(" ", expected)}] and [{string.Join(" ", actual)}]");
}
