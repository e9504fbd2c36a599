using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

public sealed class OperandsTests
{
    private static readonly ConvolutionGeometry Geometry = new(1, 1, 1, 1, [new Axis(3, 2)]);

    [Test]
    public void Forward_is_applied_with_its_bias()
    {
        var operands = new Operands<float>(Geometry, ConvolutionOperator.Forward, false, [1, 2, 3], [10, 100], [0.5f]);

        Assert.That(operands.Bias.ToArray(), Is.EqualTo(new[] { 0.5f }));
        Assert.That(operands.Signature.Inputs, Has.Length.EqualTo(3));
        Assert.That(operands.Apply(new ScalarConvolution<float>()), Is.EqualTo(new[] { 210.5f, 320.5f }));
    }

    [Test]
    public void Forward_is_applied_without_a_bias()
    {
        var operands = new Operands<float>(Geometry, ConvolutionOperator.Forward, false, [1, 2, 3], [10, 100]);

        Assert.That(operands.Bias.IsEmpty);
        Assert.That(operands.Signature.Inputs, Has.Length.EqualTo(2));
        Assert.That(operands.Apply(new ScalarConvolution<float>()), Is.EqualTo(new[] { 210f, 320f }));
    }

    [TestCase(ConvolutionOperator.DataGradient, new[] { 10f, 100 }, new[] { 1f, 2 }, new[] { 10f, 120, 200 })]
    [TestCase(ConvolutionOperator.WeightGradient, new[] { 1f, 2, 3 }, new[] { 10f, 100 }, new[] { 210f, 320 })]
    public void A_gradient_is_applied(ConvolutionOperator op, float[] first, float[] second, float[] result) =>
        Assert.That(new Operands<float>(Geometry, op, false, first, second).Apply(new ScalarConvolution<float>()), Is.EqualTo(result));

    [Test]
    public void What_a_convolution_does_not_have_is_refused() =>
        Assert.That(
            () => new Operands<float>(Geometry, ConvolutionOperator.MaxPooling, false, [1, 2, 3]).Apply(new ScalarConvolution<float>()),
            Throws.ArgumentException.With.Message.EqualTo(
                "a convolution has the operators Forward, DataGradient, WeightGradient, was asked for MaxPooling"));

    [Test]
    public void Operands_are_the_same_in_double()
    {
        var operands = new Operands<float>(Geometry, ConvolutionOperator.Forward, false, [1, 0.1f, -3], [10, 100], [0.5f]);

        Assert.That(operands.ToDouble().Inputs, Is.EqualTo(new double[][] { [1, 0.1f, -3], [10, 100], [0.5] }));
    }

    [Test]
    public void Each_array_is_drawn_by_a_stream_of_its_own_within_its_range_and_a_bias_within_the_wider()
    {
        var geometry = new ConvolutionGeometry(1, 1, 100, 1, [new Axis(100, 1)]);
        Operands<float> drawn = Operands.Integers<float>(geometry, ConvolutionOperator.Forward, new ExactRange(1, 31), 5, hasBias: true);

        Assert.That(drawn.Inputs.Select(static input => input.Max()), Is.EqualTo(new[] { 1f, 31, 31 }));
        for (int input = 0; input < 3; input++)
        {
            int range = input == 0 ? 1 : 31;
            Assert.That(
                drawn.Inputs[input], Is.EqualTo(Enumerable.Range(0, 100).Select(e => Draw.Odd((ulong)(15 + input), (ulong)e, range))));
        }
    }
}
