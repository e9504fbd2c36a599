using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ShadowTests
{
    [Test, Formula("S1.06")]
    public void A_shadow_has_a_plateau_between_two_ramps()
    {
        int[] shadow = Shadow<int>.Cast([1, 1, 1], [1, 1, 1, 1, 1]);

        Assert.That(shadow, Is.EqualTo(new[] { 1, 2, 3, 3, 3, 2, 1 }));
        Assert.That(shadow, Has.Length.EqualTo(3 + 5 - 1));
        Assert.That(shadow.Count(s => s == 3), Is.EqualTo(3), "the umbra, where the whole light is blocked");
    }

    [Test, Formula("S1.06")]
    public void A_point_of_light_casts_the_obstacle_itself() =>
        Assert.That(Shadow<int>.Cast([1], [1, 0, 1, 1]), Is.EqualTo(new[] { 1, 0, 1, 1 }));

    [Test, Formula("S1.06")]
    public void A_light_that_is_brighter_at_one_end_casts_a_lopsided_shadow() =>
        Assert.That(Shadow<int>.Cast([1, 10], [1, 2, 3]), Is.EqualTo(new[] { 1, 12, 23, 30 }));

    [Test]
    public void No_light_and_no_obstacle_are_refused()
    {
        Assert.That(() => Shadow<int>.Cast([], [1]), Throws.ArgumentException.With.Message.EqualTo("signal size D must be ≥ 1, was 0"));
        Assert.That(() => Shadow<int>.Cast([1], []), Throws.ArgumentException);
    }

    [Test]
    public void Sums_start_from_the_additive_identity_and_not_from_an_empty_array() =>
        Assert.That(
            BiasedNumber.Values(Shadow<BiasedNumber>.Cast(BiasedNumber.From([1, 10]), BiasedNumber.From([1, 2, 3]))),
            Is.EqualTo(new[] { 1, 12, 23, 30 }));
}
