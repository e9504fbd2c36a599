using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.SpecTests.Verification.Runs;

public sealed class ComparisonTests
{
    private static readonly ConvolutionGeometry Geometry = new(1, 2, 3, 1, new Axis(4, 3), new Axis(5, 2));

    public static IEnumerable<ConvolutionOperator> Trilinear => ConvolutionOperators.Trilinear;

    [Test]
    public void A_right_candidate_is_equal_in_every_output([ValueSource(nameof(Trilinear))] ConvolutionOperator op, [Values] Fill fill)
    {
        Verdict verdict = Comparison.Of(new Im2ColConvolution<float>(), Geometry, op, fill, 1, hasBias: true);

        int outputs =
            op switch { ConvolutionOperator.Forward => 3 * 2 * 4, ConvolutionOperator.DataGradient => 2 * 4 * 5, _ => 3 * 2 * 3 * 2 };
        Assert.That(verdict, Is.EqualTo(new Verdict(Outcome.Equal, outputs)));
    }

    [Test]
    public void A_difference_is_told_with_its_coordinates()
    {
        Verdict verdict = Comparison.Of(Planted.LastOutput, Geometry, ConvolutionOperator.Forward, Fill.Structure, 1, hasBias: false);

        Assert.That(verdict.Outcome, Is.EqualTo(Outcome.Broken));
        Assert.That(verdict.Fault(Geometry, ConvolutionOperator.Forward),
            Does.Match(@"^y\[0, 2, 1, 3\] expected -?\d+, got -?\d+; 1 of 24 outputs differ$"));
    }

    [Test]
    public void What_a_candidate_throws_is_a_verdict()
    {
        var candidate = new Planted(static (_, _) => throw new InvalidOperationException("no"));

        Verdict verdict = Comparison.Of(candidate, Geometry, ConvolutionOperator.Forward, Fill.Structure, 1, hasBias: false);

        Assert.That(verdict.Outcome, Is.EqualTo(Outcome.Broken));
        Assert.That(verdict.Fault(Geometry, ConvolutionOperator.Forward), Is.EqualTo("the candidate threw InvalidOperationException: no"));
    }

    [Test]
    public void Too_little_memory_is_no_verdict()
    {
        var candidate = new Planted(static (_, _) => throw new InsufficientMemoryException());

        Assert.That(
            () => Comparison.Of(candidate, Geometry, ConvolutionOperator.Forward, Fill.Structure, 1, hasBias: false),
            Throws.InstanceOf<OutOfMemoryException>());
    }

    [Test]
    public void Where_not_even_ones_add_exactly_nothing_is_compared()
    {
        // A weight gradient sums N·|o| products; 2²⁴ fit in float, 2²⁴ + 1 do not.
        var fits = new ConvolutionGeometry(1 << 12, 1, 1, 1, new Axis(1 << 12, 1));
        var tooMany = new ConvolutionGeometry((1 << 12) + 1, 1, 1, 1, new Axis(1 << 12, 1));

        Assert.That(Outcomes(fits), Is.EqualTo(Outcome.Equal));
        Assert.That(Outcomes(tooMany), Is.EqualTo(Outcome.NotApplicable));

        static Outcome Outcomes(ConvolutionGeometry geometry) =>
            Comparison.Of(
                new Im2ColConvolution<float>(), geometry, ConvolutionOperator.WeightGradient, Fill.Structure, 1, hasBias: false).Outcome;
    }
}
