using System.Text.Json;
using NUnit.Framework;

namespace ReferenceConv.SpecTests.Cli;

public sealed class ExplainJsonTests
{
    [Test]
    public void Json_says_the_same_as_the_text()
    {
        JsonElement json = Json("--input 6 --kernel 3 --stride 2 --padding 1 --output 0");

        Assert.That(json.GetProperty("operation").GetString(), Is.EqualTo("forward"));
        Assert.That(json.GetProperty("outputShape").GetRawText(), Is.EqualTo("[1,1,3]"));
        JsonElement axis = json.GetProperty("axes")[0];
        Assert.That(
            new[] { "begin", "end", "extent", "output", "remainder", "neverVisited" }.Select(name => axis.GetProperty(name).GetInt32()),
            Is.EqualTo(new[] { 1, 1, 3, 3, 1, 0 }));
        Assert.That(axis.GetProperty("padding").GetString(), Is.EqualTo("1,1"));
        Assert.That(axis.GetProperty("steps")[2].GetRawText(), Is.EqualTo(
            """{"name":"output size","text":"o = ⌊(i+p₀+p₁−k̂)/s⌋+1 = ⌊(6+1+1−3)/2⌋+1 = ⌊5/2⌋+1 = 3"}"""));
        Assert.That(json.GetProperty("windows")[0].GetRawText(), Is.EqualTo(
            """{"output":[0],"kernel":0,"pairs":[{"tap":[1],"input":[0]},{"tap":[2],"input":[1]}]}"""));
        Assert.That(json.GetProperty("matrix").GetProperty("entries")[0].GetRawText(), Is.EqualTo("""["w(1)","w(2)","0","0","0","0"]"""));
        Assert.That(json.GetProperty("sum").GetRawText(), Is.EqualTo(
            """{"result":"y(0)","terms":["x(0)w(1)","x(1)w(2)"],"text":"y(0) = x(0)w(1) + x(1)w(2)","note":"2 products; 1 of 3 taps lie on zeros and meet nothing"}"""));
    }

    [Test]
    public void Json_has_the_numbers_and_their_value()
    {
        JsonElement sum = Json("--input 2 --kernel 2 --values 3,-4 --weights 5,6 --output 0").GetProperty("sum");

        Assert.That(sum.GetProperty("numbers").GetRawText(), Is.EqualTo("""["3·5","(-4)·6"]"""));
        Assert.That(sum.GetProperty("value").GetString(), Is.EqualTo("-9"));
    }

    [Test]
    public void Long_lists_and_what_was_not_asked_for_are_absent()
    {
        JsonElement json = Json("--input 224x224 --kernel 7");

        Assert.That(json.EnumerateObject().Select(static member => member.Name), Is.EqualTo(new[]
        {
            "operation", "inputShape", "weightShape", "outputShape", "groups", "axes",
        }));
    }

    [Test]
    public void Json_has_every_term_of_a_long_sum()
    {
        JsonElement sum = Json("--op weight-gradient --input 20x20 --kernel 3 --output 0,0").GetProperty("sum");

        Assert.That(sum.GetProperty("terms").GetArrayLength(), Is.EqualTo(18 * 18));
    }

    private static JsonElement Json(string options)
    {
        using JsonDocument document = JsonDocument.Parse(ExplainRun.Text(options + " --json"));
        return document.RootElement.Clone();
    }
}
