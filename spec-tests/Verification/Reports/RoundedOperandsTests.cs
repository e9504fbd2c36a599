using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Reports;

/// <summary>Results that rounded operands explain are told to be that, and no others.</summary>
public sealed class RoundedOperandsTests
{
    private const string Tf32 = "operands keep 11 significant bits: TF32 or half";
    private const string Bf16 = "operands keep 8 significant bits: bf16";

    private static readonly ConvolutionGeometry Line = ConvolutionGeometry.SingleChannel(new Axis(4, 2));

    [TestCase(11, Tf32)]
    [TestCase(8, Bf16)]
    public void Every_rule_that_is_broken_by_rounding_says_so(int bits, string text)
    {
        Break[] breaks = Breaks((_, number) => Answers<float>.Rounded(number, bits));

        Assert.That(breaks.Select(static broken => broken.Rule),
            Is.SupersetOf(new[] { "precision of first", "real numbers", "wide exponents", "cancellation" }));
        foreach (Break broken in breaks.Where(static broken => broken.Rule is not ("subnormals" or "special values")))
            Assert.That(Last(broken.Finding.Evidence!), Is.EqualTo(text), broken.Rule);
    }

    [Test]
    public void Weights_alone_may_be_rounded() =>
        Assert.That(Last(Breaks(static (input, number) => input == 1 ? Answers<float>.Rounded(number, 8) : number).First(
            static broken => broken.Rule == "real numbers").Finding.Evidence!), Is.EqualTo(Bf16));

    [Test]
    public void Bits_may_be_cut_off() =>
        Assert.That(
            Last(Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[0] = 4094L * 4096, null, [4095, 0, 0, 0], [4099, 0])),
            Is.EqualTo("operands keep 11 significant bits: TF32 or half"));

    [Test]
    public void Where_fewer_bits_explain_it_too_that_is_said() =>
        Assert.That(
            Last(Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[0] = 4096, null, [4097, 0, 0, 0], [1, 0])),
            Is.EqualTo("operands keep no more than 11 significant bits"));

    [Test]
    public void A_double_that_was_computed_from_floats_is_told() =>
        Assert.That(
            Last(Broken.Evidence(
                Line, ConvolutionOperator.Forward, static y => y[0] = (double)0.1f * 3, [1e-15, 1e-15, 1e-15], [0.1, 0, 0, 0], [3, 0])),
            Is.EqualTo("operands keep 24 significant bits: float32"));

    [Test]
    public void Errors_that_are_legal_one_by_one_are_explained_too()
    {
        var geometry = new ConvolutionGeometry(1, 512, 64, 1, new Axis(9, 3));
        InProcessCandidate<float> candidate = Answers<float>.OfNumbers(static (_, number) => Answers<float>.Rounded(number, 11));
        Finding finding = RuleBook<float>.Data.Single(static rule => rule.Name == "real numbers").Check(
            candidate, new OperatorCase(geometry, ConvolutionOperator.Forward, 1, flag: false));

        Assert.That(finding.Fault, Does.StartWith("every error is legal, all together are not"));
        Evidence evidence = finding.Evidence!;
        Assert.That(Last(evidence), Is.EqualTo(Tf32));
        Assert.That(FaultPicture.Lines(evidence), Has.Some.StartsWith("expected y[0,").And.All.Length.LessThanOrEqualTo(78));
        Assert.That(NUnitTest.Lines(Broken.By("real numbers", evidence), "float32"), Is.Empty, "no single result would fail");
    }

    [Test]
    public void A_lost_product_and_noise_are_not_taken_for_it()
    {
        Break[] noisy =
            [.. Broken.Check(new Noisy(), cases: 10, Capabilities.Convolution with { Operators = [ConvolutionOperator.Forward] }).Breaks];

        Assert.That(noisy, Is.Not.Empty);
        foreach (Break broken in noisy)
            Assert.That(broken.Finding.Evidence is { } evidence ? Last(evidence) : "", Does.Not.Contain("significant bits"), broken.Rule);
    }

    private static Break[] Breaks(Func<int, float, float> number) =>
        [.. CheckRun<float>.Of(
            Answers<float>.OfNumbers(number, Capabilities.Convolution), new CheckPlan(Cases: 12, LayerMultiplyAdds: 0)).Breaks];

    private static string Last(Evidence evidence) => FaultFormula.Lines(evidence).Last();

    /// <summary>Errs by one part in two thousand, to and fro.</summary>
    private sealed class Noisy : IConvolution<float>
    {
        private readonly ScalarConvolution<float> right = new();

        public void Forward(
            ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y)
        {
            right.Forward(geometry, x, w, bias, y);
            for (int e = 0; e < y.Length; e++)
                y[e] *= e % 3 == 0 ? 1.0005f : 0.9993f;
        }

        public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> w, ReadOnlySpan<float> dy, Span<float> dx) =>
            right.DataGradient(geometry, w, dy, dx);

        public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw) =>
            right.WeightGradient(geometry, x, dy, dw);
    }
}
