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

    [TestCase(8, 1)]
    [TestCase(8, 7)]
    [TestCase(4, 0)]
    public void A_tail_of_outputs_is_told_by_the_outputs(int lanes, int remainder) =>
        Assert.That(
            Said(operands => operands.Geometry.Axes[^1] is { Kernel: 3 } width && width.Output % lanes == remainder),
            Does.Contain($"output width mod {lanes} = {remainder} ("));

    [Test]
    public void A_tail_of_outputs_is_told_where_no_remainder_of_inputs_tells_it() =>
        Assert.That(
            Said(static operands => operands.Geometry.Axes[^1] is { Stride: 3 } width && width.Output % 4 == 3),
            Does.Contain("output width mod 4 = 3 (3, 7, 11"));

    [Test]
    public void Outputs_as_many_as_inputs_are_not_told_again() =>
        Assert.That(
            Said(static operands => operands.Geometry.Axes[^1] is { Kernel: 1, Stride: 1, Begin: 0, End: 0, Input: >= 5 }),
            Is.EqualTo("input width ≥ 5"));

    [Test]
    public void A_threshold_is_told_by_the_first_size() =>
        Assert.That(Said(static operands => operands.Geometry.GroupInChannels >= 5), Is.EqualTo("channels in ≥ 5"));

    [Test]
    public void Images_are_told() => Assert.That(Said(static operands => operands.Geometry.Batch >= 2), Does.Contain("batch ≥ 2"));

    [Test]
    public void Outputs_are_told() =>
        Assert.That(Said(static operands => operands.Geometry.GroupOutChannels >= 3), Is.EqualTo("channels out ≥ 3"));

    [Test]
    public void Channels_of_several_groups_are_told_by_the_group()
    {
        Assert.That(
            Said(static operands => operands.Geometry is { Groups: > 1, GroupInChannels: >= 3 }),
            Is.EqualTo("channels in of a group ≥ 3"));
        Assert.That(
            Said(static operands => operands.Geometry is { Groups: > 1, GroupOutChannels: >= 3 }),
            Is.EqualTo("channels out of a group ≥ 3"));
    }

    [Test]
    public void Channels_of_a_pooling_are_told() =>
        Assert.That(
            Said(static operands => operands.Geometry.InChannels >= 3, ConvolutionOperator.MaxPooling), Is.EqualTo("channels ≥ 3"));

    [Test]
    public void An_input_may_be_smaller_than_its_padding()
    {
        Assert.That(Said(static operands => operands.Geometry.Axes[^1] is { Begin: >= 3, Input: <= 2 }), Does.Contain("input width ≤ 2"));
        Assert.That(Said(static operands => operands.Geometry.Axes[^1] is { End: >= 3, Input: <= 2 }), Does.Contain("input width ≤ 2"));
    }

    [TestCase("precision of first", 0)]
    [TestCase("precision of second", 1)]
    public void What_shows_in_wide_numbers_alone_is_told_too(string rule, int operand) =>
        Assert.That(
            Said(
                operands => operands.Geometry.GroupInChannels >= 5 && operands.Inputs[operand].Any(static one => Math.Abs(one) > 1000),
                rule: rule),
            Is.EqualTo("channels in ≥ 5"));

    [Test]
    public void A_fault_that_is_everywhere_depends_on_nothing() => Assert.That(Said(static _ => true), Is.Null);

    private static string? Said(
        Predicate<Operands<float>> isMet, ConvolutionOperator op = ConvolutionOperator.Forward, string rule = "structure")
    {
        InProcessCandidate<float> candidate =
            Answers<float>.Spoiled((operands, result) => result[0] += isMet(operands) ? 1 : 0, new Capabilities { Operators = [op] });
        CheckResult result = CheckRun<float>.Of(candidate, new CheckPlan(Cases: 400, LayerMultiplyAdds: 0));
        return result.Breaks.First(broken => broken.Rule == rule).Trigger;
    }
}
