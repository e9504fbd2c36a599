using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>Where the im2col path goes for its products: MathNet for float and double, a plain loop for all other numbers.</summary>
public sealed class Im2ColConvolutionTests
{
    private static readonly ConvolutionGeometry Geometry = new(
        2, 4, 6, 2, new Axis(5, 3, 2, 1, Padding.Explicit(2, 1)), new Axis(4, 2, 1, 2, Padding.Explicit(0, 1), Border.Cyclic, 2));

    /// <summary>On small integers every order of summation is exact, so equality is demanded of each product engine.</summary>
    [TestCase(typeof(float))]
    [TestCase(typeof(double))]
    [TestCase(typeof(int))]
    [TestCase(typeof(decimal))]
    [TestCase(typeof(BigInteger))]
    public void Every_engine_gives_the_sums_of_the_scalar_path(Type number) =>
        GetType().GetMethod(nameof(SameSums))!.MakeGenericMethod(number).Invoke(this, null);

    public static void SameSums<T>()
        where T : INumberBase<T>
    {
        (IConvolution<T> scalar, IConvolution<T> columns) = (new ScalarConvolution<T>(), new Im2ColConvolution<T>());
        T[] x = Numbers<T>(Geometry.InputLength, 1);
        T[] w = Numbers<T>(Geometry.WeightLength, 2);
        T[] dy = Numbers<T>(Geometry.OutputLength, 3);
        T[] bias = Numbers<T>(Geometry.OutChannels, 4);
        Same(Geometry.OutputLength, (convolution, y) => convolution.Forward(Geometry, x, w, bias, y));
        Same(Geometry.OutputLength, (convolution, y) => convolution.Forward(Geometry, x, w, [], y));
        Same(Geometry.InputLength, (convolution, dx) => convolution.DataGradient(Geometry, w, dy, dx));
        Same(Geometry.WeightLength, (convolution, dw) => convolution.WeightGradient(Geometry, x, dy, dw));

        void Same(int length, Action<IConvolution<T>, T[]> compute)
        {
            (T[] expected, T[] actual) = (new T[length], new T[length]);
            compute(scalar, expected);
            compute(columns, actual);
            Assert.That(actual, Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_number_that_MathNet_does_not_know_keeps_all_its_digits()
    {
        // 10²⁰ + 1 is no double.
        var large = BigInteger.Pow(10, 20) + 1;
        var y = new BigInteger[1];
        new Im2ColConvolution<BigInteger>().Forward(ConvolutionGeometry.SingleChannel(new Axis(2, 2)), [large, 1], [large, 1], [], y);
        Assert.That(y[0], Is.EqualTo((large * large) + 1));
    }

    [Test]
    public void A_product_is_taken_in_the_precision_of_its_number()
    {
        // 2²⁴ + 1 is a double and no float.
        var geometry = ConvolutionGeometry.SingleChannel(new Axis(2, 2));
        var single = new float[1];
        var twice = new double[1];
        new Im2ColConvolution<float>().Forward(geometry, [1 << 24, 1], [1, 1], [], single);
        new Im2ColConvolution<double>().Forward(geometry, [1 << 24, 1], [1, 1], [], twice);
        Assert.That(single[0], Is.EqualTo((float)(1 << 24)));
        Assert.That(twice[0], Is.EqualTo((1 << 24) + 1.0));
    }

    private static T[] Numbers<T>(int length, int seed)
        where T : INumberBase<T> => [.. Enumerable.Range(1, length).Select(e => T.CreateChecked((((e * e) + (7 * seed * e)) % 31) - 15))];
}
