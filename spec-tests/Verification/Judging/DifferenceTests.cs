using NUnit.Framework;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Verification.Judging;

public sealed class DifferenceTests
{
    [Test]
    public void Equal_results_have_no_difference() => Assert.That(Difference.Between<int>([1, 2], [1, 2]), Is.Null);

    [Test]
    public void The_first_difference_is_named_and_all_are_counted() =>
        Assert.That(Difference.Between<int>([1, 2, 3, 4], [1, 0, 3, 5]), Is.EqualTo(new Difference(1, "2", "0", 2, 4)));

    [Test]
    public void The_last_bit_is_a_difference() =>
        Assert.That(Difference.Between<float>([1f], [float.BitIncrement(1f)]), Is.Not.Null);

    [Test]
    public void A_signed_zero_is_no_difference() => Assert.That(Difference.Between<double>([0.0, -0.0], [-0.0, 0.0]), Is.Null);

    [Test]
    public void Two_that_are_not_numbers_are_equal() => Assert.That(Difference.Between<double>([double.NaN], [-double.NaN]), Is.Null);

    [Test]
    public void A_number_and_one_that_is_not_differ()
    {
        Assert.That(Difference.Between<double>([1], [double.NaN]), Is.Not.Null);
        Assert.That(Difference.Between<double>([double.NaN], [1]), Is.Not.Null);
    }

    [Test]
    public void Infinities_are_equal_if_their_signs_are()
    {
        Assert.That(Difference.Between<float>([float.PositiveInfinity], [float.PositiveInfinity]), Is.Null);
        Assert.That(Difference.Between<float>([float.PositiveInfinity], [float.NegativeInfinity]), Is.Not.Null);
    }

    [Test]
    public void Results_of_different_lengths_are_refused()
    {
        Assert.That(() => Difference.Between<int>([1, 2], [1]),
            Throws.ArgumentException.With.Message.EqualTo("results must have the same length, were 2 and 1"));
        Assert.That(() => Difference.Between<int>([1], [1, 2]), Throws.ArgumentException);
    }
}
