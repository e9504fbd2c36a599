using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

public sealed class GraderTests
{
    private static readonly Operands<float> Three = new(
        ConvolutionGeometry.SingleChannel(new Axis(3, 1)), ConvolutionOperator.Forward, false, [1f, 2f, 3f], [1f]);

    [TestCase(0.0, -0.0, 0, false)]
    [TestCase(double.NaN, double.NaN, 0, false)]
    [TestCase(double.NaN, 1, 9, true)]
    [TestCase(1, double.NaN, 9, true)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity, 0, false)]
    [TestCase(double.PositiveInfinity, double.NegativeInfinity, 9, true)]
    [TestCase(double.PositiveInfinity, 1, double.PositiveInfinity, true)]
    [TestCase(1, double.PositiveInfinity, 9, true)]
    [TestCase(1, 3, 2, false)]
    [TestCase(1, 3.0000001, 2, true)]
    [TestCase(1, 1.0000001, 0, true)]
    public void Wrong_is_what_is_neither_equal_nor_as_near_as_is_legal(double expected, double actual, double tolerance, bool isWrong) =>
        Assert.That(Deviation.IsWrong(expected, actual, tolerance), Is.EqualTo(isWrong));

    [Test]
    public void The_margin_is_the_greatest_error_over_its_bound()
    {
        Finding finding = Grader.Grade(Vector([1, 2, 3], [1, 1, 4]), [1.5f, 2f, 2f]);

        Assert.That((finding.Standing, finding.Margin, finding.Outputs), Is.EqualTo((Standing.Holds, 0.5, 3L)));
    }

    [Test]
    public void The_first_wrong_result_is_named_and_all_are_counted()
    {
        Finding finding = Grader.Grade(Vector([1, 2, 3], [0.25, 0.5, 0.25]), [1f, 3f, 2f]);

        Assert.That(finding.Fault, Is.EqualTo("y[0, 0, 1] expected 2 within 0.5, got 3; 2 of 3 outputs are wrong"));
        Assert.That(
            (finding.Standing, finding.Evidence!.First, finding.Evidence.Wrong, finding.Margin), Is.EqualTo((Standing.Broken, 1, 2, 4.0)));
        Assert.That(new[] { 0, 1, 2 }.Select(finding.Evidence.IsWrong), Is.EqualTo(new[] { false, true, true }));
    }

    [Test]
    public void A_result_that_was_never_written_is_said_to_be() =>
        Assert.That(
            Grader.Grade(Vector([1, 2, 3], null), [1f, 2f, NumberFormat<float>.Unwritten]).Fault,
            Is.EqualTo("y[0, 0, 2] expected 3, was never written, or added to what stood there; 1 of 3 outputs are wrong"));

    [Test]
    public void Errors_that_are_legal_one_by_one_may_be_too_many_together()
    {
        TestVector<float> vector = Vector([1, 2, 3], [1, 1, 1]) with { Deviation = [0.5, 0.25, 0], VarianceLimit = 4.9 };

        Assert.That(Grader.Grade(vector, [1.5f, 2f, 4f]).Standing, Is.EqualTo(Standing.Holds));   // (½/½)² = 1; where nothing is summed nothing counts
        Assert.That(
            Grader.Grade(vector, [1.5f, 2.5f, 3f]).Fault,                                          // (½/½)² + (½/¼)² = 5
            Is.EqualTo("every error is legal, all together are not: Σ(error/u·b)² is 5, must be ≤ 4.9"));
        Evidence evidence = Grader.Grade(vector, [1.5f, 2.5f, 3f]).Evidence!;
        Assert.That((evidence.First, evidence.Wrong, evidence.Actual[1]), Is.EqualTo((1, 0, 2.5)), "the greatest error, which is legal");
        Assert.That(Grader.Grade(vector with { VarianceLimit = 5 }, [1.5f, 2.5f, 3f]).Standing, Is.EqualTo(Standing.Holds));
    }

    private static TestVector<float> Vector(double[] expected, double[]? tolerance) =>
        new(Three, expected, tolerance) { SmallestFault = 1, IsWeak = false };
}
