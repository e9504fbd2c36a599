using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

/// <summary>A wrong result that a claim would make right is told with that claim, and no other is.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class RemedyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string AnyPadding = "; a NaN or ∞ met only padding: if this is your convention, claim it: --padding either";
    private const string GradientPadding = "; a NaN or ∞ met only padding: if this is your convention, claim it: --gradient-padding either";
    private const string Kahan =
        "; an ∞ came out as NaN, as ∞ − ∞ in a compensated (Kahan) sum does: if this is your convention, claim it: --claims infinities=nan";
    private const string Subnormals = "; subnormal numbers were taken for zero: if this is your convention, claim it: --subnormals flushed";

    [TestCase(ConvolutionOperator.Forward, AnyPadding)]
    [TestCase(ConvolutionOperator.DataGradient, GradientPadding)]
    [TestCase(ConvolutionOperator.WeightGradient, AnyPadding)]
    public void Padding_that_is_multiplied(ConvolutionOperator op, string remedy) =>
        Assert.That(Faults("special values", op, new InProcessCandidate<T>(
            "multiplies", PaddingConventionTests<T>.Multiply, Capabilities.Convolution)), Is.Not.Empty.And.All.Contain(remedy));

    [Test]
    public void Padding_that_is_skipped_and_was_claimed_to_be_multiplied() =>
        Assert.That(
            Faults("special values", ConvolutionOperator.Forward,
                new InProcessCandidate<T>("skips", Answers<T>.Write, new() { Padding = PaddingConvention.Multiplied })),
            Is.Not.Empty.And.All.Contain(AnyPadding));

    [Test]
    public void An_infinity_that_is_NaN([ValueSource(nameof(Sums))] ConvolutionOperator op)
    {
        Assert.That(Faults("special values", op, Compensated(Answers<T>.Everything)), Is.Not.Empty.And.All.Contain(Kahan));
        Assert.That(Faults("special values", op, Compensated(Answers<T>.Everything with { KeepsInfinities = false })), Is.Empty);
    }

    [Test]
    public void What_two_conventions_explain_only_together_names_both()
    {
        InProcessCandidate<T> both = new(
            "both",
            static (operands, result) =>
            {
                PaddingConventionTests<T>.Multiply(operands, result);
                for (int e = 0; e < result.Length; e++)
                    result[e] = T.IsInfinity(result[e]) ? T.NaN : result[e];
            },
            Capabilities.Convolution);

        Assert.That(Faults("special values", ConvolutionOperator.Forward, both),
            Is.All.Contain("claim it: --").And.Some.EndsWith(AnyPadding + Kahan));
    }

    [Test]
    public void Who_may_give_NaN_for_an_infinity_may_not_give_numbers() =>
        Assert.That(
            Faults("special values", ConvolutionOperator.Forward,
                Replacing(T.Zero, Answers<T>.Everything with { KeepsInfinities = false })),
            Is.Not.Empty);

    [Test]
    public void Subnormals_that_are_zero() =>
        Assert.That(
            Faults("subnormals", ConvolutionOperator.Forward,
                Answers<T>.OfNumbers(static (_, number) => T.IsSubnormal(number) ? T.Zero : number)),
            Is.Not.Empty.And.All.Contain(Subnormals));

    [Test]
    public void What_no_convention_explains_is_told_without_one() =>
        Assert.That(
            Faults("special values", ConvolutionOperator.Forward, Answers<T>.Spoiled(static (_, result) => result[^1] = T.NaN)).Where(
                static fault => fault.Contains("expected 1", StringComparison.Ordinal)),
            Is.All.Not.Contain("claim it"));

    [Test]
    public void A_refusal_of_what_is_valid_is_told_how_to_say_a_limit() =>
        Assert.That(
            Finding.Without(new Reply(ReplyKind.Refused, Text: "no groups")),
            Is.EqualTo(new Finding(Standing.Broken)
            {
                Conduct = Conduct.AcceptsWhatIsValid,
                Fault = "no groups; if this is a limit of yours, answer 'unsupported'"
            }));

    private static IEnumerable<ConvolutionOperator> Sums =>
        ConvolutionOperators.All.Where(static op => op != ConvolutionOperator.MaxPooling);

    private static string[] Faults(string rule, ConvolutionOperator op, InProcessCandidate<T> candidate) =>
    [
        .. from index in Enumerable.Range(0, 60)
           let finding = Instances.Rule<T>(rule).Check(candidate, Padded(op, index))
           where finding.Standing == Standing.Broken
           select finding.Fault,
    ];

    private static OperatorCase Padded(ConvolutionOperator op, int index)
    {
        int groups = ConvolutionOperators.Pooling.Contains(op) ? 4 : 1 + (index / 4 % 2);
        var axis = new Axis(4 + (index % 3), 3, 1 + (index % 2), 1 + (index / 2 % 2), Padding.Explicit(index % 3, 2));
        return new OperatorCase(
            new ConvolutionGeometry(2, 4, 4, groups, axis, new Axis(3, 2, padding: Padding.Explicit(1, 0))), op, (ulong)index, flag: false);
    }

    private static InProcessCandidate<T> Compensated(Capabilities claims) => Replacing(T.NaN, claims);

    private static InProcessCandidate<T> Replacing(T infinity, Capabilities claims) => Answers<T>.Spoiled(
        (_, result) =>
        {
            for (int e = 0; e < result.Length; e++)
                result[e] = T.IsInfinity(result[e]) ? infinity : result[e];
        },
        claims);
}
