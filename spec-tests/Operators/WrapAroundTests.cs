using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>Arithmetic is unchecked: int is the ring mod 2³², so any order of summation gives the same bits.</summary>
public sealed class WrapAroundTests
{
    [Test]
    public void Sums_of_int_are_the_exact_sums_mod_2_to_the_32()
    {
        var geometry = new ConvolutionGeometry(1, 3, 2, 1, new Axis(4, 3, padding: Padding.Full), new Axis(4, 2, 2));
        int[] x = [.. Enumerable.Range(0, geometry.InputLength).Select(static e => unchecked((e + 1) * 1_640_531_527))];
        int[] w = [.. Enumerable.Range(0, geometry.WeightLength).Select(static e => unchecked((e + 1) * 1_103_515_245))];
        int[] bias = [int.MaxValue, int.MinValue];

        var exact = new BigInteger[geometry.OutputLength];
        new ScalarConvolution<BigInteger>().Forward(geometry, Big(x), Big(w), Big(bias), exact);
        int[] wrapped =
            [.. exact.Select(static sum => (int)(long)((((sum + (1L << 31)) % (1L << 32)) + (1L << 32)) % (1L << 32) - (1L << 31)))];

        var scalar = new int[geometry.OutputLength];
        var columns = new int[geometry.OutputLength];
        new ScalarConvolution<int>().Forward(geometry, x, w, bias, scalar);
        new Im2ColConvolution<int>().Forward(geometry, x, w, bias, columns);
        Assert.That(scalar, Is.EqualTo(wrapped));
        Assert.That(columns, Is.EqualTo(wrapped));
        Assert.That(exact.Select(BigInteger.Abs).Max(), Is.GreaterThan(new BigInteger(int.MaxValue)), "something did wrap");
    }

    private static BigInteger[] Big(int[] numbers) => [.. numbers.Select(static number => (BigInteger)number)];
}
