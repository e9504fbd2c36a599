using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Verification.Candidates;

public sealed class ClaimWordsTests
{
    private const string Operators = "forward, data-gradient, weight-gradient, bias-gradient, max-pooling, max-pooling-gradient, average-pooling, average-pooling-gradient";

    [Test]
    public void Everything_can_be_said()
    {
        Capabilities claims = ClaimWords.Over(
            Capabilities.Convolution,
            "class=wide padding=multiplied gradient-padding=either subnormals=flushed\n ranks=3,1 groups=no dilation=no stride=no asymmetric-padding=no bias=no empty-batch=no refuses-invalid=yes ");

        Assert.That(
            (claims.Exactness, claims.Padding, claims.DataGradientPadding, claims.KeepsSubnormals, claims.RefusesInvalid),
            Is.EqualTo((Exactness.WideAccumulator, PaddingConvention.Multiplied, PaddingConvention.Either, false, (bool?)true)));
        Assert.That(claims.Ranks, Is.EqualTo(new[] { 1, 3 }));
        Assert.That((claims.Groups, claims.Dilation, claims.Stride, claims.AsymmetricPadding, claims.Bias, claims.EmptyBatch),
            Is.EqualTo((false, false, false, false, false, false)));
    }

    [Test]
    public void A_word_of_one_operator_leaves_the_others_and_stands_over_words_of_all()
    {
        Capabilities claims =
            ClaimWords.Over(Capabilities.Convolution, "data-gradient:class=transforming:50 data-gradient:padding=multiplied class=wide");

        Assert.That(claims.For(ConvolutionOperator.DataGradient).Exactness, Is.EqualTo(Exactness.Transforming(50)));
        Assert.That(claims.For(ConvolutionOperator.DataGradient).DataGradientPadding, Is.EqualTo(PaddingConvention.Multiplied));
        Assert.That(claims.For(ConvolutionOperator.Forward),
            Has.Property("Exactness").EqualTo(Exactness.WideAccumulator).And.Property("Padding").EqualTo(PaddingConvention.Skipped));
    }

    [Test]
    public void What_one_operator_alone_does_is_drawn_and_asked_of_it_alone()
    {
        Capabilities claims = ClaimWords.Over(Capabilities.Convolution, "dilation=no weight-gradient:dilation=yes");
        var dilated = new ConvolutionGeometry(1, 1, 1, 1, new Axis(5, 2, 1, 2));

        Assert.That(claims.Dilation, Is.True);
        Assert.That(
            ConvolutionOperators.Trilinear.Select(op => claims.Lacks(dilated, op, hasBias: false)),
            Is.EqualTo(new[] { "dilation", "dilation", null }));
        Assert.That(claims.NotClaimed().TakeLast(2), Is.EqualTo(new[] { "dilation in forward", "dilation in data gradient" }));
    }

    [Test]
    public void What_is_narrowed_later_is_narrow_for_every_operator()
    {
        Capabilities claims = ClaimWords.Over(Capabilities.Convolution, "forward:class=wide");
        var cyclic = new ConvolutionGeometry(1, 1, 1, 1, new Axis(5, 3, border: Border.Cyclic));

        Assert.That((claims with { Borders = [Border.Zeros] }).Lacks(cyclic, ConvolutionOperator.Forward, hasBias: false),
            Is.EqualTo("cyclic border"));
        Assert.That(claims.Everywhere(static all => all with { Exactness = Exactness.Direct }).For(ConvolutionOperator.Forward).Exactness,
            Is.EqualTo(Exactness.Direct));
    }

    [TestCase("wide", "a claim must be NAME=VALUE or OPERATOR:NAME=VALUE, was 'wide'")]
    [TestCase("groups=maybe", "groups must be one of yes, no; was 'maybe'")]
    [TestCase("forward:groups=", "groups must be one of yes, no; was ''")]
    [TestCase("ranks=1,4", "ranks must be one of 1, 2, 3; was '4'")]
    [TestCase("class=exact", "class must be direct, wide, reduced:BITS or transforming:FACTOR, was 'exact'")]
    [TestCase("padding=same", "padding must be one of skipped, multiplied, either; was 'same'")]
    [TestCase("backward:class=wide", "operator of a claim must be one of " + Operators + "; was 'backward'")]
    [TestCase("data-gradient:gradient-padding=either", "name of a claim must be one of class, padding, subnormals, ")]
    [TestCase("tiles=yes",
        "name of a claim must be one of class, padding, gradient-padding, subnormals, infinities, pooling-nan, ranks, groups, ")]
    public void Anything_else_is_refused_with_what_may_be_said(string text, string message) =>
        Assert.That(() => ClaimWords.Over(Capabilities.Convolution, $"groups=yes {text}"),
            Throws.ArgumentException.With.Message.StartsWith(message));
}
