using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.SpecTests.Verification.Rules;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Verification.Judging;

/// <summary>Bounds, limits and weakness of vectors, against formulas with the numbers in.</summary>
public sealed class TestVectorTests
{
    private const double U = 1 / 16777216.0;
    private const double V = 1 / 9007199254740992.0;
    private const double S = 27.631021115928547;   // −ln 10⁻¹²

    [Test]
    public void A_bound_is_that_of_the_most_terms_times_the_magnitude()
    {
        OperatorCase one = Instances.Pointwise(ConvolutionOperator.Forward, inputs: 3);   // a product and room for a bias: L = 2
        TestVector<float> vector = Instances.Rule<float>("real numbers").Vector(one, Capabilities.Convolution)!;

        for (int e = 0; e < 3; e++)
        {
            double b = Math.Abs((double)vector.Operands.Inputs[0][e] * vector.Operands.Inputs[1][0]);
            Assert.That(vector.Tolerance![e],
                Is.EqualTo((2 * U / (1 - (2 * U)) * b) + (2 * Math.ScaleB(1, -149)) + (2 * V / (1 - (2 * V)) * b)).Within(4).Ulps);
            Assert.That(vector.Deviation![e], Is.EqualTo(U * b));
        }

        double greater = (1 + (V / U)) * (1 + (2 * U / (1 - (2 * U))));
        Assert.That(vector.VarianceLimit, Is.EqualTo(2 * greater * greater * (3 + (2 * Math.Sqrt(3 * S)) + (2 * S))).Within(8).Ulps);
        Assert.That(vector.IsWeak, Is.False);
        Assert.That(vector.SmallestFault, Is.EqualTo(2 * vector.Tolerance!.Max()));
    }

    [Test]
    public void The_oracle_of_double_rounds_as_well_and_doubles_the_deviation()
    {
        TestVector<double> vector = Instances.Rule<double>("real numbers").Vector(
            Instances.Pointwise(ConvolutionOperator.Forward, inputs: 3), Capabilities.Convolution)!;
        double b = Math.Abs(vector.Expected[0]);
        double gamma = 2 * V / (1 - (2 * V));

        Assert.That(vector.Tolerance![0], Is.EqualTo(2 * gamma * b).Within(4).Ulps);
        Assert.That(vector.VarianceLimit, Is.EqualTo(2 * 4 * (3 + (2 * Math.Sqrt(3 * S)) + (2 * S))).Within(8).Ulps);
    }

    // a product over an extended border is part of m results: rounded alike, not independent
    [TestCase(ConvolutionOperator.Forward, Border.Zeros, 5, 1)]
    [TestCase(ConvolutionOperator.Forward, Border.Extended, 5, 3)]      // x[0] three times under tap 0, in three outputs
    [TestCase(ConvolutionOperator.DataGradient, Border.Extended, 3, 1)]
    [TestCase(ConvolutionOperator.WeightGradient, Border.Extended, 2, 2)]   // output 0 sees x[0] under both taps
    public void A_limit_allows_for_results_that_share_a_product(ConvolutionOperator op, Border border, int results, int shared)
    {
        var axis = new Axis(3, 2, padding: Padding.Explicit(2, 1), border: border);
        var instance = new OperatorCase(ConvolutionGeometry.SingleChannel(axis), op, seed: 1, flag: false);
        TestVector<double> vector = Instances.Rule<double>("real numbers").Vector(instance, Capabilities.Convolution)!;

        double perResult = vector.VarianceLimit / (results + (2 * Math.Sqrt(shared * results * S)) + (2 * shared * S));

        Assert.That(vector.Expected, Has.Length.EqualTo(results));
        Assert.That(perResult, Is.EqualTo(4.0 * instance.MostTerms).Within(1e-12), "L·(1 + 1)²");
    }

    [Test]
    public void An_average_has_two_roundings_more_than_additions()
    {
        var pair =
            new OperatorCase(ConvolutionGeometry.SingleChannel(new Axis(2, 2)), ConvolutionOperator.AveragePooling, seed: 1, flag: false);
        TestVector<float> vector = Instances.Rule<float>("real numbers").Vector(pair, Answers<float>.Everything)!;
        double b = vector.Operands.Inputs[0].Sum(static number => Math.Abs((double)number)) / 2;

        Assert.That(vector.Tolerance![0],
            Is.EqualTo((3 * U / (1 - (3 * U)) * b) + (3 * Math.ScaleB(1, -149)) + (3 * V / (1 - (3 * V)) * b)).Within(4).Ulps);
        Assert.That(vector.Deviation, Is.Null);
    }

    [Test]
    public void The_norm_of_a_transforming_class_is_of_the_products_or_of_a_greater_bias()
    {
        var biased = new OperatorCase(ConvolutionGeometry.SingleChannel(new Axis(3, 1)), ConvolutionOperator.Forward, seed: 3, flag: true);
        for (ulong seed = 0; seed < 20; seed++)
        {
            TestVector<float> vector = Instances.Rule<float>("wide exponents").Vector(
                biased.WithSeed(seed), new Capabilities { Exactness = Exactness.Transforming(8) })!;
            double[] most = [.. vector.Operands.Inputs.Select(static numbers => numbers.Max(static number => Math.Abs((double)number)))];
            double b = Math.Abs((double)vector.Operands.Inputs[0][0] * vector.Operands.Inputs[1][0])
                + Math.Abs((double)vector.Operands.Inputs[2][0]);

            Assert.That(
                vector.Tolerance![0],
                Is.EqualTo((8 * U * 2 * Math.Max(most[0] * most[1], most[2])) + (2 * Math.ScaleB(1, -149))
                    + (2 * V / (1 - (2 * V)) * b)).Within(4).Ulps);
        }
    }

    [Test]
    public void A_vector_is_weak_where_a_lost_product_could_pass()
    {
        OperatorCase Taps(int taps) =>
            new(ConvolutionGeometry.SingleChannel(new Axis(taps, taps)), ConvolutionOperator.Forward, seed: 1, flag: false);
        bool IsWeak(string rule, int taps, string exactness) =>
            Instances.Rule<float>(rule).Vector(Taps(taps), new Capabilities { Exactness = Exactness.Parse(exactness) })!.IsWeak;

        Assert.That(IsWeak("real numbers", 100, "direct"), Is.False);            // 2·γ(101)·b ≤ 2·101·2⁻²⁴·404 < 1 ≤ the smallest product
        Assert.That(IsWeak("real numbers", 100, "reduced:8"), Is.True);          // 2·(2·2⁻⁸)·b ≥ 2⁻⁶·100 > 1.5·1.5, and some product is smaller
        Assert.That(IsWeak("wide exponents", 100, "direct"), Is.True);           // 80 octaves lie between products
        Assert.That(IsWeak("structure", 100, "direct"), Is.False);
    }

    [Test]
    public void Integers_and_subnormals_never_sum_to_more_than_the_significand_holds([Values] ConvolutionOperator op)
    {
        int exact = 0;
        foreach (OperatorCase instance in Instances.Drawn(6, 60, 5000, op))
            foreach (string rule in new[] { "structure", "precision of first", "precision of second", "subnormals" })
                if (Instances.Rule<float>(rule).Vector(instance, Answers<float>.Everything) is { Tolerance: null } vector)
                {
                    Operands<float> given = vector.Operands;
                    double[][] magnitudes = [.. given.Inputs.Select((numbers, input) => Array.ConvertAll(numbers,
                        number => op == ConvolutionOperator.MaxPoolingGradient && input == 0 ? number : Math.Abs((double)number)))];
                    var sums = new double[vector.Expected.Length];
                    Answers<double>.Write(new Operands<double>(given.Geometry, op, given.CountsPadding, [.. magnitudes]), sums);
                    double unit = rule == "subnormals" ? float.Epsilon : 1;

                    Assert.That(sums.All(sum => sum % unit == 0 && sum / unit <= 1 << 24), $"{rule} on {instance}");
                    exact++;
                }

        Assert.That(exact > 60 || op.IsAverage(), $"{exact} exact vectors");
    }

    [Test]
    public void Errors_within_every_bound_may_vary_too_much()
    {
        var large =
            new OperatorCase(new ConvolutionGeometry(1, 1500, 8, 1, new Axis(8, 1)), ConvolutionOperator.Forward, seed: 1, flag: false);
        InProcessCandidate<float> candidate = Answers<float>.OfNumbers(static (_, number) => Answers<float>.Rounded(number, 11));

        Assert.That(
            Instances.Rule<float>("real numbers").Check(candidate, large).Fault,
            Does.StartWith("every error is legal, all together are not: "));
        Assert.That(Instances.Rule<float>("real numbers").Check(Answers<float>.Right, large).Fault, Is.Null);
    }
}
