using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Reports;

/// <summary>Breaks to report: by numbers written down, and by candidates that are checked.</summary>
internal static class Broken
{
    /// <summary>What the right operator gives, and what a fault makes of it.</summary>
    public static Evidence Evidence(
        ConvolutionGeometry geometry, ConvolutionOperator op, Action<double[]> fault, double[]? tolerance, params double[][] inputs)
    {
        var operands = new Operands<double>(geometry, op, countsPadding: false, [.. inputs]);
        double[] expected = operands.Apply(new ScalarConvolution<double>());
        return Evidence(operands, expected, fault, tolerance);
    }

    /// <summary>What is expected, and what a fault makes of it.</summary>
    public static Evidence Evidence(Operands<double> operands, double[] expected, Action<double[]> fault, double[]? tolerance)
    {
        double[] actual = [.. expected];
        fault(actual);
        int[] wrong = [.. Enumerable.Range(0, expected.Length).Where(e => Deviation.IsWrong(expected[e], actual[e], tolerance?[e] ?? 0))];
        return new Evidence(operands, expected, actual, tolerance, wrong[0], wrong.Length);
    }

    /// <summary>The evidence as found by a rule.</summary>
    public static Break By(string rule, Evidence evidence) =>
        By(rule, new OperatorCase(evidence.Operands.Geometry, evidence.Operands.Operator, seed: 0, evidence.Operands.Inputs.Length == 3),
            new Finding(Standing.Broken)
            {
                Fault = $"{evidence.Wrong} of {evidence.Expected.Length} outputs are wrong",
                Evidence = evidence,
            });

    /// <summary>A finding of a rule in the third case.</summary>
    public static Break By(string rule, OperatorCase instance, Finding finding) =>
        new(rule, RuleLevel.Must, "the tap", 3, instance, instance, finding, IsRepeatable: true);

    /// <summary>All that a check of some cases finds.</summary>
    public static CheckResult Check(IConvolution<float> convolution, int cases, Capabilities? capabilities = null) =>
        CheckRun<float>.Of(new InProcessCandidate<float>("planted", convolution, capabilities), new CheckPlan(Cases: cases));
}
