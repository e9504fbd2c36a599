using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Numbers;

namespace ReferenceConv.SpecTests.Numbers;

public sealed class WrapAroundTests
{
    [Test]
    public void Int_is_the_ring_of_integers_modulo_two_to_the_32()
    {
        int[,] x = { { int.MaxValue, int.MinValue, 123_456_789 } };
        int[,] w = { { 3, int.MinValue } };

        BigInteger[,] exact = Correlation<BigInteger>.Valid(
            new BigInteger[,] { { int.MaxValue, int.MinValue, 123_456_789 } },
            new BigInteger[,] { { 3, int.MinValue } });

        int[,] wrapped = Correlation<int>.Valid(x, w);

        Assert.That((wrapped[0, 0], wrapped[0, 1]), Is.EqualTo((Wrap(exact[0, 0]), Wrap(exact[0, 1]))));
        Assert.That((BigInteger)wrapped[0, 0], Is.Not.EqualTo(exact[0, 0]), "the sum does leave the range of int");
    }

    [Test]
    public void Rational_correlation_of_tenths_is_exact_where_double_is_not()
    {
        Rational tenth = new(1, 10);

        Rational[,] exact = Correlation<Rational>.Valid(new[,] { { tenth, tenth, tenth } }, new Rational[,] { { 1, 1, 1 } });
        double[,] rounded = Correlation<double>.Valid(new[,] { { 0.1, 0.1, 0.1 } }, new double[,] { { 1, 1, 1 } });

        Assert.That(exact[0, 0], Is.EqualTo(new Rational(3, 10)));
        Assert.That(rounded[0, 0], Is.Not.EqualTo(0.3));
    }

    private static int Wrap(BigInteger n) => unchecked((int)(uint)(n & uint.MaxValue));
}
