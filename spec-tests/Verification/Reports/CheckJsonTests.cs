using System.Text.Json;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Runs;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Reports;

public sealed class CheckJsonTests
{
    private static readonly ConvolutionGeometry Line = ConvolutionGeometry.SingleChannel(new Axis(4, 2));

    [Test]
    public void A_whole_check_is_read_back()
    {
        CheckResult checkedNow = Broken.Check(Planted.LastOutput, cases: 12);
        string text = CheckJson.Text([checkedNow], new Dictionary<string, object> { ["coverage"] = new { Reached = 3 } });
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        JsonElement result = root.GetProperty("results")[0];

        Assert.That(text, Does.EndWith("}\n"));
        Assert.That(root.GetProperty("holds").GetBoolean(), Is.False);
        Assert.That(root.GetProperty("untested").GetArrayLength(), Is.EqualTo(RuleBook<float>.Untested.Length));
        Assert.That(root.GetProperty("coverage").GetProperty("reached").GetInt32(), Is.EqualTo(3));
        Assert.That(result.GetProperty("candidate").GetString(), Is.EqualTo("planted"));
        Assert.That(result.GetProperty("numberType").GetString(), Is.EqualTo("float32"));
        Assert.That(result.GetProperty("claims").GetProperty("class").GetString(), Is.EqualTo("direct"));
        Assert.That(result.GetProperty("claims").GetProperty("borders")[3].GetString(), Is.EqualTo("reflected"));
        Assert.That(result.GetProperty("plan").GetProperty("seed").GetUInt64(), Is.EqualTo(1));
        Assert.That(result.GetProperty("plan").TryGetProperty("seconds", out _), Is.False);
        Assert.That(result.GetProperty("cases").EnumerateArray().Select(static token => token.GetString()),
            Is.EqualTo(checkedNow.Cases.Select(static instance => instance.Token)));
        JsonElement tally = result.GetProperty("rules")[0];
        Assert.That(
            tally.GetProperty("held").GetInt32() + tally.GetProperty("broken").GetInt32(), Is.EqualTo(checkedNow.Tallies[0].Checked));
        Assert.That(result.GetProperty("breaks").GetArrayLength(), Is.EqualTo(checkedNow.Breaks.Length));
        foreach ((JsonElement written, Break broken) in result.GetProperty("breaks").EnumerateArray().Zip(checkedNow.Breaks))
        {
            Assert.That(written.GetProperty("token").GetString(), Is.EqualTo($"{ReplayToken.Of(broken, "float32")}"));
            Assert.That(written.GetProperty("smallest").GetString(), Is.EqualTo($"{broken.Smallest.Geometry}"));
            Assert.That(written.GetProperty("level").GetString(), Is.EqualTo("must"));
        }
    }

    [Test]
    public void Numbers_that_json_has_not_are_strings()
    {
        Evidence evidence = Broken.Evidence(
            Line,
            ConvolutionOperator.Forward,
            static y => (y[0], y[1], y[2]) = (double.NegativeInfinity, double.NaN, NumberFormat<float>.Unwritten),
            [1, 2, 3],
            [1, double.PositiveInfinity, 1, 2],
            [1, 1]);

        JsonElement written = Evidence(Broken.By("structure", evidence))!.Value;

        Assert.That(
            written.GetProperty("inputs")[0].GetRawText().ReplaceLineEndings("").Replace(" ", ""),
            Is.EqualTo("""{"name":"x","sizes":[1,1,4],"numbers":[1,"Infinity",1,2]}"""));
        Assert.That(written.GetProperty("actual").EnumerateArray().Select(static number => $"{number}"),
            Is.EqualTo(new[] { "-Infinity", "NaN", "unwritten" }));
        Assert.That(written.GetProperty("tolerance").EnumerateArray().Select(static number => number.GetDouble()),
            Is.EqualTo(new double[] { 1, 2, 3 }));
        Assert.That(written.GetProperty("result").GetProperty("name").GetString(), Is.EqualTo("y"));
    }

    [Test]
    public void Evidence_of_many_numbers_is_left_out()
    {
        Evidence Of(int input, params double[][] more) => Broken.Evidence(
            ConvolutionGeometry.SingleChannel(new Axis(input, 2)),
            ConvolutionOperator.Forward,
            static y => y[0] = 1,
            null,
            [new double[input], new double[2], .. more]);

        Assert.That(Evidence(Broken.By("structure", Of(499, [0.0]))), Is.Not.Null);   // 499 + 2 + 1 + 498
        Assert.That(Evidence(Broken.By("structure", Of(500))), Is.Null);              // 500 + 2 + 499
    }

    [Test]
    public void A_break_of_conduct_names_the_rule_of_conduct()
    {
        var instance = new OperatorCase(Line, ConvolutionOperator.DataGradient, 1, flag: false);
        var finding = new Finding(Standing.Broken) { Conduct = Conduct.LeavesItsInputs, Fault = "changed its input w" };

        JsonElement written = Written(Broken.By("structure", instance, finding));

        Assert.That(written.GetProperty("brokenRule").GetString(), Is.EqualTo("leaves its inputs"));
        Assert.That(written.GetProperty("operator").GetString(), Is.EqualTo("data gradient"));
        Assert.That(written.TryGetProperty("token", out _), Is.False);
    }

    private static JsonElement? Evidence(Break broken) =>
        Written(broken).TryGetProperty("evidence", out JsonElement evidence) ? evidence : null;

    private static JsonElement Written(Break broken)
    {
        var result = new CheckResult("planted", "float32", Capabilities.Convolution, new CheckPlan())
        {
            Cases = [],
            Layers = [],
            Tallies = [],
            Breaks = [broken],
            GivenUp = [],
        };
        return JsonDocument.Parse(CheckJson.Text([result])).RootElement.GetProperty("results")[0].GetProperty("breaks")[0];
    }
}
