using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class BlurTests
{
    [Test, Formula("S1.07")]
    public void A_point_of_light_becomes_the_blur_circle()
    {
        double[,] circle = Kernels.Disk(2);

        Assert.That(Blur<double>.OutOfFocus(new double[,] { { 1 } }, circle), Is.EqualTo(circle));
    }

    [Test, Formula("S1.07")]
    public void A_constant_image_is_unchanged_away_from_its_borders()
    {
        double[,] constant = new double[7, 8];
        for (int i = 0; i < 7; i++)
            for (int j = 0; j < 8; j++)
                constant[i, j] = 4;

        double[,] blurred = Blur<double>.OutOfFocus(constant, Kernels.Disk(1));

        // Five roundings of products and of sums below 4 each: 10 · 4 · 2⁻⁵³.
        const double Rounding = 40 / 9007199254740992.0;
        for (int i = 2; i < 7; i++)
            for (int j = 2; j < 8; j++)
                Assert.That(blurred[i, j], Is.EqualTo(4).Within(Rounding), $"at {i},{j}");
        Assert.That(blurred[1, 4], Is.LessThan(4), "at the border, light is missing");
    }

    [Test, Formula("S1.07")]
    public void No_light_is_lost()
    {
        int[,] image = { { 1, 2, 3 }, { 4, 5, 6 } };
        int[,] circle = { { 0, 1, 0 }, { 1, 1, 1 }, { 0, 1, 0 } };

        Assert.That(Blur<int>.OutOfFocus(image, circle).Cast<int>().Sum(), Is.EqualTo(21 * 5));
    }

    [Test, Formula("S1.07")]
    public void Each_pixel_spreads_over_its_own_copy_of_the_circle() =>
        Assert.That(
            Blur<int>.OutOfFocus(new[,] { { 1, 2 }, { 3, 4 } }, new[,] { { 1, 10, 100 } }),
            Is.EqualTo(new[,] { { 1, 12, 120, 200 }, { 3, 34, 340, 400 } }));

    [Test]
    public void No_image_and_no_circle_are_refused()
    {
        int[,] one = { { 1 } };

        Assert.That(() => Blur<int>.OutOfFocus(new int[0, 2], one),
            Throws.ArgumentException.With.Message.EqualTo("signal size D must be ≥ 1, was 0"));
        Assert.That(() => Blur<int>.OutOfFocus(new int[2, 0], one), Throws.ArgumentException);
        Assert.That(() => Blur<int>.OutOfFocus(one, new int[0, 2]),
            Throws.ArgumentException.With.Message.EqualTo("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => Blur<int>.OutOfFocus(one, new int[2, 0]), Throws.ArgumentException);
    }

    [Test]
    public void Sums_start_from_the_additive_identity_and_not_from_an_empty_array()
    {
        BiasedNumber[,] I = BiasedNumber.From(new[,] { { 1, 2 }, { 3, 4 } }), circle = BiasedNumber.From(new[,] { { 1, 10, 100 } });

        Assert.That(
            BiasedNumber.Values(Blur<BiasedNumber>.OutOfFocus(I, circle)),
            Is.EqualTo(new[] { 1, 12, 120, 200, 3, 34, 340, 400 }));
    }
}
