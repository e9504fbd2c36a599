using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Exec;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Candidates.Exec;

public sealed class ExecHelloTests
{
    [Test]
    public void What_is_left_out_has_the_documented_default()
    {
        ExecHello hello = ExecHello.Parse("""{"protocol":1,"name":"mine","operators":["forward"],"types":["float64"]}""");
        Capabilities claimed = hello.Capabilities;

        Assert.That(hello.Name, Is.EqualTo("mine"));
        Assert.That(hello.Types, Is.EqualTo(new[] { "float64" }));
        Assert.That(claimed.Operators, Is.EqualTo(new[] { ConvolutionOperator.Forward }));
        Assert.That(claimed.Ranks, Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(claimed.Borders, Is.EqualTo(new[] { Border.Zeros }));
        Assert.That((claimed.Groups, claimed.Dilation, claimed.Stride, claimed.AsymmetricPadding, claimed.Bias, claimed.EmptyBatch),
            Is.EqualTo((true, true, true, true, true, true)));
        Assert.That((claimed.Tiles, claimed.IsReentrant, claimed.RefusesInvalid), Is.EqualTo((false, false, (bool?)false)));
        Assert.That(
            (claimed.Exactness, claimed.Padding, claimed.KeepsSubnormals), Is.EqualTo((Exactness.Direct, PaddingConvention.Skipped, true)));
    }

    [Test]
    public void Everything_can_be_said()
    {
        Capabilities claimed = ExecHello.Parse(
            """
            {"protocol":1,"name":"mine","operators":["bias_gradient","average_pooling_gradient"],"types":["float32","float64"],"ranks":[2],"borders":["cyclic"],
            "groups":false,"dilation":false,"stride":false,"asymmetric_padding":false,"bias":false,"tiles":true,"empty_batch":false,"class":"reduced:11",
            "padding":"multiplied","gradient_padding":"either","subnormals":"flushed","claims":"refuses-invalid=yes bias-gradient:class=wide"}
            """).Capabilities;

        Assert.That(claimed.Operators, Is.EqualTo(new[] { ConvolutionOperator.BiasGradient, ConvolutionOperator.AveragePoolingGradient }));
        Assert.That((claimed.Ranks.Single(), claimed.Borders.Single()), Is.EqualTo((2, Border.Cyclic)));
        Assert.That((claimed.Groups, claimed.Dilation, claimed.Stride, claimed.AsymmetricPadding, claimed.Bias, claimed.EmptyBatch),
            Is.EqualTo((false, false, false, false, false, false)));
        Assert.That((claimed.Tiles, claimed.Exactness, claimed.Padding, claimed.KeepsSubnormals),
            Is.EqualTo((true, Exactness.Reduced(11), PaddingConvention.Multiplied, false)));
        Assert.That((claimed.DataGradientPadding, claimed.RefusesInvalid), Is.EqualTo((PaddingConvention.Either, (bool?)true)));
        Assert.That(claimed.For(ConvolutionOperator.BiasGradient).Exactness, Is.EqualTo(Exactness.WideAccumulator));
    }

    [TestCase("""[1]""", "hello must be a JSON object, was '[1]'")]
    [TestCase("""{"protocol":1""", "hello must be a JSON object, was '{\"protocol\":1'")]
    [TestCase("""{"name":"mine"}""", "hello must have the member 'protocol', a whole number in −2³¹..2³¹−1")]
    [TestCase("""{"protocol":2}""", "protocol of hello must be 1, was 2")]
    [TestCase("""{"protocol":1,"operators":["forward"],"types":["float32"]}""", "hello must have the member 'name', a text")]
    [TestCase("""{"protocol":1,"name":" ","operators":["forward"],"types":["float32"]}""", "hello: name must not be empty")]
    [TestCase("""{"protocol":1,"name":"mine","types":["float32"]}""", "hello must have the member 'operators', a list of texts")]
    [TestCase("""{"protocol":1,"name":"mine","operators":[],"types":["float32"]}""", "hello: operators must name at least one, was []")]
    [TestCase("""{"protocol":1,"name":"mine","operators":"forward","types":["float32"]}""",
        "operators of hello must be a list of texts, was '\"forward\"'")]
    [TestCase(
        """{"protocol":1,"name":"mine","operators":["conv"],"types":["float32"]}""",
        "hello: operator must be one of forward, data_gradient, weight_gradient, bias_gradient, max_pooling, max_pooling_gradient, average_pooling, average_pooling_gradient; was 'conv'")]
    [TestCase("""{"protocol":1,"name":"mine","operators":["forward"],"types":["half"]}""",
        "hello: types must be of float32, float64; one was 'half'")]
    [TestCase("""{"protocol":1,"name":"mine","operators":["forward"],"types":["float32"],"ranks":[4]}""",
        "hello: ranks must be of 1, 2, 3; one was '4'")]
    [TestCase("""{"protocol":1,"name":"mine","operators":["forward"],"types":["float32"],"ranks":[1.5]}""",
        "ranks of hello must be a list of whole numbers, was '[1.5]'")]
    [TestCase(
        """{"protocol":1,"name":"mine","operators":["forward"],"types":["float32"],"borders":["mirror"]}""",
        "hello: border must be one of zeros, extended, cyclic, reflected; was 'mirror'")]
    [TestCase("""{"protocol":1,"name":"mine","operators":["forward"],"types":["float32"],"groups":1}""",
        "groups of hello must be true or false, was '1'")]
    [TestCase(
        """{"protocol":1,"name":"mine","operators":["forward"],"types":["float32"],"class":"exact"}""",
        "hello: class must be direct, wide, reduced:BITS or transforming:FACTOR, was 'exact'")]
    [TestCase("""{"protocol":1,"name":"mine","operators":["forward"],"types":["float32"],"padding":"zero"}""",
        "hello: padding must be skipped, multiplied or either, was 'zero'")]
    [TestCase(
        """{"protocol":1,"name":"mine","operators":["forward"],"types":["float32"],"claims":"bias=1"}""", "hello: bias must be one of yes, no; was '1'")]
    [TestCase(
        """{"protocol":1,"name":"mine","operators":["forward"],"types":["float32"],"dilations":false}""",
        "members of hello must be of protocol, name, operators, types, ranks, borders, groups, dilation, stride, asymmetric_padding, bias, tiles, empty_batch, class, padding, gradient_padding, subnormals, claims; one was 'dilations'")]
    public void Anything_else_is_refused_in_one_line(string line, string message) =>
        Assert.That(() => ExecHello.Parse(line), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(message));
}
