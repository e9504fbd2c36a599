using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.SpecTests.Verification.Runs;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Reports;

public sealed class FaultReportTests
{
    private const string Again = "refconv check --native libfoo.so";

    [Test]
    public void A_lost_tap_is_reported_from_the_rule_to_the_replay() =>
        Assert.That(Whole(Broken.Check(new LostTap(), cases: 20).Breaks.First(static broken => broken.Rule == "structure")), Is.EqualTo(
                """
                ✗ forward breaks 'structure'; first in case 1
                  y[0, 0, 0] expected 1, got 0; 1 of 1 outputs are wrong
                  look at: which tap, channel, image or border the first wrong result meets
                  smallest case: N1 C1 K1 g1 | 2 k2 s1 d1 p0,0 → 1, seed 0, numbers made simpler

                  x[0,:,:]   w[0,:,:]   expected y[0,:,:]   got   difference
                  0 1        0 1        1                   [0]   [-1]

                  y[0,0,0] = Σ x[n,c,i]·w[k,c,r]
                           = x[0,0,0]·w[0,0,0] + x[0,0,1]·w[0,0,1]
                           = 0·0 + 1·1
                           = 1, got 0
                  got is the sum without x[0,0,1]·w[0,0,1]

                  replay: refconv check --native libfoo.so --replay structure.forward.float32.AAAAAAAAAAE.Mg
                """));

    [Test]
    public void A_break_of_conduct_has_neither_hint_nor_numbers()
    {
        const string Message = "blocks must be multiples of the vector width, and this one is not: it has 17 elements";
        var candidate = new Planted(static (_, _) => throw new InvalidOperationException(Message));

        Assert.That(Whole(Broken.Check(candidate, cases: 5).Breaks[0]), Is.EqualTo(
                """
                ✗ forward breaks 'returns', when asked for 'structure'; first in case 1
                  threw InvalidOperationException: blocks must be multiples of the vector width,
                    and this one is not: it has 17 elements
                  smallest case: N1 C1 K1 g1 | 1 k1 s1 d1 p0,0 → 1, seed 0, numbers made simpler

                  replay: refconv check --native libfoo.so --replay structure.forward.float32.0.CA
                """));
    }

    [Test]
    public void A_brief_report_says_what_broke_and_how_to_see_it_again() =>
        Assert.That(
            string.Join('\n', FaultReport.Brief(
                Broken.Check(new LostTap(), cases: 20).Breaks.First(static broken => broken.Rule == "structure"), "float32", Again)),
            Is.EqualTo(
                """
                ✗ forward breaks 'structure'; first in case 1
                  y[0, 0, 0] expected 1, got 0; 1 of 1 outputs are wrong
                  replay: refconv check --native libfoo.so --replay structure.forward.float32.AAAAAAAAAAE.Mg
                """));

    [Test]
    public void A_break_that_does_not_repeat_says_so_and_that_its_case_is_not_the_smallest()
    {
        var layer = new OperatorCase(ConvolutionGeometry.SingleChannel(new Axis(4, 2)), ConvolutionOperator.AveragePooling, 1, flag: true);
        var finding = new Finding(Standing.Broken) { Fault = "in the same call again: y[0, 0, 0] expected 1, got 2" };
        Break once = Broken.By("repeats", layer, finding) with { IsRepeatable = false, Level = RuleLevel.May };

        Assert.That(Whole(once), Is.EqualTo(
                """
                ✗ average pooling breaks 'repeats' (no must); first in case 3
                  in the same call again: y[0, 0, 0] expected 1, got 2
                  look at: the tap
                  case: N1 C1 K1 g1 | 4 k2 s1 d1 p0,0 → 3, counts padding, seed 1

                  asked again by itself the case does not break: what was called before it
                  matters, or chance
                """));
    }

    [Test]
    public void No_line_but_the_replay_is_wider_than_80_columns()
    {
        CheckResult result = Broken.Check(Planted.LastOutput, cases: 30, Capabilities.Convolution with { Ranks = [3] });
        Assert.That(result.Breaks, Is.Not.Empty);
        foreach (Break broken in result.Breaks)
        {
            OperatorCase found = broken.First;
            Finding finding = RuleBook<float>.All.Single(rule => rule.Name == broken.Rule).Check(
                new InProcessCandidate<float>("planted", Planted.LastOutput), found);
            foreach (Break shown in new[] { broken, broken with { Smallest = found, Finding = finding, IsRepeatable = false } })
                Assert.That(
                    FaultReport.Lines(shown, result.NumberType, Again).Where(
                        static line => !line.Contains("replay:", StringComparison.Ordinal)).Select(static line => line.Length),
                    Has.All.LessThanOrEqualTo(80));
        }
    }

    private static string Whole(Break broken) => string.Join('\n', FaultReport.Lines(broken, "float32", Again));

    /// <summary>Forgets the last tap of the last window of the first output channel, where the window has two taps or more.</summary>
    private sealed class LostTap : IConvolution<float>
    {
        private readonly ScalarConvolution<float> right = new();

        public void Forward(
            ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y)
        {
            right.Forward(geometry, x, w, bias, y);
            foreach (Window window in geometry.Windows)
                if (geometry.Batch > 0 && window.Pairs.Length > 1 && window.Output == geometry.Relation.Outputs - 1)
                {
                    (int r, int i) = window.Pairs[^1];
                    y[window.Output] -= x[i] * w[(window.Phase * geometry.OutChannels * geometry.GroupInChannels * geometry.Relation.Taps)
                        + r];
                }
        }

        public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> w, ReadOnlySpan<float> dy, Span<float> dx) =>
            right.DataGradient(geometry, w, dy, dx);

        public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw) =>
            right.WeightGradient(geometry, x, dy, dw);
    }
}
