using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ImpulseRuleTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly OperatorCase Pairs =
        new(ConvolutionGeometry.SingleChannel(new Axis(3, 2)), ConvolutionOperator.Forward, seed: 1, flag: false);

    [Test]
    public void A_right_candidate_puts_every_product_where_it_belongs()
    {
        int held = 0;
        foreach (OperatorCase instance in Instances.Drawn(1, 25, 300, ConvolutionOperators.All))
        {
            Finding finding = new ImpulseRule<T>().Check(Answers<T>.Right, instance);
            Assert.That(finding.Fault, Is.Null, $"{instance}");
            held += finding.Standing == Standing.Holds ? 1 : 0;
        }

        Assert.That(held, Is.GreaterThan(25));
    }

    [Test]
    public void A_border_puts_one_product_in_several_places()
    {
        var bordered = new OperatorCase(
            ConvolutionGeometry.SingleChannel(new Axis(
                2, 1, padding: Padding.Explicit(1, 1), border: Border.Extended)), ConvolutionOperator.Forward, seed: 1, flag: false);

        Assert.That(new ImpulseRule<T>().Check(Answers<T>.Right, bordered).Standing, Is.EqualTo(Standing.Holds));
        Assert.That(
            new ImpulseRule<T>().Check(Answers<T>.Spoiled(static (_, result) => result[0] = T.Zero), bordered).Fault,
            Is.EqualTo("x[0, 0, 0]·w[0, 0, 0] belongs in y[0, 0, 0] and y[0, 0, 1], and lands in y[0, 0, 1]; first wrong at y[0, 0, 0]"));
    }

    [TestCase(-1, 1, "x[0, 0, 1]·w[0, 0, 1] belongs in y[0, 0, 0], and lands in y[0, 0, 1]; first wrong at y[0, 0, 0]")]
    [TestCase(-1, 0, "x[0, 0, 1]·w[0, 0, 1] is lost; it belongs in y[0, 0, 0]")]
    [TestCase(1, 0, "x[0, 0, 1]·w[0, 0, 1] belongs in y[0, 0, 0], and lands in y[0, 0, 0] ×2; first wrong at y[0, 0, 0]")]
    [TestCase(0, 1, "x[0, 0, 1]·w[0, 0, 1] belongs in y[0, 0, 0], and lands in y[0, 0, 0] and y[0, 0, 1]; first wrong at y[0, 0, 1]")]
    public void The_message_says_which_product_lands_where(int here, int there, string message)
    {
        InProcessCandidate<T> candidate = Answers<T>.Spoiled((operands, result) =>
        {
            T product = operands.Inputs[0][1] * operands.Inputs[1][1];
            result[0] += product * T.CreateChecked(here);
            result[1] += product * T.CreateChecked(there);
        });

        Assert.That(new ImpulseRule<T>().Check(candidate, Pairs).Fault, Is.EqualTo(message));
    }

    [Test]
    public void A_product_that_meets_nothing_must_land_nowhere() =>
        Assert.That(
            new ImpulseRule<T>().Check(
                Answers<T>.Spoiled(static (operands, result) => result[0] += operands.Inputs[0][0] * operands.Inputs[1][1]), Pairs).Fault,
            Is.EqualTo("x[0, 0, 0]·w[0, 0, 1] must land nowhere, and lands in y[0, 0, 0]"));

    [Test]
    public void Shapes_with_too_many_products_are_not_asked()
    {
        OperatorCase Of(int inputs) =>
            new(ConvolutionGeometry.SingleChannel(new Axis(inputs, 8)), ConvolutionOperator.Forward, seed: 1, flag: false);

        Assert.That(new ImpulseRule<T>().Check(Answers<T>.Right, Of(ImpulseRule<T>.MostCalls / 8)).Standing, Is.EqualTo(Standing.Holds));
        Assert.That(new ImpulseRule<T>().Check(Answers<T>.Right, Of((ImpulseRule<T>.MostCalls / 8) + 1)).Standing,
            Is.EqualTo(Standing.NotApplicable));
    }
}
