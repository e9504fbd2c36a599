using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Numbers;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Numbers;

public sealed class OperatorTests
{
    private static readonly ConvolutionGeometry Geometry = ConvolutionGeometry.SingleChannel(new Axis(3, 3, padding: Padding.Half));

    [Test]
    public void Operators_print_the_sums_they_compute_and_a_zero_border_leaves_no_term()
    {
        var convolution = new ScalarConvolution<Trace>();
        Trace[] x = Trace.Symbols("x", 3), w = Trace.Symbols("w", 3), g = Trace.Symbols("g", 3), y = new Trace[3], dx = new Trace[3], dw =
            new Trace[3];

        convolution.Forward(Geometry, x, w, [Trace.Symbol("b")], y);
        convolution.DataGradient(Geometry, w, g, dx);
        convolution.WeightGradient(Geometry, x, g, dw);

        Assert.That(y[0].ToString(), Is.EqualTo("b + x(0)w(1) + x(1)w(2)"));
        Assert.That(y[1].ToString(), Is.EqualTo("b + x(0)w(0) + x(1)w(1) + x(2)w(2)"));
        Assert.That(dx[0].ToString(), Is.EqualTo("w(1)g(0) + w(0)g(1)"));
        Assert.That(dw[0].ToString(), Is.EqualTo("x(0)g(1) + x(1)g(2)"));
    }

    [Test]
    public void Weight_gradient_is_the_derivative_that_dual_numbers_carry_through_forward()
    {
        BigInteger[] x = [2, -3, 5], w = [7, 11, -13], g = [1, -4, 6], dw = new BigInteger[3];
        new ScalarConvolution<BigInteger>().WeightGradient(Geometry, x, g, dw);

        for (int r = 0; r < 3; r++)
        {
            Dual<BigInteger>[] inputs = [.. x.Select(Dual<BigInteger>.Constant)];
            Dual<BigInteger>[] weights = [.. w.Select((v, tap) => new Dual<BigInteger>(v, tap == r ? 1 : 0))];
            var y = new Dual<BigInteger>[3];
            new ScalarConvolution<Dual<BigInteger>>().Forward(Geometry, inputs, weights, [], y);

            // ∂/∂w[r] Σ y[o] g[o].
            Assert.That(y.Zip(g, (v, scale) => v.Derivative * scale).Aggregate(BigInteger.Add), Is.EqualTo(dw[r]));
        }
    }

    [Test]
    public void Forward_is_linear_so_a_whole_step_gives_the_gradient_in_fractions_too()
    {
        Rational[] x = [new(1, 3), new(-2, 5), new(4, 7)], w = [new(1, 2), new(3, 4), -1], g = [new(5, 6), 2, new(-1, 9)];
        var dx = new Rational[3];
        new ScalarConvolution<Rational>().DataGradient(Geometry, w, g, dx);

        for (int i = 0; i < 3; i++)
        {
            Rational[] stepped = [.. x.Select((v, at) => at == i ? v + 1 : v)];
            Assert.That(Form(stepped, w, g) - Form(x, w, g), Is.EqualTo(dx[i]));
        }
    }

    /// <summary>T(x, w, g) = Σ y[o] g[o].</summary>
    private static Rational Form(Rational[] x, Rational[] w, Rational[] g)
    {
        var y = new Rational[3];
        new ScalarConvolution<Rational>().Forward(Geometry, x, w, [], y);
        return y.Zip(g, (v, scale) => v * scale).Aggregate((a, b) => a + b);
    }
}
