using NUnit.Framework;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Verification.Judging;

public sealed class NumberFormatTests
{
    [Test]
    public void Float_has_24_bits_and_ends_at_2_to_the_127() => Assert.That(
        (NumberFormat<float>.SignificandBits, NumberFormat<float>.UnitRoundoff, NumberFormat<float>.LargestExponent,
            NumberFormat<float>.SmallestSubnormal, NumberFormat<float>.Name),
        Is.EqualTo((24, 1 / 16777216.0, 127, Math.ScaleB(1, -149), "float32")));

    [Test]
    public void Double_has_53_bits_and_ends_at_2_to_the_1023() => Assert.That(
        (NumberFormat<double>.SignificandBits, NumberFormat<double>.UnitRoundoff, NumberFormat<double>.LargestExponent,
            NumberFormat<double>.SmallestSubnormal, NumberFormat<double>.Name),
        Is.EqualTo((53, 1 / 9007199254740992.0, 1023, double.Epsilon, "float64")));

    [Test]
    public void What_a_result_is_filled_with_is_known_again_and_no_other_NaN_is()
    {
        Assert.That(NumberFormat<float>.IsUnwritten(NumberFormat<float>.Unwritten));
        Assert.That(NumberFormat<double>.IsUnwritten(NumberFormat<double>.Unwritten));
        Assert.That(NumberFormat<float>.IsUnwritten(float.NaN) || NumberFormat<float>.IsUnwritten(0f / One())
            || NumberFormat<float>.IsUnwritten(1f), Is.False);
        Assert.That(NumberFormat<double>.IsUnwritten(double.NaN)
            || NumberFormat<double>.IsUnwritten(double.PositiveInfinity - double.PositiveInfinity), Is.False);
    }

    [Test]
    public void What_is_only_added_to_stays_known()
    {
        Assert.That(NumberFormat<float>.IsUnwritten(NumberFormat<float>.Unwritten + One()));
        Assert.That(NumberFormat<double>.IsUnwritten(One() + NumberFormat<double>.Unwritten));
    }

    private static float One() => Environment.TickCount64 < 0 ? 2f : 1f;   // not folded by the compiler
}
