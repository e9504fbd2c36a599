using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Numbers;

namespace ReferenceConv.SpecTests.Numbers;

public sealed class RationalTests
{
    /// <summary>Every p/q with |p| ≤ 4 and 1 ≤ q ≤ 4, once each, and two too long for any machine number.</summary>
    private static readonly Rational[] Samples =
    [
        .. Enumerable.Range(-4, 9).SelectMany(p => Enumerable.Range(1, 4).Select(q => new Rational(p, q))).Distinct(),
        new(BigInteger.Pow(10, 40) + 1, 7),
        new(-3, BigInteger.Pow(2, 200)),
    ];

    [Test]
    public void Lowest_terms_with_a_positive_denominator()
    {
        var x = new Rational(6, -8);

        Assert.That((x.Numerator, x.Denominator), Is.EqualTo(((BigInteger)(-3), (BigInteger)4)));
        Assert.That(new Rational(-6, -8).ToString(), Is.EqualTo("3/4"));
        Assert.That(new Rational(0, -5).Denominator, Is.EqualTo(BigInteger.One));
    }

    [Test]
    public void Default_is_the_number_zero()
    {
        Rational zero = default;

        Assert.That(zero, Is.EqualTo(new Rational(0, 7)));
        Assert.That(zero.Denominator, Is.EqualTo(BigInteger.One));
        Assert.That(zero + new Rational(1, 3), Is.EqualTo(new Rational(1, 3)));
        Assert.That(Rational.AdditiveIdentity, Is.EqualTo(zero));
    }

    [Test]
    public void Addition_and_multiplication_commute()
    {
        foreach (Rational a in Samples)
            foreach (Rational b in Samples)
                Assert.That((a + b, a * b), Is.EqualTo((b + a, b * a)));
    }

    [Test]
    public void Addition_and_multiplication_associate_and_multiplication_distributes()
    {
        foreach (Rational a in Samples)
            foreach (Rational b in Samples)
                foreach (Rational c in Samples)
                {
                    Assert.That(a + b + c, Is.EqualTo(a + (b + c)));
                    Assert.That(a * b * c, Is.EqualTo(a * (b * c)));
                    Assert.That(a * (b + c), Is.EqualTo(a * b + a * c));
                }
    }

    [Test]
    public void Subtraction_undoes_addition_and_division_undoes_multiplication()
    {
        foreach (Rational a in Samples)
            foreach (Rational b in Samples)
            {
                Assert.That(a + b - b, Is.EqualTo(a));
                Assert.That(a - b, Is.EqualTo(a + -b));
                if (b != Rational.AdditiveIdentity)
                    Assert.That(a * b / b, Is.EqualTo(a));
            }
    }

    [Test]
    public void Identities_change_nothing()
    {
        foreach (Rational a in Samples)
            Assert.That((a + Rational.AdditiveIdentity, a * Rational.MultiplicativeIdentity), Is.EqualTo((a, a)));
    }

    [TestCase(1, 2, 1, 3, "5/6", "1/6", "1/6", "3/2")]
    [TestCase(-1, 2, 1, 2, "0", "-1", "-1/4", "-1")]
    [TestCase(3, 4, 5, 1, "23/4", "-17/4", "15/4", "3/20")]
    public void Arithmetic_is_that_of_fractions(int p, int q, int r, int s, string sum, string difference, string product, string quotient)
    {
        Rational a = new(p, q), b = new(r, s);

        Assert.That($"{a + b} {a - b} {a * b} {a / b}", Is.EqualTo($"{sum} {difference} {product} {quotient}"));
    }

    [Test]
    public void Order_is_that_of_the_number_line()
    {
        Rational third = new(1, 3), half = new(1, 2);

        Assert.That((third < half, half < third, half < new Rational(2, 4)), Is.EqualTo((true, false, false)));
        Assert.That((third <= half, half <= third, half <= new Rational(2, 4)), Is.EqualTo((true, false, true)));
        Assert.That((half > third, third > half, half > new Rational(2, 4)), Is.EqualTo((true, false, false)));
        Assert.That((half >= third, third >= half, half >= new Rational(2, 4)), Is.EqualTo((true, false, true)));
        Assert.That(-half < -third, Is.True);
    }

    [Test]
    public void Equal_numbers_have_equal_hashes()
    {
        Rational x = new(2, 4), y = new(1, 2);

        Assert.That((x == y, x != y, x.GetHashCode()), Is.EqualTo((true, false, y.GetHashCode())));
        Assert.That((x.Equals((object)y), x.Equals("1/2"), x == new Rational(1, 3)), Is.EqualTo((true, false, false)));
    }

    [TestCase(0.0, "0")]
    [TestCase(-0.0, "0")]
    [TestCase(0.5, "1/2")]
    [TestCase(-2.75, "-11/4")]
    [TestCase(3.0, "3")]
    [TestCase(0.1, "3602879701896397/36028797018963968")]
    [TestCase(9007199254740994.0, "9007199254740994")]
    public void Double_is_taken_exactly(double value, string fraction) =>
        Assert.That(Rational.FromDouble(value).ToString(), Is.EqualTo(fraction));

    [Test]
    public void Extreme_doubles_are_taken_exactly()
    {
        Assert.That(Rational.FromDouble(double.Epsilon), Is.EqualTo(new Rational(1, BigInteger.One << 1074)));
        Assert.That(Rational.FromDouble(2.2250738585072014e-308), Is.EqualTo(new Rational(1, BigInteger.One << 1022)));
        Assert.That(Rational.FromDouble(double.MaxValue), Is.EqualTo((Rational)new BigInteger(double.MaxValue)));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void Double_that_is_not_finite_is_refused(double value) =>
        Assert.That(() => Rational.FromDouble(value), Throws.ArgumentException.With.Message.EqualTo($"value must be finite, was {value}"));

    [Test]
    public void Zero_never_divides()
    {
        Assert.That(
            () => new Rational(3, 0), Throws.ArgumentException.With.Message.EqualTo("denominator must be ≠ 0, was 0 (numerator 3)"));
        Assert.That(
            () => new Rational(1, 2) / default(Rational),
            Throws.InstanceOf<DivideByZeroException>().With.Message.EqualTo("divisor must be ≠ 0, was 0 (dividend 1/2)"));
    }
}
