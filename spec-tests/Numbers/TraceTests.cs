using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Numbers;

namespace ReferenceConv.SpecTests.Numbers;

public sealed class TraceTests
{
    private static readonly int[,] I = { { 1, 0, 0, 1, 2 }, { 0, 0, 0, 3, 0 }, { 0, 1, 2, 1, 1 }, { 1, 1, 3, 0, 0 }, { 3, 0, 0, 0, 1 } };
    private static readonly int[,] K = { { 0, 0, 1 }, { 0, 2, 0 }, { 1, 1, 0 } };

    private static readonly Trace a = Trace.Symbol("a");
    private static readonly Trace b = Trace.Symbol("b");
    private static readonly Trace c = Trace.Symbol("c");

    [Test, Formula("S2.08")]
    public void Nine_products_of_the_second_lecture_come_out_of_the_code_that_sums_them()
    {
        Trace[,] y = Correlation<Trace>.Valid(Trace.Symbols("I", 5, 5), Trace.Symbols("K", 3, 3));

        Assert.That(y[0, 0].ToString(), Is.EqualTo(
            "I(0,0)K(0,0) + I(0,1)K(0,1) + I(0,2)K(0,2) + "
            + "I(1,0)K(1,0) + I(1,1)K(1,1) + I(1,2)K(1,2) + "
            + "I(2,0)K(2,0) + I(2,1)K(2,1) + I(2,2)K(2,2)"));
        Assert.That(y[2, 1].ToString(), Does.StartWith("I(2,1)K(0,0) + ").And.EndsWith(" + I(4,3)K(2,2)"));
    }

    [Test, Formula("S2.08")]
    public void The_lectures_line_comes_out_with_the_numbers_in()
    {
        Trace[,] y = Correlation<Trace>.Valid(Trace.Symbols("I", I), Trace.Symbols("K", K));

        Assert.That(y[0, 0].WithNumbers(), Is.EqualTo("1·0 + 0·0 + 0·1 + 0·0 + 0·2 + 0·0 + 0·1 + 1·1 + 2·0 = 1"));
        Assert.That(y[2, 2].Value, Is.EqualTo((Rational)1));
    }

    [Test]
    public void Sums_join_and_products_stand_side_by_side() =>
        Assert.That((a * b + c).ToString(), Is.EqualTo("ab + c"));

    [Test]
    public void Factor_of_several_summands_stands_in_parentheses()
    {
        Assert.That(((a + b) * c).ToString(), Is.EqualTo("(a + b)c"));
        Assert.That((c * (a + b)).ToString(), Is.EqualTo("c(a + b)"));
        Assert.That((a * b * c + (a + b) * (b + c)).ToString(), Is.EqualTo("abc + (a + b)(b + c)"));
        Assert.That(((a + b) * c * c).ToString(), Is.EqualTo("(a + b)cc"));
    }

    [Test]
    public void Empty_sum_prints_zero_vanishes_in_a_sum_and_empties_a_product()
    {
        Trace empty = Trace.AdditiveIdentity;

        Assert.That((empty.ToString(), empty.WithNumbers(), empty.Value), Is.EqualTo(("0", "0", (Rational?)0)));
        Assert.That((empty + a, a + empty, empty + empty), Is.EqualTo((a, a, empty)));
        Assert.That((empty * a, a * empty), Is.EqualTo((empty, empty)));
        Assert.That(default(Trace), Is.EqualTo(empty));
    }

    [Test]
    public void Symbol_worth_zero_is_still_written() =>
        Assert.That((Trace.Symbol("z", 0) + a).ToString(), Is.EqualTo("z + a"));

    [Test]
    public void Negative_numbers_and_fractions_stand_in_parentheses()
    {
        Trace sum = Trace.Symbol("x", 2) * Trace.Symbol("y", -3) + Trace.Symbol("z", new Rational(1, 2));

        Assert.That(sum.WithNumbers(), Is.EqualTo("2·(-3) + (1/2) = -11/2"));
        Assert.That(((Trace.Symbol("x", 2) + Trace.Symbol("y", 1)) * Trace.Symbol("z", 5)).WithNumbers(), Is.EqualTo("(2 + 1)·5 = 15"));
    }

    [Test]
    public void Symbol_without_a_value_keeps_its_name_and_leaves_the_value_open()
    {
        Trace sum = Trace.Symbol("x", 2) * a + Trace.Symbol("y", 1);

        Assert.That((sum.WithNumbers(), sum.Value), Is.EqualTo(("2·a + 1", (Rational?)null)));
    }

    [Test]
    public void Signals_are_numbered_from_zero()
    {
        Assert.That(string.Join(' ', Trace.Symbols("x", 3)), Is.EqualTo("x(0) x(1) x(2)"));
        Assert.That(string.Join(' ', Trace.Symbols("x", [4, -1]).Select(x => x.WithNumbers())), Is.EqualTo("4 = 4 (-1) = -1"));
        Assert.That(Trace.Symbols("x", 2, 3)[1, 2].ToString(), Is.EqualTo("x(1,2)"));
    }

    [Test]
    public void Terms_are_the_summands_in_their_order_each_with_its_value()
    {
        Trace sum = Trace.Symbol("x", 2) * Trace.Symbol("y", -3) + ((a + b) * c + Trace.Symbol("z", 5));

        Assert.That(sum.Terms.Select(static term => term.ToString()), Is.EqualTo(new[] { "xy", "(a + b)c", "z" }));
        Assert.That(sum.Terms.Select(static term => term.Numbers), Is.EqualTo(new[] { "2·(-3)", "(a + b)·c", "5" }));
        Assert.That(sum.Terms.Select(static term => term.Value), Is.EqualTo(new Rational?[] { -6, null, 5 }));
        Assert.That(Trace.AdditiveIdentity.Terms, Is.Empty);
    }

    // A stack of a megabyte holds some ten thousand calls, and 2¹⁸ summands copied at each addition would be 2³⁵ copies.
    [Test]
    public void Sum_may_be_as_long_as_it_likes_from_either_side()
    {
        Trace left = default, right = default;
        for (int e = 0; e < 1 << 18; e++)
            (left, right) = (left + Trace.Symbol("x", 1), Trace.Symbol("x", 1) + right);

        Assert.That((left.Terms.Length, left.Value), Is.EqualTo((1 << 18, (Rational?)(1 << 18))));
        Assert.That(left, Is.EqualTo(right));
        Assert.That((left * a).ToString(), Does.StartWith("(x + x + ").And.EndsWith(" + x)a"));
    }

    [Test]
    public void Equal_is_what_reads_alike_and_is_worth_the_same()
    {
        Assert.That((a + b) + c, Is.EqualTo(a + (b + c)));
        Assert.That(((a + b) + c).GetHashCode(), Is.EqualTo((a + (b + c)).GetHashCode()));
        Assert.That(Trace.Symbol("x", 2), Is.Not.EqualTo(Trace.Symbol("x", 3)));
        Assert.That(Trace.Symbol("2", 2), Is.Not.EqualTo(Trace.Symbol("2")));
    }

    [Test]
    public void Order_of_summation_shows() =>
        Assert.That(a + b, Is.Not.EqualTo(b + a));
}
