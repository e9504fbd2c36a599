using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

/// <summary>For each rule about numbers a candidate that breaks it, and no plainer one before it.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class DataRuleTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void A_right_candidate_breaks_none([Values] ConvolutionOperator op) =>
        Assert.That(Instances.Broken(Answers<T>.Right, Instances.Small(op, seed: 3)), Is.Empty);

    [Test]
    public void Structure_sees_a_single_result_that_is_off_by_one([Values] ConvolutionOperator op) =>
        Assert.That(
            Instances.Broken(Answers<T>.Spoiled(static (_, result) => result[^1] += T.One), Instances.Small(op)), Has.Member("structure"));

    [TestCase(0, "precision of first")]
    [TestCase(1, "precision of second")]
    public void An_operand_with_half_the_bits_is_seen_by_its_precision_fill(int spoiled, string rule)
    {
        int bits = NumberFormat<T>.SignificandBits == 24 ? 11 : 24;   // TF32 and half below float, float below double
        InProcessCandidate<T> candidate =
            Answers<T>.OfNumbers((input, number) => input == spoiled ? Answers<T>.Rounded(number, bits) : number);

        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
            Assert.That(Instances.Broken(candidate, Instances.Small(op))[0], Is.EqualTo(rule), $"{op}");
    }

    [Test]
    public void Real_numbers_see_results_that_are_off_where_they_are_not_whole()
    {
        T off = T.CreateChecked(1 + (64 * NumberFormat<T>.UnitRoundoff));
        InProcessCandidate<T> candidate = Answers<T>.Spoiled((_, result) =>
        {
            for (int e = 0; e < result.Length; e++)
                result[e] = T.IsInteger(result[e]) ? result[e] : result[e] * off;
        });

        foreach (ConvolutionOperator op in new[] { ConvolutionOperator.Forward, ConvolutionOperator.DataGradient })
            Assert.That(Instances.Broken(candidate, Instances.Pointwise(op))[0], Is.EqualTo("real numbers"), $"{op}");
    }

    [Test]
    public void Wide_exponents_see_that_small_numbers_are_lost()
    {
        var least = T.CreateChecked(Math.ScaleB(1, -14));   // half's smallest normal number
        InProcessCandidate<T> candidate =
            Answers<T>.OfNumbers((_, number) => T.IsNormal(number) && T.Abs(number) < least ? T.Zero : number);

        Assert.That(Instances.Broken(candidate, Instances.Pointwise(ConvolutionOperator.Forward)), Is.EqualTo(new[] { "wide exponents" }));
    }

    [Test]
    public void Cancellation_sees_an_error_as_large_as_what_is_summed()
    {
        T off = T.CreateChecked(256 * NumberFormat<T>.UnitRoundoff);
        InProcessCandidate<T> candidate = Answers<T>.Spoiled((operands, result) =>
        {
            if (operands.Inputs[0].All(static number => T.Abs(number) is var size && T.One <= size && size < T.CreateChecked(1.02)))
                result[0] += off;
        });

        Assert.That(Instances.Broken(candidate, Instances.Small(ConvolutionOperator.Forward)), Is.EqualTo(new[] { "cancellation" }));
    }

    [Test]
    public void Special_values_see_a_NaN_that_leaks()
    {
        InProcessCandidate<T> candidate = Answers<T>.Spoiled(static (operands, result) =>
        {
            if (operands.Inputs.Any(static numbers => !numbers.All(T.IsFinite)))
                result[0] = result[^1] = T.NaN;
        });
        OperatorCase instance = Instances.Drawn(1, 40, 1500, ConvolutionOperator.Forward)
            .First(drawn => drawn.Geometry.OutputLength > 100 && Instances.Rule<T>("special values").Vector(
                drawn, candidate.Capabilities) is { } vector && double.IsFinite(vector.Expected[0]));

        Assert.That(Instances.Broken(candidate, instance), Is.EqualTo(new[] { "special values" }));
    }

    [Test]
    public void Special_values_see_a_NaN_that_is_swallowed(
        [Values(ConvolutionOperator.Forward, ConvolutionOperator.AveragePooling, ConvolutionOperator.BiasGradient)] ConvolutionOperator op)
    {
        InProcessCandidate<T> candidate = Answers<T>.OfNumbers(static (_, number) => T.IsFinite(number) ? number : T.Zero);
        OperatorCase instance = Enumerable.Range(0, 9).Select(seed => Instances.Small(op, (ulong)seed))
            .First(drawn => Instances.Rule<T>("special values").Vector(drawn, candidate.Capabilities) is not null);

        Assert.That(Instances.Broken(candidate, instance), Is.EqualTo(new[] { "special values" }));
    }

    [Test]
    public void Subnormal_numbers_see_a_flush_to_zero(
        [Values(
            ConvolutionOperator.Forward,
            ConvolutionOperator.DataGradient,
            ConvolutionOperator.WeightGradient,
            ConvolutionOperator.BiasGradient,
            ConvolutionOperator.MaxPooling,
            ConvolutionOperator.MaxPoolingGradient)] ConvolutionOperator op)
    {
        InProcessCandidate<T> candidate = Answers<T>.OfNumbers(static (_, number) => T.IsSubnormal(number) ? T.Zero : number);

        Assert.That(Instances.Broken(candidate, Instances.Small(op)), Is.EqualTo(new[] { "subnormals" }));
    }

    [Test]
    public void A_flush_to_zero_that_is_declared_is_not_asked()
    {
        InProcessCandidate<T> candidate = Answers<T>.OfNumbers(
            static (_, number) => T.IsSubnormal(number) ? T.Zero : number, Answers<T>.Everything with { KeepsSubnormals = false });

        Assert.That(Instances.Broken(candidate, Instances.Small(ConvolutionOperator.Forward)), Is.Empty);
        Assert.That(
            Instances.Rule<T>("subnormals").Check(candidate, Instances.Small(ConvolutionOperator.Forward)).Standing,
            Is.EqualTo(Standing.NotApplicable));
    }

    [Test]
    public void Simpler_subnormal_numbers_are_multiples_of_the_smallest([Values] ConvolutionOperator op)
    {
        OperatorCase instance = Instances.Small(op);
        int elements = Signature.Of(instance.Geometry, op, hasBias: false).Inputs.Sum(static input => input.Length);
        DataMask ones = AllOnes(elements);
        if (Instances.Rule<T>("subnormals").Vector(instance.WithMask(ones), Answers<T>.Everything) is not { } vector)
        {
            Assert.That(op.IsAverage());
            return;
        }

        Assert.That(vector.Operands.Inputs[0], Is.All.EqualTo(T.Epsilon));
        Assert.That(vector.Expected, Is.All.LessThan(elements * NumberFormat<T>.SmallestSubnormal));
    }

    [Test]
    public void A_pooling_gradient_adds_in_any_order_where_windows_share_an_input()
    {
        InProcessCandidate<T> backwards = Answers<T>.Spoiled(static (operands, result) =>
        {
            if (operands.Operator != ConvolutionOperator.MaxPoolingGradient)
                return;
            var greatest = new int[operands.Inputs[1].Length];
            foreach (Window window in operands.Geometry.Windows)
                greatest[window.Output] = window.Pairs[0].Input;
            result.Clear();
            for (int o = greatest.Length - 1; o >= 0; o--)
                result[greatest[o]] += operands.Inputs[1][o];
        });
        var everyWindowSeesOne = new OperatorCase(
            ConvolutionGeometry.SingleChannel(
                new Axis(1, 9, padding: Padding.Explicit(8, 8))), ConvolutionOperator.MaxPoolingGradient, seed: 5, flag: false);

        Assert.That(Instances.Broken(backwards, everyWindowSeesOne), Is.Empty);
    }

    private static DataMask AllOnes(int elements) =>
        DataMask.Parse(System.Buffers.Text.Base64Url.EncodeToString(
            [.. Enumerable.Range(0, (elements + 4) / 5).Select(b => Ones(Math.Min(elements - (5 * b), 5)))]), elements);

    /// <summary>So many digits 1 to the base 3.</summary>
    private static byte Ones(int digits) => (byte)((Math.Pow(3, digits) - 1) / 2);
}
