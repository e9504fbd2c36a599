using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Numbers;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>Any number that adds and multiplies, at any width, whatever the machine has.</summary>
public sealed class FastConvolutionTests
{
    private static readonly ConvolutionGeometry Layer = new(
        2, 4, 18, 2, new Axis(5, 3, 2, 1, Padding.Explicit(2, 1)), new Axis(14, 2, 1, 2, Padding.Explicit(0, 1)));

    [TestCase(typeof(int))]
    [TestCase(typeof(uint))]
    [TestCase(typeof(long))]
    [TestCase(typeof(ulong))]
    [TestCase(typeof(float))]
    [TestCase(typeof(double))]
    [TestCase(typeof(short))]
    [TestCase(typeof(Half))]
    [TestCase(typeof(decimal))]
    [TestCase(typeof(Int128))]
    [TestCase(typeof(Complex))]
    [TestCase(typeof(BigInteger))]
    public void Every_number_gives_the_sums_of_the_scalar_path(Type number) =>
        GetType().GetMethod(nameof(SameSums))!.MakeGenericMethod(number).Invoke(this, null);

    public static void SameSums<T>()
        where T : INumberBase<T>
    {
        foreach (int threads in new[] { 1, 2 })
            foreach (Engine engine in Engine.All(threads))
                Same(engine.Convolution<T>(), static n => T.CreateChecked(n), $"{engine}");
    }

    [Test]
    public void Fractions_give_the_sums_of_the_scalar_path(
        [Values(1, 2)] int threads, [ValueSource(typeof(Engine), nameof(Engine.Tilings))] Tiling? tiling) =>
        Same(new FastConvolution<Rational>(threads, tiling: tiling), static n => new Rational(n, 3 + (n % 2)), "fractions");

    [Test]
    public void A_number_that_no_vector_holds_keeps_all_its_digits()
    {
        // 10²⁰ + 1 is no double.
        var large = BigInteger.Pow(10, 20) + 1;
        var y = new BigInteger[1];
        new FastConvolution<BigInteger>().Forward(ConvolutionGeometry.SingleChannel(new Axis(2, 2)), [large, 1], [large, 1], [], y);
        Assert.That(y[0], Is.EqualTo((large * large) + 1));
    }

    [Test]
    public void The_width_in_use_is_the_one_that_was_asked_for([Values] VectorWidth width) =>
        Assert.That(new FastConvolution<float>(width: width).Width, Is.EqualTo(width));

    [Test]
    public void The_width_is_the_widest_of_the_machine_if_none_is_asked_for() =>
        Assert.That(new FastConvolution<double>().Width, Is.EqualTo(
            System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
            : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
            : VectorWidth.Bits128));

    [Test]
    public void Numbers_that_no_vector_holds_go_one_at_a_time([Values] VectorWidth width)
    {
        Assert.That(new FastConvolution<BigInteger>(width: width).Width, Is.EqualTo(VectorWidth.Scalar));
        Assert.That(new FastConvolution<decimal>().Width, Is.EqualTo(VectorWidth.Scalar));
    }

    private static void Same<T>(FastConvolution<T> fast, Func<int, T> number, string who)
        where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
    {
        var scalar = new ScalarConvolution<T>();
        T[] x = Numbers(Layer.InputLength, 1, number);
        T[] w = Numbers(Layer.WeightLength, 2, number);
        T[] dy = Numbers(Layer.OutputLength, 3, number);
        T[] bias = Numbers(Layer.OutChannels, 4, number);
        Same(Layer.OutputLength, (convolution, y) => convolution.Forward(Layer, x, w, bias, y));
        Same(Layer.OutputLength, (convolution, y) => convolution.Forward(Layer, x, w, [], y));
        Same(Layer.InputLength, (convolution, dx) => convolution.DataGradient(Layer, w, dy, dx));
        Same(Layer.WeightLength, (convolution, dw) => convolution.WeightGradient(Layer, x, dy, dw));

        void Same(int length, Action<IConvolution<T>, T[]> compute)
        {
            (T[] expected, T[] actual) = (new T[length], new T[length]);
            compute(scalar, expected);
            compute(fast, actual);
            Assert.That(actual, Is.EqualTo(expected), who);
        }
    }

    private static T[] Numbers<T>(int length, int seed, Func<int, T> number) =>
        [.. Enumerable.Range(1, length).Select(e => number(((e * e) + (7 * seed * e)) % 8))];
}
