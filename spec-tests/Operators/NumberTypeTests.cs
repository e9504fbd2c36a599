using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>
/// The same operators over every number of the platform that adds and multiplies: a kernel of digits over 1 2 3 4, gradients included.
/// </summary>
[TestFixture(typeof(int))]
[TestFixture(typeof(uint))]
[TestFixture(typeof(long))]
[TestFixture(typeof(Int128))]
[TestFixture(typeof(Half))]
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
[TestFixture(typeof(decimal))]
[TestFixture(typeof(BigInteger))]
[TestFixture(typeof(Complex))]
public sealed class NumberTypeTests<T>
    where T : INumberBase<T>
{
    private static readonly ConvolutionGeometry Geometry = ConvolutionGeometry.SingleChannel(new Axis(4, 3, padding: Padding.Half));

    [Test]
    public void Every_number_gives_the_same_sums()
    {
        foreach (IConvolution<T> convolution in new IConvolution<T>[] { new ScalarConvolution<T>(), new Im2ColConvolution<T>() })
        {
            (T[] y, T[] dx, T[] dw) = (new T[4], new T[4], new T[3]);
            convolution.Forward(Geometry, Of(1, 2, 3, 4), Of(1, 10, 100), Of(5), y);
            convolution.DataGradient(Geometry, Of(1, 10, 100), Of(1, 2, 3, 4), dx);
            convolution.WeightGradient(Geometry, Of(1, 2, 3, 4), Of(1, 2, 3, 4), dw);
            Assert.That(y, Is.EqualTo(Of(215, 326, 437, 48)));
            Assert.That(dx, Is.EqualTo(Of(12, 123, 234, 340)));
            Assert.That(dw, Is.EqualTo(Of(20, 30, 20)));
        }
    }

    private static T[] Of(params int[] numbers) => [.. numbers.Select(T.CreateChecked)];
}
