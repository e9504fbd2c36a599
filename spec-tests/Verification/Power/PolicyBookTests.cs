using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Power;

namespace ReferenceConv.SpecTests.Verification.Power;

public sealed class PolicyBookTests
{
    private static readonly ImmutableArray<ConvolutionCase> Cases =
        [.. Enumerable.Range(0, 20).Select(static index => ConvolutionCase.Random(seed: 11, index))];
    private static readonly string[] Names = [.. PolicyBook.All.Select(static policy => policy.Name)];

    [TestCaseSource(nameof(Names))]
    public void A_result_computed_in_double_and_rounded_once_is_accepted(string name)
    {
        var candidate = new InProcessCandidate<float>("in double", WriteInDouble, Answers<float>.Everything);

        Assert.That(PolicyJudge.FirstRejected(Named(name), candidate, Cases), Is.Null);
    }

    [TestCaseSource(nameof(Names))]
    public void A_lost_tap_of_a_small_case_is_rejected(string name)
    {
        ConvolutionCase small = Enumerable.Range(0, 1000)
            .Select(static index => ConvolutionCase.Random(seed: 12, index))
            .First(static drawn => drawn.Geometry is { MultiplyAdds: > 0 and < 1000 } geometry
                && geometry.Axes.All(static axis => axis is { Kernel: 3, Begin: 0, End: 0 }));
        InProcessCandidate<float> loses = Answers<float>.OfOther(
            static operands =>
            {
                var w = (float[])operands.Inputs[1].Clone();
                Array.Clear(w, w.Length / 2, 1);
                return new Operands<float>(
                    operands.Geometry, operands.Operator, operands.CountsPadding, [operands.Inputs[0], w, .. operands.Inputs[2..]]);
            },
            Answers<float>.Everything with { Operators = [ConvolutionOperator.Forward] });

        Assert.That(PolicyJudge.FirstRejected(Named(name), loses, [small]), Is.EqualTo(1));
    }

    [TestCase("benchdnn", 0, -32f, 32f)]
    [TestCase("benchdnn", 1, -32f, 32f)]
    [TestCase("benchdnn", 2, -8f, 8f)]
    [TestCase("XNNPACK", 0, 0.1f, 1f)]
    [TestCase("hipDNN", 0, -1f, 1f)]
    [TestCase("TOSA", 1, -1f, 1f)]
    [TestCase("ONNX", 1, -1f, 1f)]
    [TestCase("allclose", 2, -1f, 1f)]
    public void Numbers_fill_the_range_and_stay_within(string name, int input, float least, float most)
    {
        const int Draws = 2000;   // that none of so many falls into the last hundredth of either end has a chance of 2·e⁻²⁰
        var instance =
            new OperatorCase(ConvolutionGeometry.SingleChannel(new Axis(5, 3)), ConvolutionOperator.Forward, seed: 1, flag: true);

        float[] numbers = [.. Enumerable.Range(0, Draws).Select(e => Named(name).Draw(instance, input, e))];

        float edge = (most - least) / 100;
        Assert.That(numbers, Has.All.InRange(least, most));
        Assert.That(numbers, Has.Some.LessThan(least + edge).And.Some.GreaterThan(most - edge));
        Assert.That(numbers.All(float.IsInteger), Is.EqualTo(name == "benchdnn"));
    }

    [TestCase(16384, 1.0)]
    [TestCase(32768, 0.5)]
    [TestCase(65536, 0.25)]
    public void Benchdnn_draws_zeros_where_a_sum_is_long(int terms, double density)
    {
        const int Draws = 20_000;
        double nonZero = density * 64 / 65;   // one of the 65 integers is 0 by itself
        double sigma = Math.Sqrt(nonZero * (1 - nonZero) / Draws);
        var instance =
            new OperatorCase(ConvolutionGeometry.SingleChannel(new Axis(terms, terms)), ConvolutionOperator.Forward, seed: 1, flag: false);

        int drawn = Enumerable.Range(0, Draws).Count(e => Named("benchdnn").Draw(instance, 0, e) != 0);

        Assert.That(drawn / (double)Draws, Is.EqualTo(nonZero).Within(6 * sigma));
    }

    /// <summary>By hand: the greatest accepted error, approached from both sides.</summary>
    [TestCase("benchdnn", 3, 0f, 2.4e-7f)]
    [TestCase("XNNPACK", 2, 1.99e-4f, 2.01e-4f)]            // 1e-4·2
    [TestCase("XNNPACK", 0.5, 0.99e-4f, 1.01e-4f)]          // 1e-4
    [TestCase("hipDNN", 0, 1.8e-5f, 2e-5f)]                 // γ = 8ε/(1−8ε) = 9.5367e-7, t = γ·4·2·2.5 = 1.9073e-5
    [TestCase("hipDNN", 1, 3.7e-5f, 3.9e-5f)]               // t + t·1 = 3.8147e-5
    [TestCase("TOSA", 0, 2.2e-7f, 2.3e-7f)]                 // unit 1.5·2⁻²⁴ = 8.9407e-8; error² ≤ 1.6·4 units²: 2.5298 units = 2.2618e-7
    [TestCase("ONNX", 0, 0.99e-7f, 1.01e-7f)]               // 1e-7
    [TestCase("ONNX", 4, 3.99e-3f, 4.01e-3f)]               // 1e-3·4
    [TestCase("allclose", 0, 0.99e-8f, 1.01e-8f)]           // 1e-8
    [TestCase("allclose", 1, 0.97e-5f, 1.03e-5f)]           // 1e-8 + 1e-5
    public void The_greatest_accepted_error_is_as_stated(string name, double expected, float accepted, float rejected)
    {
        Policy policy = Named(name);
        foreach (int sign in new[] { -1, 1 })
        {
            Assert.That(policy.IsAccepted(Evidence(expected, (float)(expected + (sign * accepted)))), Is.True);
            Assert.That(policy.IsAccepted(Evidence(expected, (float)(expected + (sign * rejected)))), Is.False);
        }
    }

    [TestCase(2, 2.2e-6f, 2.7e-6f)]    // 10·2⁻²³·2 = 2.3842e-6
    [TestCase(0, 1.1e-6f, 1.3e-6f)]    // 10·2⁻²³ = 1.1921e-6
    public void Benchdnn_bears_the_division_of_a_mean(double expected, float accepted, float rejected)
    {
        Assert.That(
            Named("benchdnn").IsAccepted(Evidence(expected, (float)(expected + accepted), ConvolutionOperator.AveragePooling)), Is.True);
        Assert.That(
            Named("benchdnn").IsAccepted(Evidence(expected, (float)(expected + rejected), ConvolutionOperator.AveragePooling)), Is.False);
    }

    [TestCase(1, 2.4, true)]
    [TestCase(1, 2.6, false)]     // 2.6² = 6.76 > 1.6·4·1
    [TestCase(100, 23.9, true)]   // 23.9² = 571 < 640
    [TestCase(200, 23.9, true)]
    [TestCase(200, 24.1, false)]  // 24.1² = 581 < 1280, but beyond 6·4
    public void Tosa_bounds_each_error_and_their_squares_together(int results, double units, bool isAccepted)
    {
        const double Magnitude = 1.5;
        double error = units * Magnitude * Math.Pow(2, -24);
        var evidence = new PolicyEvidence(ConvolutionOperator.Forward, new double[results], [.. Enumerable.Repeat(Magnitude, results)],
            [(float)error, .. new float[results - 1]], 4, 2, 2.5);

        Assert.That(Named("TOSA").IsAccepted(evidence), Is.EqualTo(isAccepted));
    }

    [TestCaseSource(nameof(Names))]
    public void A_NaN_or_an_infinity_for_a_number_is_rejected(string name)
    {
        Policy policy = Named(name);
        Assert.That(policy.IsAccepted(Evidence(1, 1)), Is.True);
        Assert.That(policy.IsAccepted(Evidence(1, float.NaN)), Is.False);
        Assert.That(policy.IsAccepted(Evidence(1, float.PositiveInfinity)), Is.False);
    }

    [TestCaseSource(nameof(Names))]
    public void A_candidate_that_throws_is_rejected(string name)
    {
        var throws =
            new InProcessCandidate<float>("throws", static (_, _) => throw new InvalidOperationException(), Answers<float>.Everything);

        Assert.That(PolicyJudge.FirstRejected(Named(name), throws, Cases), Is.EqualTo(1));
    }

    private static Policy Named(string name) => PolicyBook.All.Single(policy => policy.Name == name);

    /// <summary>One result of four products, max|x| = 2, max|w| = 2.5, Σ max|x|·|w| = 1.5.</summary>
    private static PolicyEvidence Evidence(double expected, float actual, ConvolutionOperator op = ConvolutionOperator.Forward) =>
        new(op, [expected], [1.5], [actual], Terms: 4, LargestFirst: 2, LargestSecond: 2.5);

    private static void WriteInDouble(Operands<float> operands, Span<float> result)
    {
        var wide = new double[result.Length];
        Answers<double>.Write(operands.Select(static number => (double)number), wide);
        for (int e = 0; e < wide.Length; e++)
            result[e] = (float)wide[e];
    }
}
