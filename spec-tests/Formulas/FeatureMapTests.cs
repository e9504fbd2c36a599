using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class FeatureMapTests
{
    [Test, Formula("S4.29")]
    public void A_feature_map_is_one_sum_wherever_the_kernel_fits() =>
        Assert.That(FeatureMap<int>.Of(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 321, 432, 543, 654, 765 }));

    [Test, Formula("S4.29")]
    public void The_nonlinearity_comes_after_the_sum() =>
        Assert.That(FeatureMap<int>.Of([1, -2, 3], [1, 1], Activation.Relu), Is.EqualTo(new[] { 0, 1 }));

    [Test, Formula("S4.11")]
    public void Slide_multiply_add_and_bend()
    {
        int[] x = [3, -1, 4, -1, 5], w = [1, 1];

        Assert.That(FeatureMap<int>.Of(x, w), Is.EqualTo(Correlation<int>.Valid(x, w)));
        Assert.That(FeatureMap<int>.Of([-4, 3, 3, -9], w, y => Math.Max(y, 0)), Is.EqualTo(new[] { 0, 6, 0 }));
    }

    [Test]
    public void The_kernel_must_fit()
    {
        Assert.That(FeatureMap<int>.Of([2, 3], [5, 7]), Is.EqualTo(new[] { 31 }));
        Assert.That(() => FeatureMap<int>.Of([1, 2], [1, 2, 3]), Refused.Because("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(() => FeatureMap<int>.Of([1, 2], []), Refused.Because("kernel size K must be in 1..D = 1..2, was 0"));
    }
}
