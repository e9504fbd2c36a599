using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// Whole layers as networks have them, numbers with every bit drawn: each sum lies within the bound of its terms,
/// |y − Σ x·w| ≤ γ(L)·Σ|x·w| + L·τ, the exact sum stood for by one of double, which brings its own γ.
/// </summary>
public sealed class LayerBoundTests
{
    private static readonly ConvolutionGeometry[] Layers =
    [
        Square(3, 16, 1, 64, 7, 2),
        Square(64, 64, 1, 56, 3, 1),
        Square(256, 64, 1, 56, 1, 1),
        Square(256, 256, 1, 28, 3, 2),
        Square(512, 512, 1, 7, 3, 1),
        Square(256, 256, 32, 28, 3, 1),
        Square(192, 192, 192, 28, 3, 1),
        Square(144, 144, 144, 56, 3, 2),
        Square(1, 1, 1, 1200, 5, 1),
    ];

    [Test]
    public void Every_output_lies_within_its_bound([ValueSource(nameof(Layers))] ConvolutionGeometry layer)
    {
        var numbers = new Reals<float>(layer);
        (double[] x, double[] w, double[] bias) = (Wide(numbers.X), Wide(numbers.W), Wide(numbers.Bias));
        float[] y = numbers.Forward(new Engine(Widest, null, Threads: 2));
        AssertWithin(layer.GroupInChannels, layer, y, Forward(layer, x, w, bias), Forward(layer, Abs(x), Abs(w), Abs(bias)));
    }

    [Test]
    public void Every_input_gradient_lies_within_its_bound([ValueSource(nameof(Layers))] ConvolutionGeometry layer)
    {
        var numbers = new Reals<float>(layer);
        (double[] w, double[] dy) = (Wide(numbers.W), Wide(numbers.Y));
        float[] dx = numbers.Transposed(new Engine(Widest, null, Threads: 2));
        AssertWithin(layer.GroupOutChannels, layer, dx, Transposed(layer, w, dy), Transposed(layer, Abs(w), Abs(dy)));
    }

    private static VectorWidth Widest => new FastConvolution<float>().Width;

    private static void AssertWithin(int channels, ConvolutionGeometry layer, float[] actual, double[] expected, double[] magnitudes)
    {
        double[] tolerance = Exactness.Direct.Tolerance(
            magnitudes,
            expected,
            (channels * layer.Relation.Taps) + 1,
            largest: 1,
            NumberFormat<float>.UnitRoundoff,
            NumberFormat<float>.SmallestSubnormal,
            NumberFormat<double>.UnitRoundoff);
        for (int e = 0; e < actual.Length; e++)
            if (!(Math.Abs(actual[e] - expected[e]) <= tolerance[e]))
                Assert.Fail($"{layer}: element {e} must be {expected[e]:R} ± {tolerance[e]:R}, is {actual[e]:R}");
    }

    private static double[] Forward(ConvolutionGeometry layer, double[] x, double[] w, double[] bias)
    {
        var y = new double[layer.OutputLength];
        new ScalarConvolution<double>().Forward(layer, x, w, bias, y);
        return y;
    }

    private static double[] Transposed(ConvolutionGeometry layer, double[] w, double[] dy)
    {
        var dx = new double[layer.InputLength];
        new ScalarConvolution<double>().DataGradient(layer, w, dy, dx);
        return dx;
    }

    private static ConvolutionGeometry Square(int inChannels, int outChannels, int groups, int side, int kernel, int stride)
    {
        var axis = new Axis(side, kernel, stride, padding: Padding.Half);
        return new ConvolutionGeometry(1, inChannels, outChannels, groups, axis, axis);
    }

    private static double[] Wide(float[] numbers) => Array.ConvertAll(numbers, static number => (double)number);

    private static double[] Abs(double[] numbers) => Array.ConvertAll(numbers, Math.Abs);
}
