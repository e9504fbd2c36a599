using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Candidates;

public sealed class CapabilitiesTests
{
    private static readonly ConvolutionGeometry Everything = new(
        0, 4, 4, 2, new Axis(9, 3, stride: 2, dilation: 2, padding: Padding.Explicit(1, 2), border: Border.Cyclic, tile: 2), new Axis(
            5, 2));

    private static readonly Capabilities All = new() { Operators = ConvolutionOperators.All };

    private static readonly TestCaseData[] Without =
    [
        Lacking(All with { Operators = [ConvolutionOperator.DataGradient] }, "forward"),
        Lacking(All with { Ranks = [1, 3] }, "rank 2"),
        Lacking(All with { EmptyBatch = false }, "empty batch"),
        Lacking(All with { Groups = false }, "groups"),
        Lacking(All with { Bias = false }, "bias"),
        Lacking(All with { Tiles = false }, "tiles"),
        Lacking(All with { Borders = [Border.Zeros, Border.Reflected] }, "cyclic border"),
        Lacking(All with { Dilation = false }, "dilation"),
        Lacking(All with { Stride = false }, "stride"),
        Lacking(All with { AsymmetricPadding = false }, "asymmetric padding"),
    ];

    private static TestCaseData Lacking(Capabilities capabilities, string lacked) =>
        new TestCaseData(capabilities, lacked).SetArgDisplayNames(lacked);

    [Test]
    public void Who_claims_everything_lacks_nothing() =>
        Assert.That(All.Lacks(Everything, ConvolutionOperator.Forward, hasBias: true), Is.Null);

    [TestCaseSource(nameof(Without))]
    public void What_is_not_claimed_is_lacked_by_name(Capabilities capabilities, string lacked)
    {
        var plain = new ConvolutionGeometry(1, 1, 1, 1, new Axis(5, 3));

        Assert.That(capabilities.Lacks(Everything, ConvolutionOperator.Forward, hasBias: true), Is.EqualTo(lacked));
        if (lacked is not ("forward" or "cyclic border"))
            Assert.That(capabilities.NotClaimed(), Is.EqualTo(new[] { lacked }));
        if (lacked != "forward")
            Assert.That(capabilities.Lacks(plain, ConvolutionOperator.Forward, hasBias: false), Is.Null);
    }

    [Test]
    public void Everything_that_is_not_claimed_is_listed() => Assert.That(
        new Capabilities
        {
            Borders = [Border.Zeros],
            IsReentrant = false,
            KeepsSubnormals = false,
            Ranks = [2],
            RefusesInvalid = false
        }.NotClaimed(),
        Is.EqualTo(new[]
        {
            "bias gradient", "max pooling", "max pooling gradient", "average pooling", "average pooling gradient", "rank 1", "rank 3",
            "extended border", "cyclic border", "reflected border", "concurrent calls", "subnormals", "refusal of invalid geometries",
        }));

    [TestCase(ConvolutionOperator.MaxPooling)]
    [TestCase(ConvolutionOperator.AveragePooling)]
    public void A_pooling_needs_no_groups_and_its_flag_is_no_bias(ConvolutionOperator op) =>
        Assert.That((All with { Groups = false, Bias = false }).Lacks(Everything, op, hasBias: true), Is.Null);
}
