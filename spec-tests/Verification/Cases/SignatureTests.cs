using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

public sealed class SignatureTests
{
    private static readonly ConvolutionGeometry Geometry = new(2, 6, 9, 3, [new Axis(5, 3)]);
    private static readonly ConvolutionGeometry Pooled = new(2, 6, 6, 6, [new Axis(5, 3)]);

    [TestCase(ConvolutionOperator.Forward, false, "forward", "x[2, 6, 5], w[9, 2, 3] → y[2, 9, 3]")]
    [TestCase(ConvolutionOperator.Forward, true, "forward", "x[2, 6, 5], w[9, 2, 3], bias[9] → y[2, 9, 3]")]
    [TestCase(ConvolutionOperator.DataGradient, true, "data gradient", "w[9, 2, 3], dy[2, 9, 3] → dx[2, 6, 5]")]
    [TestCase(ConvolutionOperator.WeightGradient, true, "weight gradient", "x[2, 6, 5], dy[2, 9, 3] → dw[9, 2, 3]")]
    [TestCase(ConvolutionOperator.BiasGradient, true, "bias gradient", "dy[2, 9, 3] → db[9]")]
    [TestCase(ConvolutionOperator.MaxPooling, true, "max pooling", "x[2, 6, 5] → y[2, 6, 3]")]
    [TestCase(ConvolutionOperator.MaxPoolingGradient, true, "max pooling gradient", "x[2, 6, 5], dy[2, 6, 3] → dx[2, 6, 5]")]
    [TestCase(ConvolutionOperator.AveragePooling, true, "average pooling", "x[2, 6, 5] → y[2, 6, 3]")]
    [TestCase(ConvolutionOperator.AveragePoolingGradient, true, "average pooling gradient", "dy[2, 6, 3] → dx[2, 6, 5]")]
    public void An_operator_has_a_name_and_arrays(ConvolutionOperator op, bool hasBias, string name, string arrays)
    {
        ConvolutionGeometry geometry = ConvolutionOperators.Pooling.Contains(op) ? Pooled : Geometry;
        Signature signature = Signature.Of(geometry, op, hasBias);

        Assert.That(op.Name(), Is.EqualTo(name));
        Assert.That($"{string.Join(", ", signature.Inputs.Select(Text))} → {Text(signature.Result)}", Is.EqualTo(arrays));
        Assert.That(
            new OperatorCase(geometry, op, 1, hasBias).HasSecondOperand, Is.EqualTo(arrays.Contains("], ", StringComparison.Ordinal)));
    }

    [Test]
    public void Only_what_takes_a_greatest_input_is_not_linear() =>
        Assert.That(
            ConvolutionOperators.All.Where(static op => !op.IsMultilinear()),
            Is.EqualTo(new[] { ConvolutionOperator.MaxPooling, ConvolutionOperator.MaxPoolingGradient }));

    private static string Text(ArrayShape array) => $"{array.Name}[{string.Join(", ", array.Sizes)}]";
}
