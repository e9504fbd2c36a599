using NUnit.Framework;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Verification.Judging;

public sealed class ExactnessTests
{
    [TestCase(0, 0.25, 0)]
    [TestCase(1, 0.25, 1 / 3.0)]   // ¼ / ¾
    [TestCase(3, 0.25, 3)]         // ¾ / ¼
    [TestCase(4, 0.25, double.PositiveInfinity)]
    public void Gamma_is_nu_over_1_minus_nu(long n, double u, double gamma) =>
        Assert.That(Exactness.Gamma(n, u), Is.EqualTo(gamma).Within(1).Ulps);

    // u = 1/8, L = 2, b = 6, y = 4, τ = 1/2, the greatest term 3; the oracle exact
    [TestCase("direct", (6 / 3.0) + 1)]                                 // γ = ¼/¾ = 1/3
    [TestCase("wide", 0.5 + (9 / 8.0 * 6 / 31) + 1)]                    // u·4, and γ of u² = 1/64 is (1/32)/(31/32)
    [TestCase("reduced:2", (6 * 13 / 12.0) + 1)]                        // (5/4)²·4/3 − 1 = 13/12
    [TestCase("transforming:5", (5 * 2 * 3 / 8.0) + 1)]
    public void Tolerances_are_those_of_the_formulas(string text, double expected)
    {
        double[] tolerance = Exactness.Parse(text).Tolerance(
            [6, 0], [4, 0], terms: 2, largest: 3, unitRoundoff: 0.125, smallestSubnormal: 0.5, oracleRoundoff: 0);
        double[] withOracle = Exactness.Parse(text).Tolerance(
            [6, 0], [4, 0], terms: 2, largest: 3, unitRoundoff: 0.125, smallestSubnormal: 0.5, oracleRoundoff: 1 / 16.0);

        Assert.That(tolerance[0], Is.EqualTo(expected).Within(4).Ulps);
        Assert.That(withOracle[0], Is.EqualTo(expected + (6 / 7.0)).Within(4).Ulps);   // (1/8)/(7/8) of 6
        Assert.That(tolerance[1], Is.EqualTo(text.StartsWith('t') ? expected : 1), "where nothing is summed only the norm leaves room");
    }

    [TestCase("direct")]
    [TestCase("wide")]
    [TestCase("reduced:11")]
    [TestCase("transforming:2.5")]
    public void A_class_is_read_back_as_it_is_written(string text) => Assert.That(Exactness.Parse(text).ToString(), Is.EqualTo(text));

    [TestCase("")]
    [TestCase("exact")]
    [TestCase("direct:1")]
    [TestCase("reduced")]
    [TestCase("reduced:x")]
    [TestCase("reduced:1")]
    [TestCase("reduced:54")]
    [TestCase("transforming:0")]
    [TestCase("transforming:-1")]
    [TestCase("transforming:NaN")]
    [TestCase("transforming:1e999")]
    public void A_class_that_is_none_is_refused(string text) => Assert.That(() => Exactness.Parse(text), Throws.ArgumentException);

    [TestCase(Fill.Structure, 4, 15, 15)]
    [TestCase(Fill.Structure, 8, 31, 31)]
    [TestCase(Fill.PrecisionOfFirst, 11, 2047, 1)]
    [TestCase(Fill.PrecisionOfSecond, 8, 1, 255)]
    [TestCase(Fill.PrecisionOfFirst, 24, 1_677_721, 1)]   // 2²⁴ / 10
    public void Fills_are_no_wider_than_the_operands_that_a_class_keeps(Fill fill, int bits, long first, long second) =>
        Assert.That(Exactness.Reduced(bits).Range(fill, terms: 10, significandBits: 24), Is.EqualTo(new ExactRange(first, second)));

    [TestCase("direct", 1L << 60, true)]
    [TestCase("reduced:6", 64, true)]
    [TestCase("reduced:6", 65, false)]
    public void A_class_keeps_integers_up_to_its_bits(string text, long magnitude, bool keeps) =>
        Assert.That(Exactness.Parse(text).Keeps(magnitude), Is.EqualTo(keeps));
}
