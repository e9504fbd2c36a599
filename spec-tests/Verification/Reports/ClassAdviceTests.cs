using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Reports;

namespace ReferenceConv.SpecTests.Verification.Reports;

/// <summary>A class that the errors fit is named, and it holds when it is claimed.</summary>
public sealed class ClassAdviceTests
{
    private const string Told = "forward: the errors told, special values and subnormals apart, would be legal\n  under --class ";

    private const string HowMuch = " (claim transforming:100, and it is told\n  how much is used)";

    private static readonly Capabilities Forward =
        Capabilities.Convolution with { Operators = [ConvolutionOperator.Forward], KeepsSubnormals = false };
    private static readonly CheckPlan Plan = new(Cases: 15, LayerMultiplyAdds: 0);

    [TestCase(11)]
    [TestCase(8)]
    public void Rounded_operands_are_reduced(int bits)
    {
        CheckResult Claimed(Exactness exactness) => CheckRun<float>.Of(
            Answers<float>.OfNumbers((_, number) => Answers<float>.Rounded(number, bits), Forward with { Exactness = exactness }), Plan);

        Assert.That(Advice(Claimed(Exactness.Direct)), Is.EqualTo($"{Told}reduced:{bits}"));
        Assert.That(Claimed(Exactness.Reduced(bits)).Holds);
    }

    [Test]
    public void A_float_accumulator_that_claims_to_be_wide_is_direct() =>
        Assert.That(Advice(CheckRun<float>.Of(Answers<float>.OfNumbers(
            static (_, number) => number, Forward with { Exactness = Exactness.WideAccumulator }), Plan)), Is.EqualTo($"{Told}direct"));

    /// <summary>Windows that see nothing have no bound in any class, and the formula of a max pooling no value for them.</summary>
    [Test]
    public void A_wrong_greatest_of_nothing_is_no_matter_of_a_class()
    {
        var zero = new InProcessCandidate<float>(
            "zero",
            static (operands, result) =>
            {
                result.Clear();
                if (!HasEmptyWindow(operands.Geometry))
                    Answers<float>.Write(operands, result);
            },
            new Capabilities { Operators = [ConvolutionOperator.MaxPooling], Borders = [Border.Zeros] });

        CheckResult result = CheckRun<float>.Of(zero, Plan with { Cases = 40 });

        Assert.That(result.Breaks.Select(static broken => broken.Rule), Is.EqualTo(new[] { "empty windows" }));
        Assert.That(Advice(result), Is.Empty);
    }

    [Test]
    public void Errors_of_some_units_everywhere_are_transforming()
    {
        string advice = Advice(Inexact(Exactness.Direct)).Replace(HowMuch, "", StringComparison.Ordinal);

        Assert.That(advice, Does.Match($"^{Told}transforming:\\d+(\\.\\d)? or more$"));
    }

    [Test]
    public void The_part_of_a_factor_that_was_used_is_told_and_what_would_have_held_holds()
    {
        string advice = Advice(Inexact(Exactness.Transforming(60)));

        Assert.That(advice, Does.Match(@"^0\.[01]\d? of FACTOR was used: transforming:\d+(\.\d)? would have held$"));
        var least = Exactness.Parse(advice.Split(' ').Single(static word => word.StartsWith("transforming:", StringComparison.Ordinal)));
        Assert.That(Inexact(least).Holds);
        Assert.That(Inexact(Exactness.Transforming(least.TransformingFactor!.Value * 0.8)).Holds, Is.False);
    }

    [Test]
    public void A_factor_that_does_not_suffice_is_told_too()
    {
        string advice = Advice(Inexact(Exactness.Transforming(0.5)));

        Assert.That(advice, Does.Match(@"^\d+\.\d+ of FACTOR was used: transforming:\d+(\.\d)? would have held$"));
    }

    [Test]
    public void A_lost_product_is_legal_under_no_class() =>
        Assert.That(
            Advice(CheckRun<float>.Of(Answers<float>.Spoiled(
                static (operands, result) => result[^1] -= operands.Inputs[0][^1] * operands.Inputs[1][^1], Forward), Plan)),
            Is.Empty);

    [Test]
    public void A_result_that_nobody_writes_is_legal_under_no_class() =>
        Assert.That(Advice(CheckRun<float>.Of(new InProcessCandidate<float>("idle", static (_, _) => { }, Forward), Plan)), Is.Empty);

    [Test]
    public void A_right_candidate_gets_no_advice() =>
        Assert.That(Advice(CheckRun<float>.Of(Answers<float>.OfNumbers(static (_, number) => number, Forward), Plan)), Is.Empty);

    private static CheckResult Inexact(Exactness exactness) => CheckRun<float>.Of(
        Answers<float>.Spoiled(
            static (_, result) =>
            {
                for (int e = 0; e < result.Length; e++)
                    result[e] *= 1 + 3e-7f;
            },
            Forward with { Exactness = exactness }),
        Plan);

    [Test]
    public void A_factor_that_is_claimed_of_one_operator_is_told_of_that_one()
    {
        Capabilities claims = new Capabilities { Operators = [ConvolutionOperator.Forward, ConvolutionOperator.BiasGradient] }.But(
            ConvolutionOperator.Forward, static of => of with { Exactness = Exactness.Transforming(50) });

        Assert.That(
            Advice(CheckRun<float>.Of(Answers<float>.OfNumbers(static (_, number) => number, claims), Plan)),
            Does.Match(@"^forward: (less than )?0\.\d\d? of FACTOR was used: transforming:\S+ would have held$"));
    }

    private static bool HasEmptyWindow(ConvolutionGeometry geometry)
    {
        foreach (Window window in geometry.Windows)
            if (window.Pairs.IsEmpty)
                return true;
        return false;
    }

    private static string Advice(CheckResult result) => string.Join('\n', ClassAdvice.Lines([result]));
}
