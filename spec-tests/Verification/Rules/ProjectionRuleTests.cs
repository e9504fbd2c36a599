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
public sealed class ProjectionRuleTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static IEnumerable<ConvolutionOperator> Trilinear => ConvolutionOperators.Trilinear;

    [Test]
    public void A_right_candidate_has_every_projection_over_groups_and_borders()
    {
        int held = 0;
        foreach (OperatorCase instance in Instances.Drawn(7, 60, 3000, ConvolutionOperators.Trilinear))
        {
            Finding finding = new ProjectionRule<T>().Check(Answers<T>.Right, instance);
            Assert.That(finding.Fault, Is.Null, $"{instance}");
            held += finding.Standing == Standing.Holds ? 1 : 0;
        }

        Assert.That(held, Is.GreaterThan(60));
    }

    [Test]
    public void One_wrong_result_of_a_large_layer_is_seen([ValueSource(nameof(Trilinear))] ConvolutionOperator op)
    {
        InProcessCandidate<T> candidate = Answers<T>.Spoiled(static (_, result) => result[result.Length * 2 / 3] += T.One);

        Finding finding = new ProjectionRule<T>().Check(candidate, Layer(op, seed: 1));

        Assert.That(finding.Fault, Does.Match(@"^the projection of (y|dx|dw)\[\d+, \d+, \d+, \d+\] over channels expected -?\d+, got -?\d+; 1 of [\d,]+ positions are wrong$"));
    }

    [Test]
    public void A_single_NaN_is_seen([ValueSource(nameof(Trilinear))] ConvolutionOperator op) =>
        Assert.That(new ProjectionRule<T>().Check(Answers<T>.Spoiled(static (_, result) => result[^1] = T.NaN), Layer(op, seed: 1)).Standing, Is.EqualTo(Standing.Broken));

    [Test]
    public void Two_errors_that_cancel_in_a_plain_sum_are_seen_for_all_of_300_seeds()
    {
        var small = new ConvolutionGeometry(1, 2, 4, 1, new Axis(5, 3));
        InProcessCandidate<T> candidate = Answers<T>.Spoiled((_, result) =>
        {
            result[0] += T.One;
            result[small.Relation.Outputs] -= T.One;   // the next channel, the same place
        });

        for (ulong seed = 0; seed < 300; seed++)
            Assert.That(
                new ProjectionRule<T>().Check(candidate, new OperatorCase(small, ConvolutionOperator.Forward, seed, flag: false)).Standing,
                Is.EqualTo(Standing.Broken),
                $"seed {seed}");
    }

    private static OperatorCase Layer(ConvolutionOperator op, ulong seed)
    {
        var axis = new Axis(20, 3, padding: Padding.Half);
        return new OperatorCase(new ConvolutionGeometry(1, 32, 24, 2, axis, axis), op, seed, flag: false);
    }
}
