using NUnit.Framework;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;

namespace ReferenceConv.SpecTests.Verification.Checking;

/// <summary>What a report says of the sizes that bring a fault about.</summary>
public sealed class TriggerTests
{
    [TestCase(8, 1, "input width mod 8 = 1 (1, 9, 17, 25, …)")]
    [TestCase(16, 0, "input width mod 16 = 0 (16, 32)")]
    public void A_tail_of_a_vector_is_told_by_its_remainder(int lanes, int remainder, string said) =>
        Assert.That(Said(operands => operands.Geometry.Axes[^1].Input % lanes == remainder), Does.Contain(said));

    [Test]
    public void A_threshold_is_told_by_the_first_size() =>
        Assert.That(Said(static operands => operands.Geometry.GroupInChannels >= 5), Is.EqualTo("channels in ≥ 5"));

    [Test]
    public void A_fault_that_is_everywhere_depends_on_nothing() => Assert.That(Said(static _ => true), Is.Null);

    private static string? Said(Predicate<Operands<float>> isMet)
    {
        InProcessCandidate<float> candidate = Answers<float>.Spoiled(
            (operands, result) => result[0] += isMet(operands) ? 1 : 0, new Capabilities { Operators = [ConvolutionOperator.Forward] });
        CheckResult result = CheckRun<float>.Of(candidate, new CheckPlan(Cases: 400, LayerMultiplyAdds: 0));
        return result.Breaks.First(static broken => broken.Rule == "structure").Trigger;
    }
}
