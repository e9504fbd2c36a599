using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Examination;
using ReferenceConv.Verification.Power;

namespace ReferenceConv.SpecTests.Verification.Examination;

public sealed class ExaminationTests
{
    private const int PerNumber = 30;

    private static readonly Lazy<ExaminationPaper> Paper = new(static () => ExaminationPaper.Of(seed: 5, PerNumber));

    [Test]
    public void The_loops_without_a_fault_are_right()
    {
        Capabilities claims =
            Capabilities.Convolution with { Operators = ConvolutionOperators.All, Padding = PaddingConvention.Multiplied };
        CheckResult result = CheckRun<float>.Of(new InProcessCandidate<float>("plain", ExaminationFault.AnswerPlainly, claims),
            new CheckPlan(Cases: 150, LayerMultiplyAdds: 0));

        Assert.That(result.Breaks.Select(static broken => $"{broken.Rule} on {broken.First}: {broken.Finding.Fault}"), Is.Empty);
    }

    [Test]
    public void Every_fault_has_a_witness_that_its_guard_holds_on()
    {
        foreach (ExaminationFault fault in Paper.Value.Faults)
        {
            Assert.That(fault.Guard.Holds(fault.Witness[^1], fault.Operator), $"{fault}");
            Assert.That(fault.Witness, Has.Length.EqualTo(fault.HasState ? 2 : 1), $"{fault}");
            Assert.That(fault.Claims.Lacks(fault.Witness[^1], fault.Operator, hasBias: false), Is.Null, $"{fault}");
            Assert.That(fault.Witness[^1].MultiplyAdds, Is.LessThanOrEqualTo(1 << 26), $"{fault}");
        }
    }

    [Test]
    public void Where_its_guard_is_false_a_fault_is_the_plain_loops()
    {
        foreach (ExaminationFault fault in Paper.Value.Faults)
            for (int index = 0; index < 20; index++)
                if (OperatorCase.Of(ConvolutionCase.Random(9, index), fault.Operator) is { } asked
                    && !fault.Guard.Holds(asked.Geometry, fault.Operator))
                {
                    Operands<float> operands = asked.Draw(static (input, e) => (float)Draw.Odd((ulong)input, (ulong)e, 31));
                    var expected = new float[operands.Signature.Result.Length];
                    var actual = new float[expected.Length];
                    ExaminationFault.AnswerPlainly(operands, expected);
                    fault.Make().Answer(operands, actual);

                    Assert.That(actual, Is.EqualTo(expected), $"{fault} on {asked}");
                }
    }

    [Test]
    public void There_are_as_many_faults_for_each_number_of_conditions_and_a_tenth_more_with_arbitrary_constants()
    {
        foreach (int number in new[] { 1, 2, 3, 4 })
        {
            ExaminationFault[] faults = [.. Paper.Value.Faults.Where(fault => fault.Guard.Predicates.Length == number)];

            Assert.That(faults.Count(static fault => !fault.IsArbitrary), Is.EqualTo(PerNumber));
            Assert.That(faults.Count(static fault => fault.IsArbitrary), Is.EqualTo(PerNumber / 10));
        }
    }

    [Test]
    public void Faults_of_some_operators_are_drawn_alone()
    {
        ConvolutionOperator[] drawn =
        [
            .. ExaminationPaper.Of(6, 20, [ConvolutionOperator.MaxPooling, ConvolutionOperator.WeightGradient]).Faults.Select(
                static fault => fault.Operator),
        ];

        Assert.That(drawn, Is.All.AnyOf(ConvolutionOperator.MaxPooling, ConvolutionOperator.WeightGradient));
        Assert.That(drawn.Distinct().Count(), Is.EqualTo(2));
        Assert.That(
            () => ExaminationPaper.Of(6, 20, []), Throws.ArgumentException.With.Message.EqualTo("operators must be 1 or more, were 0"));
    }

    [Test]
    public void The_same_seed_draws_the_same_faults_and_another_seed_others()
    {
        string Text(ulong seed) =>
            string.Join('\n', ExaminationPaper.Of(seed, 3).Faults.Select(static fault => $"{fault} {string.Join(' ', fault.Witness)}"));

        string first = Text(6);

        Assert.That(Text(6), Is.EqualTo(first));
        Assert.That(Text(7), Is.Not.EqualTo(first));
    }

    [TestCase(SizeField.Kernel, AxisChoice.All, 1, 3, false, true)]
    [TestCase(SizeField.Kernel, AxisChoice.All, 1, 4, false, false)]
    [TestCase(SizeField.Output, AxisChoice.Last, 4, 3, false, true)]
    [TestCase(SizeField.Output, AxisChoice.All, 4, 3, false, false)]
    [TestCase(SizeField.Input, AxisChoice.First, 1, 6, true, true)]
    [TestCase(SizeField.Input, AxisChoice.First, 1, 7, true, false)]
    [TestCase(SizeField.InChannels, AxisChoice.All, 1, 2, false, true)]
    [TestCase(SizeField.OutChannels, AxisChoice.All, 1, 3, false, true)]
    [TestCase(SizeField.Groups, AxisChoice.All, 2, 0, false, true)]
    [TestCase(SizeField.Batch, AxisChoice.All, 2, 1, false, true)]
    [TestCase(SizeField.Rank, AxisChoice.All, 1, 2, false, true)]
    public void A_condition_looks_at_raw_sizes(SizeField field, AxisChoice axes, int modulus, int value, bool isLeast, bool holds)
    {
        var geometry = new ConvolutionGeometry(3, 4, 6, 2, new Axis(6, 3), new Axis(9, 3));

        Assert.That(
            new SizePredicate(field, axes, modulus, value, isLeast).Holds(geometry, ConvolutionOperator.Forward), Is.EqualTo(holds));
    }

    [Test]
    public void A_fault_that_every_case_meets_is_found_and_one_that_none_meets_is_missed()
    {
        ExaminationScore score = ExaminationScore.Of(
            seed: 5,
            perNumber: 5,
            right: 1,
            [("few", new CheckPlan(Cases: 20, LayerMultiplyAdds: 0))],
            operators: null,
            static () => { })[0];

        Assert.That(score.Rows.Sum(static row => row.Caught), Is.InRange(1, 23));
        Assert.That(score.Missed, Has.Length.EqualTo(24 - score.Rows.Sum(static row => row.Caught)));
        Assert.That(score.Disagreements, Is.Zero);
    }

    [Test]
    public void Generated_right_convolutions_are_not_accused([Range(0, 9)] int seed)
    {
        CheckResult result = CheckRun<float>.Of(RightConvolution.Drawn((ulong)seed), new CheckPlan(Cases: 30, LayerMultiplyAdds: 0));

        Assert.That(result.Breaks.Select(static broken => $"{broken.Rule} on {broken.First}: {broken.Finding.Fault}"), Is.Empty);
    }
}
