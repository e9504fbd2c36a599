using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.SpecTests.Verification.Rules;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Checking;

public sealed class ShrinkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Rule<float> Structure = Instances.Rule<float>("structure");

    private static readonly TestCaseData[] Faults =
    [
        new TestCaseData(ConvolutionOperator.Forward, Answers<float>.Spoiled(static (operands, result) =>
            result[^1] += operands.Geometry.Batch > 1 ? 1 : 0)).SetArgDisplayNames("the last result of several images"),
        new TestCaseData(ConvolutionOperator.WeightGradient, Answers<float>.Spoiled(static (operands, result) =>
            result[^1] = operands.Geometry.Relation.Taps > 3 ? 0 : result[^1])).SetArgDisplayNames("the last of more than three taps"),
        new TestCaseData(ConvolutionOperator.Forward, Answers<float>.OfOther(WithoutBorder)).SetArgDisplayNames("zeros for every border"),
        new TestCaseData(ConvolutionOperator.DataGradient, Answers<float>.OfOther(WithoutBorder)).SetArgDisplayNames(
            "zeros for every border, gradient"),
        new TestCaseData(ConvolutionOperator.Forward, Answers<float>.OfOther(static operands => Zeroed(
            operands, 0, operands.Geometry.GroupInChannels > 1))).SetArgDisplayNames("the last input lost among several channels"),
        new TestCaseData(ConvolutionOperator.DataGradient, Answers<float>.OfOther(static operands => Zeroed(
            operands, 1, operands.Geometry.Axes[^1].Stride > 1))).SetArgDisplayNames("the last gradient lost at a stride"),
        new TestCaseData(ConvolutionOperator.AveragePooling, Answers<float>.OfOther(
            static operands => Zeroed(operands, 0, operands.CountsPadding))).SetArgDisplayNames("the last input lost where padding counts"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void The_smallest_case_is_small_and_breaks_the_rule(ConvolutionOperator op, InProcessCandidate<float> candidate)
    {
        (OperatorCase found, Finding finding) = FirstBroken(op, candidate);

        (OperatorCase smallest, Finding last, bool isRepeatable) = Shrinker<float>.Smallest(Structure, candidate, found, finding, Patience);

        Assert.That(isRepeatable);
        Assert.That(Structure.Check(candidate, smallest).Fault, Is.EqualTo(last.Fault).And.Not.Null);
        Assert.That(smallest.Geometry.Axes.Max(static axis => Math.Max(axis.Input, axis.Kernel)), Is.LessThanOrEqualTo(4), $"{smallest}");
        Assert.That(Math.Max(smallest.Geometry.InChannels, smallest.Geometry.OutChannels), Is.LessThanOrEqualTo(4), $"{smallest}");
        Assert.That(last.Evidence!.Operands.Inputs.SelectMany(static numbers => numbers).Count(static number => number is not (0 or 1)),
            Is.Zero, $"{smallest}");
        TestContext.Out.WriteLine($"{found} → {smallest}: {last.Fault}");
    }

    [Test]
    public void A_fault_that_does_not_show_again_is_kept_as_it_was_found()
    {
        int calls = 0;
        InProcessCandidate<float> once = Answers<float>.Spoiled((_, result) => result[0] += calls++ == 0 ? 1 : 0);
        OperatorCase found = Instances.Small(ConvolutionOperator.Forward);
        Finding finding = Structure.Check(once, found);

        Assert.That(Shrinker<float>.Smallest(Structure, once, found, finding, Patience), Is.EqualTo((found, finding, false)));
    }

    [Test]
    public void A_bias_is_made_simpler_with_the_other_numbers()
    {
        InProcessCandidate<float> candidate = Answers<float>.Spoiled(static (operands, result) => result[^1] += operands.Bias.Length);
        (OperatorCase found, Finding finding) = FirstBroken(ConvolutionOperator.Forward, candidate);

        (OperatorCase smallest, Finding last, _) = Shrinker<float>.Smallest(Structure, candidate, found, finding, Patience);

        Assert.That(smallest.Flag);
        Assert.That(last.Evidence!.Operands.Inputs, Is.EqualTo(new double[][] { [0], [0], [0] }));
    }

    [Test]
    public void Many_numbers_are_left_as_they_were_drawn()
    {
        InProcessCandidate<float> candidate = Answers<float>.Spoiled(
            static (operands, result) => result[^1] += operands.Inputs[0].Length > 600 ? 1 : 0);
        var large = ConvolutionCase.Of(new ConvolutionGeometry(1, 1, 1, 1, new Axis(700, 1)), 1, hasBias: false);
        OperatorCase found = OperatorCase.Of(large, ConvolutionOperator.Forward)!;

        OperatorCase smallest = Shrinker<float>.Smallest(
            Structure, candidate, found, Structure.Check(candidate, found), Patience).Smallest;

        Assert.That((smallest.Geometry.InputLength, smallest.Mask), Is.EqualTo((601, (DataMask?)null)));
    }

    [Test]
    public void A_rule_that_asks_several_times_is_shown_by_a_small_shape_with_the_numbers_it_draws()
    {
        Rule<float> adjoint = RuleBook<float>.All.Single(static rule => rule.Name == "adjoint");
        InProcessCandidate<float> candidate = Answers<float>.Spoiled(static (operands, result) =>
        {
            if (operands.Operator == ConvolutionOperator.DataGradient && operands.Geometry.GroupInChannels >= 2 && result.Length > 0)
                result[^1] += 1;
        });
        OperatorCase found = Instances.Drawn(5, 300, 20_000, ConvolutionOperator.Forward).First(
            drawn => adjoint.Check(candidate, drawn).Standing == Standing.Broken);

        OperatorCase smallest = Shrinker<float>.Smallest(adjoint, candidate, found, adjoint.Check(candidate, found), Patience).Smallest;

        Assert.That($"{smallest.Geometry}", Is.EqualTo("N1 C2 K1 g1 | 1 k1 s1 d1 p0,0 → 1"));
        Assert.That(smallest.Mask, Is.Null);
    }

    /// <summary>No image is simpler than several, and says less about what went wrong with them.</summary>
    [Test]
    public void What_is_wrong_with_several_images_is_not_exchanged_for_what_is_wrong_without_any()
    {
        InProcessCandidate<float> candidate = Answers<float>.Spoiled(static (operands, _) =>
        {
            if (operands.Geometry.Batch != 1)
                throw new InvalidOperationException("not one image");
        });
        OperatorCase found = Instances.Drawn(1, 200, 5000, ConvolutionOperator.Forward).First(
            static drawn => drawn.Geometry is { Batch: > 2, OutputLength: > 0 });

        Assert.That(
            Shrinker<float>.Smallest(Structure, candidate, found, Structure.Check(candidate, found), Patience).Smallest.Geometry.Batch,
            Is.EqualTo(2));
    }

    [Test]
    public void A_break_of_conduct_is_not_exchanged_for_a_wrong_number()
    {
        InProcessCandidate<float> candidate = Answers<float>.Spoiled(static (operands, result) =>
        {
            if (operands.Geometry.InChannels > 2)
                throw new InvalidOperationException("more than two channels");
            result[0] += 1;
        });
        OperatorCase found = Instances.Drawn(1, 200, 5000, ConvolutionOperator.Forward).First(
            drawn => drawn.Geometry is { InChannels: > 4, OutputLength: > 0 });

        (OperatorCase smallest, Finding last, _) =
            Shrinker<float>.Smallest(Structure, candidate, found, Structure.Check(candidate, found), Patience);

        Assert.That((last.Conduct, last.Fault, smallest.Geometry.InChannels),
            Is.EqualTo((Conduct.Returns, "threw InvalidOperationException: more than two channels", 3)));
    }

    [Test]
    public void A_case_that_the_candidate_does_not_claim_is_not_asked()
    {
        InProcessCandidate<float> candidate =
            Answers<float>.Spoiled(static (_, result) => result[^1] += 1, new Capabilities { Ranks = [2] });
        OperatorCase found = Instances.Drawn(1, 200, 5000, ConvolutionOperator.Forward).First(
            static drawn => drawn.Geometry is { Axes.Length: 2, OutputLength: > 0 });

        Assert.That(Shrinker<float>.Smallest(
            Structure, candidate, found, Structure.Check(candidate, found), Patience).Smallest.Geometry.Axes, Has.Length.EqualTo(2));
    }

    private static (OperatorCase, Finding) FirstBroken(ConvolutionOperator op, InProcessCandidate<float> candidate) =>
        Instances.Drawn(5, 300, 20_000, op)
            .Where(static drawn => drawn.Geometry.OutputLength > 0)
            .Select(drawn => (Drawn: drawn, Finding: Structure.Check(candidate, drawn)))
            .First(static asked => asked.Finding.Standing == Standing.Broken);

    private static Operands<float> WithoutBorder(Operands<float> operands)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        IEnumerable<Axis> axes = geometry.Axes.Select(static axis => new Axis(
            axis.Input, axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(axis.Begin, axis.End), tile: axis.Tile));
        var zeros = new ConvolutionGeometry(geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups, axes);
        return new Operands<float>(zeros, operands.Operator, operands.CountsPadding, operands.Inputs);
    }

    private static Operands<float> Zeroed(Operands<float> operands, int input, bool isSpoiled)
    {
        float[] numbers = [.. operands.Inputs[input]];
        if (isSpoiled && numbers.Length > 0)
            numbers[^1] = 0;
        return new Operands<float>(operands.Geometry, operands.Operator, operands.CountsPadding, operands.Inputs.SetItem(input, numbers));
    }
}
