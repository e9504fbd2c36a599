using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Numbers;

namespace ReferenceConv.SpecTests.Numbers;

public sealed class DualTests
{
    /// <summary>Every a + bε with |a|, |b| ≤ 2.</summary>
    private static readonly Dual<int>[] Samples =
        [.. Enumerable.Range(-2, 5).SelectMany(a => Enumerable.Range(-2, 5).Select(b => new Dual<int>(a, b)))];

    [Test]
    public void Product_follows_the_product_rule() =>
        Assert.That(new Dual<int>(2, 3) * new Dual<int>(5, 7), Is.EqualTo(new Dual<int>(10, 2 * 7 + 3 * 5)));

    [Test]
    public void Epsilon_squared_is_zero_though_epsilon_is_not()
    {
        var epsilon = new Dual<int>(0, 1);

        Assert.That(epsilon, Is.Not.EqualTo(Dual<int>.AdditiveIdentity));
        Assert.That(epsilon * epsilon, Is.EqualTo(Dual<int>.AdditiveIdentity));
    }

    [Test]
    public void Ring_laws_hold()
    {
        foreach (Dual<int> a in Samples)
            foreach (Dual<int> b in Samples)
            {
                Assert.That((a + b, a * b), Is.EqualTo((b + a, b * a)));
                foreach (Dual<int> c in Samples)
                {
                    Assert.That((a + b + c, a * b * c), Is.EqualTo((a + (b + c), a * (b * c))));
                    Assert.That(a * (b + c), Is.EqualTo(a * b + a * c));
                }
            }
    }

    [Test]
    public void Default_and_the_empty_sum_are_zero()
    {
        Assert.That(default(Dual<BigInteger>), Is.EqualTo(Dual<BigInteger>.AdditiveIdentity));
        Assert.That(Dual<int>.Constant(4) + Dual<int>.AdditiveIdentity, Is.EqualTo(new Dual<int>(4, 0)));
    }

    [Test]
    public void Derivative_of_a_cube_is_three_squares()
    {
        var x = new Dual<BigInteger>(7, 1);

        Assert.That(x * x * x, Is.EqualTo(new Dual<BigInteger>(343, 3 * 49)));
        Assert.That((x * x * x).ToString(), Is.EqualTo("343 + 147ε"));
    }

    [Test]
    public void Factors_keep_their_order()
    {
        var product = new Dual<Trace>(Trace.Symbol("a"), Trace.Symbol("b")) * new Dual<Trace>(Trace.Symbol("c"), Trace.Symbol("d"));

        Assert.That((product.Value.ToString(), product.Derivative.ToString()), Is.EqualTo(("ac", "ad + bc")));
    }

    [Test]
    public void Correlation_is_linear_so_its_derivative_is_the_correlation_of_the_direction()
    {
        BigInteger[,] x = { { 1, -2, 3, 4 }, { 0, 5, -6, 7 }, { 8, 9, 1, -3 } };
        BigInteger[,] direction = { { 2, 0, -1, 3 }, { 1, 1, 4, -2 }, { -5, 6, 0, 7 } };
        BigInteger[,] w = { { 3, -1 }, { 2, 4 } };

        Dual<BigInteger>[,] y = Correlation<Dual<BigInteger>>.Valid(Along(x, direction), Along(w, new BigInteger[2, 2]));

        Assert.That(Map(y, v => v.Value), Is.EqualTo(Correlation<BigInteger>.Valid(x, w)));
        Assert.That(Map(y, v => v.Derivative), Is.EqualTo(Correlation<BigInteger>.Valid(direction, w)));
    }

    [Test]
    public void Derivative_in_one_weight_is_the_input_it_meets()
    {
        BigInteger[,] x = { { 1, 2, 3 }, { 4, 5, 6 } };
        BigInteger[,] w = { { 7, 8 } };

        Dual<BigInteger>[,] y =
            Correlation<Dual<BigInteger>>.Valid(Along(x, new BigInteger[2, 3]), Along(w, new BigInteger[,] { { 0, 1 } }));

        Assert.That(Map(y, v => v.Derivative), Is.EqualTo(new BigInteger[,] { { 2, 3 }, { 5, 6 } }));
    }

    private static Dual<BigInteger>[,] Along(BigInteger[,] values, BigInteger[,] direction)
    {
        var duals = new Dual<BigInteger>[values.GetLength(0), values.GetLength(1)];
        for (int i = 0; i < duals.GetLength(0); i++)
            for (int j = 0; j < duals.GetLength(1); j++)
                duals[i, j] = new(values[i, j], direction[i, j]);

        return duals;
    }

    private static BigInteger[,] Map(Dual<BigInteger>[,] duals, Func<Dual<BigInteger>, BigInteger> part)
    {
        var parts = new BigInteger[duals.GetLength(0), duals.GetLength(1)];
        for (int i = 0; i < parts.GetLength(0); i++)
            for (int j = 0; j < parts.GetLength(1); j++)
                parts[i, j] = part(duals[i, j]);

        return parts;
    }
}
