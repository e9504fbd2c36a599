using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Verification.Rules;

/// <summary>A class is judged by its own bound: who claims more than it keeps is caught, and who claims less passes.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ExactnessClaimTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly OperatorCase[] Drawn = [.. Instances.Drawn(4, 25, 1500, ConvolutionOperators.Trilinear)];

    [Test]
    public void An_accumulator_of_float_that_claims_to_be_wide_is_caught()
    {
        if (typeof(T) == typeof(double))
            Assert.Ignore("the oracle of double has no wider accumulator itself: its own error hides what wide would forbid");
        InProcessCandidate<T> narrow = Summation<T>.Candidate("narrow", Summation<T>.Named("in order"), Claim("wide"));

        Assert.That(Drawn.SelectMany(instance => Instances.Broken(narrow, instance)).Distinct(),
            Has.Member("real numbers").And.Member("cancellation"));
    }

    [Test]
    public void An_operand_rounded_to_11_bits_claims_as_many()
    {
        Assert.That(Drawn.SelectMany(instance => Instances.Broken(Rounds(11, "reduced:11"), instance)), Is.Empty);
        Assert.That(Drawn.SelectMany(instance => Instances.Broken(Rounds(11, "direct"), instance)).Distinct(),
            Has.Member("precision of first").And.Member("real numbers"));
    }

    [Test]
    public void An_operand_rounded_to_8_bits_may_not_claim_11() =>
        Assert.That(
            Drawn.SelectMany(instance => Instances.Broken(Rounds(8, "reduced:11"), instance)).Distinct(),
            Has.Member("precision of first").And.Member("precision of second").And.Member("real numbers"));

    [Test]
    public void Who_sums_directly_may_claim_to_transform() =>
        Assert.That(Drawn.SelectMany(instance => Instances.Broken(
            Summation<T>.Candidate("direct", Summation<T>.Named("in order"), Claim("transforming:16")), instance)), Is.Empty);

    [TestCase(1)]
    [TestCase(4)]
    public void Winograd_transforms_and_is_not_direct(int channels)
    {
        // The transforms and products of one channel have magnitudes up to 8·max|x|·max|w| and at most 4 roundings, the sum over channels
        // and bias C, the last transform 2.
        double kappa = 8.0 * channels * (channels + 6) / ((3 * channels) + 1);
        OperatorCase[] cases =
        [
            .. Enumerable.Range(1, 40).Select(seed => new OperatorCase(
                new ConvolutionGeometry(2, channels, 3, 1, new Axis(
                    5 + (seed % 4), 3, padding: Padding.Explicit(seed % 3, 1))), ConvolutionOperator.Forward, (ulong)seed, seed % 2 == 0)),
        ];
        InProcessCandidate<T> Candidate(Exactness exactness) =>
            new("F(2, 3)", Winograd, new Capabilities { Operators = [ConvolutionOperator.Forward], Exactness = exactness });

        Assert.That(cases.SelectMany(instance => Instances.Broken(Candidate(Exactness.Transforming(kappa)), instance)), Is.Empty);
        Assert.That(
            cases.SelectMany(instance => Instances.Broken(Candidate(Exactness.Direct), instance)).Distinct(), Has.Member("wide exponents"));
    }

    private static Capabilities Claim(string exactness) => new() { Exactness = Exactness.Parse(exactness) };

    private static InProcessCandidate<T> Rounds(int bits, string claim) =>
        Answers<T>.OfNumbers((input, number) => input == 2 ? number : Answers<T>.Rounded(number, bits), Claim(claim));

    /// <summary>F(2, 3): two outputs of three taps by four products (Winograd 1980), channel by channel, zeros border, stride 1.</summary>
    private static void Winograd(Operands<T> operands, Span<T> result)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        (Axis axis, T half) = (geometry.Axes[0], T.CreateChecked(0.5));
        for (int n = 0; n < geometry.Batch; n++)
            for (int k = 0; k < geometry.OutChannels; k++)
                for (int o = 0; o < axis.Output; o += 2)
                {
                    var m = new T[4];
                    for (int c = 0; c < geometry.InChannels; c++)
                    {
                        T X(int place) => o + place - axis.Begin is var i && 0 <= i && i < axis.Input
                            ? operands.Inputs[0][(((n * geometry.InChannels) + c) * axis.Input) + i]
                            : T.Zero;
                        ReadOnlySpan<T> w = operands.Inputs[1].AsSpan(((k * geometry.InChannels) + c) * 3, 3);
                        m[0] += (X(0) - X(2)) * w[0];
                        m[1] += (X(1) + X(2)) * ((w[0] + w[1] + w[2]) * half);
                        m[2] += (X(2) - X(1)) * ((w[0] - w[1] + w[2]) * half);
                        m[3] += (X(1) - X(3)) * w[2];
                    }

                    T bias = operands.Bias.IsEmpty ? T.Zero : operands.Bias[k];
                    Span<T> y = result.Slice(((n * geometry.OutChannels) + k) * axis.Output, axis.Output);
                    y[o] = bias + (m[0] + m[1] + m[2]);
                    if (o + 1 < axis.Output)
                        y[o + 1] = bias + (m[1] - m[2] - m[3]);
                }
    }
}
