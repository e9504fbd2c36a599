using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class SumOfDiceTests
{
    /// <summary>One way in six for each face; face f stands at f − 1.</summary>
    private static readonly int[] Die = [1, 1, 1, 1, 1, 1];

    [Test, Formula("S1.05")]
    public void Two_dice_show_2_to_12_in_36_ways() =>
        Assert.That(SumOfDice<int>.Independent(Die, Die), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1 }));

    [Test, Formula("S1.05")]
    public void A_coin_and_a_loaded_die_need_not_be_alike() =>
        Assert.That(SumOfDice<int>.Independent([1, 10], [1, 2, 3]), Is.EqualTo(new[] { 1, 12, 23, 30 }));

    [Test, Formula("S1.05"), Erratum("E25")]
    public void The_convolution_is_the_distribution_of_the_sum_only_for_independent_dice()
    {
        int[,] independent = new int[6, 6], sameDieTwice = new int[6, 6];
        for (int k = 0; k < 6; k++)
        {
            for (int l = 0; l < 6; l++)
                independent[k, l] = Die[k] * Die[l];
            sameDieTwice[k, k] = 6;
        }

        Assert.That(SumOfDice<int>.OfJoint(independent), Is.EqualTo(SumOfDice<int>.Independent(Die, Die)));

        // Out of 36 as well: a sum of 2 has 6 ways where the convolution says 1, that is 1/6 and not 1/36.
        Assert.That(SumOfDice<int>.OfJoint(sameDieTwice), Is.EqualTo(new[] { 6, 0, 6, 0, 6, 0, 6, 0, 6, 0, 6 }));
    }

    [Test]
    public void The_joint_distribution_may_have_any_shape() =>
        Assert.That(SumOfDice<int>.OfJoint(new[,] { { 1, 2, 4 }, { 8, 16, 32 } }), Is.EqualTo(new[] { 1, 10, 20, 32 }));

    [Test]
    public void A_distribution_over_nothing_is_refused()
    {
        Assert.That(
            () => SumOfDice<int>.Independent([], Die), Throws.ArgumentException.With.Message.EqualTo("signal size D must be ≥ 1, was 0"));
        Assert.That(() => SumOfDice<int>.Independent(Die, []), Throws.ArgumentException);
        Assert.That(() => SumOfDice<int>.OfJoint(new int[0, 2]), Throws.ArgumentException);
        Assert.That(() => SumOfDice<int>.OfJoint(new int[2, 0]), Throws.ArgumentException);
        Assert.That(SumOfDice<int>.Independent([1], [1]), Is.EqualTo(new[] { 1 }), "a die with one face is a certainty");
    }

    [Test]
    public void Sums_start_from_the_additive_identity_and_not_from_an_empty_array()
    {
        BiasedNumber[] p = BiasedNumber.From([1, 10]), q = BiasedNumber.From([1, 2, 3]);
        BiasedNumber[,] joint = BiasedNumber.From(new[,] { { 1, 2, 4 }, { 8, 16, 32 } });

        Assert.That(BiasedNumber.Values(SumOfDice<BiasedNumber>.Independent(p, q)), Is.EqualTo(new[] { 1, 12, 23, 30 }));
        Assert.That(BiasedNumber.Values(SumOfDice<BiasedNumber>.OfJoint(joint)), Is.EqualTo(new[] { 1, 10, 20, 32 }));
    }
}
