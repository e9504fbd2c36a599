using NUnit.Framework;
using ReferenceConv.SpecTests.Candidates.Exec;

namespace ReferenceConv.SpecTests.Cli.Check;

/// <summary><c>check --exec</c>: a command that does not introduce itself is bad use; what it does afterwards is a verdict.</summary>
[Platform("Linux", Reason = "the commands are of a POSIX shell")]
public sealed class CheckExecTests
{
    private const string Hello =
        """echo '{"protocol":1,"name":"mine","operators":["forward"],"types":["float32"],"ranks":[1],"groups":false}'""";

    [TestCase("a command must not be empty", "")]
    [TestCase("command 'true': no hello: ended with exit code 0", "true")]
    [TestCase("command 'exit 3': no hello: ended with exit code 3", "exit 3")]
    [TestCase("command 'echo garbage': hello must be a JSON object, was 'garbage'", "echo garbage")]
    [TestCase("""command 'echo '{"protocol":2}'': protocol of hello must be 1, was 2""", """echo '{"protocol":2}'""")]
    [TestCase("command 'sleep 60': no hello: no answer within 1 s (every line must be flushed)", "sleep 60", "--timeout", "1")]
    [TestCase("mine claims nothing that could be checked with these options", Hello, "--type", "float64")]
    [TestCase("mine claims nothing that could be checked with these options", Hello, "--operator", "weight-gradient")]
    [TestCase("the candidate must do the token's number type, float64, and does not", Hello, "--replay", "structure.forward.float64.0")]
    [TestCase("the candidate must claim what the token's case needs, and does not claim: weight gradient", Hello, "--replay",
        "structure.weight-gradient.float32.0")]
    [TestCase("the candidate must claim what the token's case needs, and does not claim: rank 3", Hello, "--replay",
        "structure.forward.float32.Ag")]
    public void A_command_that_is_no_candidate_is_refused(string line, string command, params string[] args)
    {
        var run = CheckRun.Of(["check", "--exec", command, .. args]);

        Assert.That(run.Error, Is.EqualTo($"refconv: {line}\n"));
        Assert.That((run.Exit, run.Output), Is.EqualTo((2, "")));
    }

    [Test]
    public void A_command_that_does_not_exist_is_refused()
    {
        var run = CheckRun.Of("check", "--exec", "/no/such/command");

        Assert.That(run.Error, Does.Match("^refconv: command '/no/such/command': no hello: ended with exit code 127: [^\n]+\n$"));
        Assert.That((run.Exit, run.Output), Is.EqualTo((2, "")));
    }

    [Test]
    public void A_command_that_ends_after_its_hello_is_wrong()
    {
        var run = CheckRun.Of("check", "--exec", Hello, "--cases", "2");

        Assert.That((run.Exit, run.Error), Is.EqualTo((1, "")));
        Assert.That(run.Output, Does.Contain("✗ forward breaks 'returns', when asked for 'structure'; first in case 1\n"));
        Assert.That(run.Output, Does.Match("\nmine, class direct: [^\n]+ broken. Seed 1, \\d+ s.\n$"));
    }

    [Test]
    public void A_command_that_is_right_is_right()
    {
        var run = CheckRun.Of("check", "--exec", $"{Commands.Refconv} serve", "--cases", "3", "--type", "float64", "--operator",
            "weight-gradient", "--time", "5");

        Assert.That((run.Exit, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Lines[0], Does.Match("^float64 +dw margin  sees$"));
    }
}
