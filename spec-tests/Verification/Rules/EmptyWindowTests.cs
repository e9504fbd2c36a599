using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

/// <summary>Windows of a pooling that see no input.</summary>
public sealed class EmptyWindowTests
{
    private static readonly Capabilities Claims = new() { Operators = ConvolutionOperators.Pooling };

    private static readonly ConvolutionOperator[] Greatest = [ConvolutionOperator.MaxPooling, ConvolutionOperator.MaxPoolingGradient];

    [Test]
    public void Minus_infinity_and_no_gradient_are_right([ValueSource(nameof(Greatest))] ConvolutionOperator op) =>
        Assert.That(Asked(op, float.NegativeInfinity, firstOfNothing: -1), Is.EqualTo(Standing.Holds));

    [TestCase(float.MinValue)]
    [TestCase(0)]
    [TestCase(float.NaN)]
    public void Any_other_greatest_of_nothing_is_told(float ofNothing) =>
        Assert.That(Asked(ConvolutionOperator.MaxPooling, ofNothing, firstOfNothing: -1), Is.EqualTo(Standing.Broken));

    [Test]
    public void A_gradient_of_nothing_that_goes_somewhere_is_told() =>
        Assert.That(Asked(ConvolutionOperator.MaxPoolingGradient, 0, firstOfNothing: 0), Is.EqualTo(Standing.Broken));

    [Test]
    public void Who_refuses_is_not_asked([ValueSource(nameof(Greatest))] ConvolutionOperator op)
    {
        var refuses = new InProcessCandidate<float>(
            "refuses", static (_, _) => throw new ArgumentException("a window lies in the padding alone"), Claims);

        Assert.That(new EmptyWindowRule<float>().Check(refuses, Instance(op)).Standing, Is.EqualTo(Standing.NotApplicable));
    }

    [Test]
    public void Another_exception_is_told()
    {
        var fails = new InProcessCandidate<float>("fails", static (_, _) => throw new InvalidOperationException("of its own"), Claims);

        Assert.That(
            new EmptyWindowRule<float>().Check(fails, Instance(ConvolutionOperator.MaxPooling)).Standing, Is.EqualTo(Standing.Broken));
    }

    [Test]
    public void A_mean_is_not_asked() =>
        Assert.That(Asked(ConvolutionOperator.AveragePooling, 0, -1), Is.EqualTo(Standing.NotApplicable));

    /// <summary>A window of padding on each side of 65,540 taps makes 10¹⁰ pairs.</summary>
    [Test]
    public void A_kernel_of_very_many_taps_is_not_asked()
    {
        var large = new OperatorCase(
            new ConvolutionGeometry(1, 1, 1, 1, new Axis(65_541, 65_540)), ConvolutionOperator.MaxPooling, seed: 3, flag: false);
        var never = new InProcessCandidate<float>("never", static (_, _) => throw new InvalidOperationException("was asked"), Claims);

        Assert.That(new EmptyWindowRule<float>().Check(never, large).Standing, Is.EqualTo(Standing.NotApplicable));
    }

    private static Standing Asked(ConvolutionOperator op, float ofNothing, int firstOfNothing)
    {
        var candidate =
            new InProcessCandidate<float>("loops", (operands, result) => Pool(operands, result, ofNothing, firstOfNothing), Claims);
        return new EmptyWindowRule<float>().Check(candidate, Instance(op)).Standing;
    }

    private static OperatorCase Instance(ConvolutionOperator op) =>
        new(new ConvolutionGeometry(1, 1, 1, 1, new Axis(4, 3, 2), new Axis(5, 2)), op, seed: 3, flag: false);

    private static void Pool(Operands<float> operands, Span<float> result, float ofNothing, int firstOfNothing)
    {
        float[] x = operands.Inputs[0];
        result.Clear();
        foreach (Window window in operands.Geometry.Windows)
        {
            int greatest = firstOfNothing;
            foreach ((_, int i) in window.Pairs)
                greatest = greatest < 0 || x[i] > x[greatest] ? i : greatest;
            if (operands.Operator == ConvolutionOperator.MaxPooling)
                result[window.Output] = greatest < 0 ? ofNothing : x[greatest];
            else if (greatest >= 0)
                result[greatest] += operands.Inputs[1][window.Output];
        }
    }
}
