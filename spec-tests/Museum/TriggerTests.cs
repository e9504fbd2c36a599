using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum;

namespace ReferenceConv.SpecTests.Museum;

/// <summary>An exhibit is wrong where its fault says so, and exactly right beside it.</summary>
public sealed class TriggerTests
{
    private const int SignificandBits = 24;

    private static readonly TestCaseData[] Inside = Cases(static trigger => trigger.Inside);
    private static readonly TestCaseData[] Beside = Cases(static trigger => trigger.Beside);

    [TestCaseSource(nameof(Inside))]
    public void A_fault_shows_where_its_condition_holds(string name, ConvolutionGeometry[] calls) =>
        Assert.That(AreEqual(name, calls), Is.All.False);

    [TestCaseSource(nameof(Beside))]
    public void A_fault_does_not_show_beside_its_condition(string name, ConvolutionGeometry[] calls) =>
        Assert.That(AreEqual(name, calls), Is.All.True);

    [Test]
    public void Every_fault_that_has_a_trigger_is_in_the_museum() =>
        Assert.That(
            Triggers.All.Select(static trigger => trigger.Name),
            Is.Unique.And.SubsetOf(MuseumBook.Wrong.Select(static exhibit => exhibit.Name)));

    private static TestCaseData[] Cases(Func<Trigger, ConvolutionGeometry[]> calls) =>
        [.. Triggers.All.Select(trigger => new TestCaseData(trigger.Name, calls(trigger)).SetArgDisplayNames(trigger.Name))];

    /// <summary>Whether the last of several calls gives what it should, for each operator of the exhibit.</summary>
    private static IEnumerable<bool> AreEqual(string name, ConvolutionGeometry[] calls)
    {
        Exhibit<float> exhibit = MuseumBook.Wrong.Single(exhibit => exhibit.Name == name);
        foreach (ConvolutionOperator op in exhibit.Operators)
        {
            ICandidate<float> candidate = exhibit.Candidate();
            bool isEqual = false;
            foreach (ConvolutionGeometry geometry in calls)
            {
                ExactRange range = ExactRange.Widest(Fill.Structure, ExactRange.MostTerms(geometry, op), SignificandBits)!.Value;
                Operands<float> operands = Operands.Integers<float>(geometry, op, range, seed: 1, hasBias: true);
                var result = new float[operands.Signature.Result.Length];
                Assert.That(candidate.Answer(operands, result).Kind, Is.EqualTo(ReplyKind.Done));
                isEqual = Array.ConvertAll(result, static number => (double)number).AsSpan().SequenceEqual(Expected(operands.ToDouble()));
            }

            yield return isEqual;
        }
    }

    private static double[] Expected(Operands<double> operands)
    {
        Relation relation = operands.Geometry.Relation;
        Tensor<double> Input(int input) =>
            Tensor.Create(operands.Inputs[input], [.. operands.Signature.Inputs[input].Sizes.Select(static size => (nint)size)]);
        return operands.Operator switch
        {
            ConvolutionOperator.MaxPooling => [.. MaxPooling<double>.Forward(relation, Input(0))],
            ConvolutionOperator.MaxPoolingGradient => [.. MaxPooling<double>.Gradient(relation, Input(0), Input(1))],
            ConvolutionOperator.AveragePooling => [.. AveragePooling<double>.Forward(relation, Input(0), operands.CountsPadding)],
            ConvolutionOperator.AveragePoolingGradient => [.. AveragePooling<double>.Gradient(relation, Input(0), operands.CountsPadding)],
            _ => operands.Apply(new ScalarConvolution<double>()),
        };
    }
}
