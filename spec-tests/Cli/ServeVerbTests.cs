using System.Text.Json;
using NUnit.Framework;
using ReferenceConv.Cli;
using ReferenceConv.Verification.Candidates.Exec;
using ReferenceConv.Verification.Files;

namespace ReferenceConv.SpecTests.Cli;

public sealed class ServeVerbTests
{
    private const string Axis = "\"input\":4,\"kernel\":2,\"output\":3,\"stride\":1,\"dilation\":1,\"pad_begin\":0,\"pad_end\":0";
    private const string Greeting = """{"ask":"hello","protocol":1}""";

    private string folder = "";

    [SetUp]
    public void MakeAFolder()
    {
        folder = Directory.CreateTempSubdirectory("serve-tests-").FullName;
        Npy.Write<float>(Path.Combine(folder, "x.npy"), [1, 1, 4], [1, 2, 3, 4]);
        Npy.Write<float>(Path.Combine(folder, "w.npy"), [1, 1, 2], [10, 1]);
    }

    [TearDown]
    public void RemoveTheFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("scalar")]
    [TestCase("im2col")]
    [TestCase("fast")]
    public void The_greeting_is_a_hello_of_the_protocol(string convolution)
    {
        (int exit, string output, _) = Run(Greeting, "serve", convolution);

        Assert.That(exit, Is.Zero);
        Assert.That(ExecHello.Parse(output).Name, Is.EqualTo(convolution));
    }

    [Test]
    public void A_question_is_answered_line_by_line_and_the_result_written()
    {
        (int exit, string output, string error) = Run($"{Question()}\n{Question(op: "max_pooling")}", "serve");

        Assert.That((exit, error), Is.EqualTo((0, "")));
        Assert.That(output, Is.EqualTo("{\"id\":1,\"status\":\"done\"}\n{\"id\":1,\"status\":\"unsupported\"}\n"));
        Assert.That(Npy.Read<float>(Path.Combine(folder, "y.npy"), [1, 1, 3]), Is.EqualTo(new[] { 12f, 23f, 34f }));
    }

    [TestCase("\"stride\":1", "\"stride\":0", "stride must be ≥ 1, was 0")]
    [TestCase("\"output\":3", "\"output\":4", "output size must be 3, was 4")]
    [TestCase("\"groups\":1", "\"groups\":2", "groups must divide the input channels 1, was 2")]
    [TestCase("float32", "int8", "type must be float32 or float64, was 'int8'")]
    [TestCase("\"ask\":\"forward\"", "\"ask\":\"backward\"",
        "operator must be one of forward, data_gradient, weight_gradient, bias_gradient, max_pooling, max_pooling_gradient, average_pooling, average_pooling_gradient; was 'backward'")]
    public void An_invalid_question_is_refused_with_the_rule(string valid, string invalid, string why)
    {
        (int exit, string output, _) = Run(Question().Replace(valid, invalid, StringComparison.Ordinal), "serve");

        using JsonDocument answer = JsonDocument.Parse(output);
        Assert.That(exit, Is.Zero);
        Assert.That(answer.RootElement.GetProperty("status").GetString(), Is.EqualTo("refused"));
        Assert.That(answer.RootElement.GetProperty("why").GetString(), Is.EqualTo(why));
    }

    [TestCase("hello?", "refconv: a question must be a JSON object, was 'hello?'", "serve")]
    [TestCase("{}", "refconv: a question must have the member 'ask', a text", "serve")]
    [TestCase("""{"ask":"hello","protocol":2}""", "refconv: protocol must be 1, was 2", "serve")]
    [TestCase("""{"ask":"forward"}""", "refconv: a question must have the member 'id', a whole number in −2³¹..2³¹−1", "serve")]
    [TestCase("""{"ask":"forward","id":1,"geometry":[]}""", "refconv: geometry of a question must be an object, was '[]'", "serve")]
    [TestCase(Greeting, "refconv: convolution must be scalar, im2col or fast, was 'winograd'", "serve", "winograd")]
    public void What_is_no_question_exits_2_with_one_line(string questions, string line, params string[] args)
    {
        (int exit, string output, string error) = Run(questions, args);

        Assert.That(error, Is.EqualTo(line + "\n"));
        Assert.That((exit, output), Is.EqualTo((2, "")));
    }

    private string Question(string op = "forward") =>
        $$"""
        {"ask":"{{op}}","id":1,"type":"float32","geometry":{"batch":1,"in_channels":1,"out_channels":1,"groups":1,"axes":[{ {{Axis}} }]},"inputs":{"x":"{{folder}}/x.npy","w":"{{folder}}/w.npy"},"result":"{{folder}}/y.npy"}
        """;

    private static (int Exit, string Output, string Error) Run(string questions, params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        int exit = Program.Run(args, [ServeVerb.Create(() => new StringReader(questions))], output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
