using NUnit.Framework;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Verification.Rules;

/// <summary>A candidate that claims a transforming class and transforms some shapes only.</summary>
public sealed class DirectShapeRuleTests
{
    private static readonly CheckPlan Plan = new(Seed: 1, Cases: 60, LayerMultiplyAdds: 0);

    private static readonly Capabilities Transforming =
        new() { Operators = [ConvolutionOperator.Forward], Exactness = Exactness.Transforming(50) };

    [Test]
    public void Subnormals_taken_for_zero_on_shapes_that_are_not_transformed_are_told()
    {
        InProcessCandidate<float> flushing =
            Answers<float>.OfNumbers(static (_, number) => float.IsSubnormal(number) ? 0 : number, Transforming);

        Assert.That(Broken(flushing), Is.EqualTo(new[] { "direct shapes" }));
    }

    [Test]
    public void One_that_rounds_everywhere_is_not_held_to_them()
    {
        InProcessCandidate<float> rounding = Answers<float>.Spoiled(
            static (_, result) =>
            {
                for (int e = 0; e < result.Length; e++)
                    result[e] = float.IsSubnormal(result[e]) ? 0 : float.BitIncrement(result[e]);
            },
            Transforming);

        Assert.That(Broken(rounding), Is.Empty);
    }

    [Test]
    public void A_right_one_holds() => Assert.That(Broken(Answers<float>.OfNumbers(static (_, number) => number, Transforming)), Is.Empty);

    private static string[] Broken(InProcessCandidate<float> candidate) =>
        [.. CheckRun<float>.Of(candidate, Plan).Breaks.Select(static broken => broken.Rule).Distinct()];
}
