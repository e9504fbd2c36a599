using NUnit.Framework;
using ReferenceConv.Operators;
using ReferenceConv.SpecTests.Verification.Runs;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Checking;

public sealed class ReplayTokenTests
{
    private const string Rules =
        "structure, precision-of-first, precision-of-second, real-numbers, wide-exponents, cancellation, special-values, subnormals, " +
        "adjoint, direct-shapes, repeats, bilinear, concurrent-calls, same-bits-again, invalid-geometry, empty-windows, impulses";

    private const string Operators = "forward, data-gradient, weight-gradient, bias-gradient, max-pooling, max-pooling-gradient, average-pooling, average-pooling-gradient";

    [Test]
    public void A_token_is_read_back_for_every_rule_operator_type_and_case()
    {
        int tokens = 0;
        for (int index = 0; index < 300; index++)
        {
            ConvolutionCase drawn = ConvolutionCase.Random(seed: 5, index);
            foreach (Rule<float> rule in RuleBook<float>.All)
            {
                ConvolutionOperator op = ConvolutionOperators.All[(index + tokens) % ConvolutionOperators.All.Length];
                if (OperatorCase.Of(index % 2 == 0 ? drawn : drawn.WithFewChannels(), op) is not { } instance)
                    continue;
                OperatorCase asked = index % 3 == 0 ? instance.WithMask(Mask(instance)) : instance;
                var token = new ReplayToken(rule.Name, index % 2 == 0 ? "float32" : "float64", asked);

                ReplayToken read = ReplayToken.Parse(token.ToString());

                Assert.That(read.ToString(), Is.EqualTo(token.ToString()));
                Assert.That((read.Rule, read.NumberType, read.Case.Operator, read.Case.Seed, read.Case.Flag),
                    Is.EqualTo((rule.Name, token.NumberType, op, asked.Seed, asked.Flag)));
                Assert.That(read.Case.Geometry.ToString(), Is.EqualTo(asked.Geometry.ToString()));
                Assert.That(read.Case.Mask?.ToString(), Is.EqualTo(asked.Mask?.ToString()));
                tokens++;
            }
        }

        Assert.That(tokens, Is.GreaterThan(4000));
    }

    [Test]
    public void A_token_is_one_word_that_no_shell_touches()
    {
        string token = new ReplayToken(
            "precision of first", "float64", OperatorCase.Of(ConvolutionCase.Random(1, 0), ConvolutionOperator.WeightGradient)!).ToString();

        Assert.That(token, Does.StartWith("precision-of-first.weight-gradient.float64."));
        Assert.That(token, Does.Match(@"^[A-Za-z0-9_.-]+$"));
    }

    [Test]
    public void A_replayed_break_breaks_again_with_the_same_numbers()
    {
        var candidate = new InProcessCandidate<float>("planted", Planted.LastOutput);
        CheckResult result = CheckRun<float>.Of(candidate, new CheckPlan(Cases: 20));
        Assert.That(result.Breaks, Is.Not.Empty);

        foreach (Break broken in result.Breaks)
        {
            ReplayToken token = ReplayToken.Parse(ReplayToken.Of(broken, result.NumberType)!.ToString());
            Finding again = RuleBook<float>.All.Single(rule => rule.Name == token.Rule).Check(candidate, token.Case);
            Finding right = RuleBook<float>.All.Single(rule => rule.Name == token.Rule).Check(
                new InProcessCandidate<float>("right", new ScalarConvolution<float>()), token.Case);

            Assert.That(again.Fault, Is.EqualTo(broken.Finding.Fault), broken.Rule);
            Assert.That(right.Standing, Is.Not.EqualTo(Standing.Broken), broken.Rule);
        }
    }

    [TestCase("*")]
    [TestCase("structure.*")]
    [TestCase("*.forward.float32.0")]
    [TestCase("structure.*.float32.0")]
    [TestCase("structure.forward.*.0")]
    [TestCase("structure.forward.float32.*")]
    [TestCase("structure.forward.float32.0.*")]
    public void A_long_text_is_not_repeated_whole(string form) =>
        Assert.That(
            () => ReplayToken.Parse(form.Replace("*", new string('A', 4_000_000), StringComparison.Ordinal)),
            Throws.ArgumentException.With.Message.Length.LessThan(500).And.Message.EndsWith("…'"));

    [Test]
    public void A_layer_has_no_token()
    {
        var layer = new OperatorCase(ConvolutionCase.Random(1, 0).Geometry, ConvolutionOperator.Forward, 1, flag: false);
        var broken = new Break("projection", RuleLevel.Must, "", 1, layer, layer, new Finding(Standing.Broken), IsRepeatable: true);

        Assert.That(ReplayToken.Of(broken, "float32"), Is.Null);
    }

    [TestCase("", "a replay token must be RULE.OPERATOR.TYPE.CASE or RULE.OPERATOR.TYPE.CASE.MASK, was ''")]
    [TestCase("structure.forward.float32",
        "a replay token must be RULE.OPERATOR.TYPE.CASE or RULE.OPERATOR.TYPE.CASE.MASK, was 'structure.forward.float32'")]
    [TestCase("a.b.c.d.e.f", "a replay token must be RULE.OPERATOR.TYPE.CASE or RULE.OPERATOR.TYPE.CASE.MASK, was 'a.b.c.d.e.f'")]
    [TestCase("strukture.forward.float32.0", $"rule of a replay token must be one of {Rules}; was 'strukture'")]
    [TestCase("real numbers.forward.float32.0", $"rule of a replay token must be one of {Rules}; was 'real numbers'")]
    [TestCase("structure.backward.float32.0", $"operator of a replay token must be one of {Operators}; was 'backward'")]
    [TestCase("structure.Forward.float32.0", $"operator of a replay token must be one of {Operators}; was 'Forward'")]
    [TestCase("structure.forward.float16.0", "number type of a replay token must be one of float32, float64; was 'float16'")]
    [TestCase("structure.forward.float32.@@", "a case token must be base64url text, was '@@'")]
    [TestCase("structure.forward.float32.", "a case token must be spelled as it was printed, '0', was ''")]
    [TestCase("structure.forward.float32.0.", "a data mask must be spelled as it was printed, for 2 elements, was ''")]
    [TestCase("structure.forward.float32.0.AAAA", "a data mask must be spelled as it was printed, for 2 elements, was 'AAAA'")]
    public void A_malformed_token_is_refused_by_its_part(string text, string message) =>
        Assert.That(() => ReplayToken.Parse(text), Throws.ArgumentException.With.Message.EqualTo(message));

    [Test]
    public void A_pooling_whose_windows_see_no_input_is_refused()
    {
        int index = 0;
        while (OperatorCase.Of(ConvolutionCase.Random(1, index), ConvolutionOperator.MaxPooling) is not null)
            index++;
        string token = ConvolutionCase.Random(1, index).Token;

        Assert.That(
            () => ReplayToken.Parse($"structure.max-pooling.float32.{token}"),
            Throws.ArgumentException.With.Message.EqualTo(
                $"case of a replay token must have windows that see an input for max pooling, was '{token}'"));
    }

    private static DataMask Mask(OperatorCase instance)
    {
        int elements = Signature.Of(instance.Geometry, instance.Operator, instance.Flag).Inputs.Sum(static input => input.Length);
        return DataMask.Keep(elements).Simpler().Skip(elements).FirstOrDefault() ?? DataMask.Keep(elements);
    }
}
