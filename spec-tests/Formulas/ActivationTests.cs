using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ActivationTests
{
    [TestCase(-2, 0)]
    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(3, 3)]
    [Formula("S3.02", "S1.37")]
    public void Relu_keeps_what_is_positive(int x, int y) => Assert.That(Activation.Relu(x), Is.EqualTo(y));

    [Test, Formula("S3.02")]
    public void Relu_of_negative_zero_is_zero_because_it_is_not_positive() =>
        Assert.That(double.IsNegative(Activation.Relu(-0.0)), Is.False);

    [TestCase(-2.0, 0.0)]
    [TestCase(0.0, 0.0)]
    [TestCase(0.5, 1.0)]
    [TestCase(3.0, 1.0)]
    [Formula("S3.02")]
    public void The_derivative_of_relu_is_zero_at_zero_by_convention(double x, double slope) =>
        Assert.That(Activation.ReluDerivative(x), Is.EqualTo(slope));

    [Test, Formula("S3.02")]
    public void Away_from_zero_the_derivative_of_relu_is_its_difference_quotient([Values(-3, -1, 1, 4)] int x)
    {
        // With the step 1 from x towards the same side no kink is crossed.
        int step = Math.Sign(x);

        Assert.That((Activation.Relu(x + step) - Activation.Relu(x)) * step, Is.EqualTo(Activation.ReluDerivative(x)));
    }

    [Test, Formula("S4.02")]
    public void Softmax_turns_scores_into_proportions_of_exponentials()
    {
        double[] p = Activation.Softmax([Math.Log(1), Math.Log(2), Math.Log(5)]);

        // log, exp, two subtractions and a division: a few roundings of relative size 2⁻⁵³ each, and |log 5| < 2 carries its own into exp.
        Assert.That(p, Is.EqualTo(new[] { 0.125, 0.25, 0.625 }).Within(16 * Math.Pow(2, -53)));
    }

    [Test, Formula("S4.02")]
    public void Softmax_depends_on_differences_of_scores_only_and_does_not_overflow()
    {
        Assert.That(Activation.Softmax([1000, 1001, 1003]), Is.EqualTo(Activation.Softmax([0, 1, 3])));
        Assert.That(Activation.Softmax([-2000, -2000]), Is.EqualTo(new[] { 0.5, 0.5 }));
        Assert.That(Activation.Softmax([7]), Is.EqualTo(new[] { 1.0 }));
    }

    [Test]
    public void Softmax_needs_a_score() =>
        Assert.That(() => Activation.Softmax([]), Refused.Because("number of scores must be ≥ 1, was 0"));
}
