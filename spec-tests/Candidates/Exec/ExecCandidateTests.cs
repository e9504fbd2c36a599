using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Exec;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Files;

namespace ReferenceConv.SpecTests.Candidates.Exec;

/// <summary>Whatever a command does after its hello is a verdict, and the next call finds it alive.</summary>
[Platform(Exclude = "Win")]
public sealed class ExecCandidateTests
{
    private const string Hello = """{"protocol":1,"name":"shell","operators":["forward"],"types":["float32"]}""";

    /// <summary>Reads a question and takes id and files out of it.</summary>
    private const string ReadQuestion = """
        read -r line || exit 0; id=${line#*'"id":'}; id=${id%%,*}; x=${line#*'"x":"'}; x=${x%%'"'*}; y=${line#*'"result":"'}; y=${y%%'"'*};
        """;

    private const string Unsupported = """printf '{"id":%s,"status":"unsupported"}\n' "$id";""";
    private const string Done = """printf '{"id":%s,"status":"done"}\n' "$id";""";

    private static readonly ChildLimits Limits = new(TimeSpan.FromSeconds(20), 64L << 20);

    private string folder = "";

    [SetUp]
    public void MakeAFolder() => folder = Directory.CreateTempSubdirectory("exec-tests-").FullName;

    [TearDown]
    public void RemoveTheFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("echo first >&2; echo 'out of luck' >&2; echo >&2; exit 3", Conduct.Returns, "ended with exit code 3: out of luck")]
    [TestCase("exit 0", Conduct.Returns, "ended with exit code 0")]
    [TestCase("kill -SEGV $$", Conduct.Returns, "ended by signal 11 (SIGSEGV)")]
    [TestCase("kill -ABRT $$", Conduct.Returns, "ended by signal 6 (SIGABRT)")]
    [TestCase("printf done; exit 0", Conduct.Returns, "ended with exit code 0")]
    [TestCase("(head -c 200000000 /dev/zero; sleep 60) | tail", Conduct.StaysInMemory, "took 1?\\d\\d MiB of memory, may take 64 MiB")]
    [TestCase("echo what?", Conduct.SpeaksTheProtocol, "an answer must be a JSON object, was 'what?'")]
    [TestCase("echo", Conduct.SpeaksTheProtocol, "an answer must be a JSON object, was ''")]
    [TestCase("printf '\\033\\001\\377\\n'", Conduct.SpeaksTheProtocol, "an answer must be a JSON object, was '··\uFFFD'")]
    [TestCase("echo '[1]'", Conduct.SpeaksTheProtocol, "an answer must be a JSON object, was '[1]'")]
    [TestCase(
        """echo '{"status":"done"}'""", Conduct.SpeaksTheProtocol, "an answer must have the member 'id', a whole number in −2³¹..2³¹−1")]
    [TestCase("""echo '{"id":"1","status":"done"}'""", Conduct.SpeaksTheProtocol,
        "id of an answer must be a whole number in −2³¹..2³¹−1, was '\"1\"'")]
    [TestCase("""echo '{"id":7,"status":"done"}'""", Conduct.SpeaksTheProtocol, "answered the question 7, was asked 1")]
    [TestCase("""echo '{"id":1}'""", Conduct.SpeaksTheProtocol, "an answer must have the member 'status', a text")]
    [TestCase(
        """echo '{"id":1,"status":"maybe"}'""", Conduct.SpeaksTheProtocol, "status must be done, unsupported or refused, was 'maybe'")]
    [TestCase("head -c 100000 /dev/zero | tr '\\0' a; sleep 60", Conduct.SpeaksTheProtocol, "wrote a line of more than 65,536 bytes")]
    [TestCase("exec >&-; sleep 60", Conduct.SpeaksTheProtocol, "closed its standard output")]
    [TestCase(Done, Conduct.SpeaksTheProtocol, "said done, and there is no file y.npy")]
    [TestCase("mkdir \"$y\";" + Done, Conduct.SpeaksTheProtocol, "said done, and there is no file y.npy")]
    [TestCase("ln -s \"$x\" \"$y\";" + Done, Conduct.SpeaksTheProtocol, "said done, and there is no file y.npy")]
    [TestCase("mkfifo \"$y\";" + Done, Conduct.SpeaksTheProtocol, "y.npy: an .npy file must hold a header, holds 0 bytes")]
    [TestCase("cp \"$x\" \"$y\";" + Done, Conduct.SpeaksTheProtocol, "y.npy: shape must be (1, 1, 3), was (1, 1, 4)")]
    [TestCase("head -c 130 \"$x\" > \"$y\";" + Done, Conduct.SpeaksTheProtocol, "y.npy: shape must be (1, 1, 3), was (1, 1, 4)")]
    [TestCase("printf junk > \"$y\";" + Done, Conduct.SpeaksTheProtocol, "y.npy: magic and version must be 8 bytes, the file ends after 4")]
    [TestCase("printf x >> \"$x\";" + Unsupported, Conduct.LeavesItsInputs, "changed its input x")]
    [TestCase(
        "printf x | dd of=\"$x\" bs=1 seek=130 conv=notrunc 2>/dev/null;" + Unsupported, Conduct.LeavesItsInputs, "changed its input x")]
    [TestCase("rm -r \"${x%/*}\";" + Done, Conduct.LeavesItsInputs, "changed its input x")]
    public void What_a_command_does_wrong_is_a_verdict_and_it_is_there_for_the_next_call(string deed, Conduct conduct, string text)
    {
        using var connection = new ExecConnection(Once(deed), Limits);
        var candidate = new ExecCandidate<float>(connection);

        Reply wrong = Answer(candidate);
        Reply next = Answer(candidate);

        Assert.That((wrong.Kind, wrong.Conduct), Is.EqualTo((ReplyKind.Misconduct, (Conduct?)conduct)), wrong.Text);
        Assert.That(wrong.Text, conduct == Conduct.StaysInMemory ? Does.Match($"^{text}$") : Is.EqualTo(text));
        Assert.That(next, Is.EqualTo(Reply.Unsupported));
    }

    [Test]
    public void A_command_that_hangs_is_ended_when_its_time_is_over()
    {
        using var connection = new ExecConnection(Once("sleep 60"), new ChildLimits(TimeSpan.FromSeconds(1), 64L << 20));
        var candidate = new ExecCandidate<float>(connection);

        Assert.That(
            Answer(candidate), Is.EqualTo(Reply.Misconduct(Conduct.ReturnsInTime, "no answer within 1 s (every line must be flushed)")));
        Assert.That(Answer(candidate), Is.EqualTo(Reply.Unsupported));
    }

    [Test]
    public void A_command_that_hangs_again_is_waited_for_briefly()
    {
        using var connection = new ExecConnection(
            $"read -r line; echo '{Hello}'; {ReadQuestion} sleep 60", new ChildLimits(TimeSpan.FromSeconds(3), 64L << 20));
        var candidate = new ExecCandidate<float>(connection);

        Assert.That(Answer(candidate).Text, Is.EqualTo("no answer within 3 s (every line must be flushed)"));
        Assert.That(
            Answer(candidate).Text,
            Is.EqualTo("no answer within 0.5 s (every line must be flushed); waited for only briefly, as an earlier call did not return within 3 s"));
    }

    [Test]
    public void A_result_of_another_type_is_a_verdict()
    {
        string other = Path.Combine(folder, "other.npy");
        Npy.Write<double>(other, [1, 1, 3], [1, 2, 3]);
        using var connection = new ExecConnection(Once($"cp '{other}' \"$y\"; {Done}"), Limits);

        Assert.That(Answer(new ExecCandidate<float>(connection)),
            Is.EqualTo(Reply.Misconduct(Conduct.SpeaksTheProtocol, "y.npy: descr must be '<f4', was '<f8'")));
    }

    [Test]
    public void A_right_result_is_read()
    {
        string right = Path.Combine(folder, "right.npy");
        Npy.Write<float>(right, [1, 1, 3], [1, 2, 3]);
        using var connection = new ExecConnection(Once($"cp '{right}' \"$y\"; {Done}"), Limits);
        var result = new float[3];

        Assert.That(Answer(new ExecCandidate<float>(connection), result), Is.EqualTo(Reply.Done));
        Assert.That(result, Is.EqualTo(new[] { 1f, 2f, 3f }));
    }

    [Test]
    public void A_refusal_comes_with_its_reason()
    {
        using var connection = new ExecConnection(Once("""printf '%s\n' '{"id":1,"status":"refused","why":"no\nkernel"}'"""), Limits);

        Assert.That(Answer(new ExecCandidate<float>(connection)), Is.EqualTo(new Reply(ReplyKind.Refused, Text: "no·kernel")));
    }

    [Test]
    public void A_long_reason_is_told_to_its_end()
    {
        string reason = new string('a', 500) + " and why";
        using var ended = new ExecConnection(Once($"echo '{reason}' >&2; exit 3"), Limits);
        File.Delete($"{folder}/done");
        using var refused = new ExecConnection(Once($$"""printf '%s\n' '{"id":1,"status":"refused","why":"{{reason}}"}'"""), Limits);
        string endless = Reason(9000);

        Assert.That(Answer(new ExecCandidate<float>(ended)).Text, Is.EqualTo($"ended with exit code 3: {reason}"));
        File.Delete($"{folder}/done");
        Assert.That(Answer(new ExecCandidate<float>(refused)).Text, Is.EqualTo(reason));
        Assert.That(endless, Has.Length.EqualTo(2001).And.EndsWith("b…"));
    }

    [Test]
    public void An_invalid_geometry_goes_over_the_pipe_as_it_is()
    {
        string said = Path.Combine(folder, "said");
        using var connection = new ExecConnection(Once($"echo \"$line\" > '{said}'; {Done}"), Limits);
        var candidate = new ExecCandidate<float>(connection);
        RawGeometry valid = RawGeometry.Of(Operands().Geometry);

        Assert.That(candidate.AnswerInvalid(valid with { Groups = -1, Stride = [0, 1, 1], Rank = 4 }, ConvolutionOperator.Forward),
            Is.EqualTo(Reply.Done));
        Assert.That(candidate.AnswerInvalid(valid with { Rank = 0 }, ConvolutionOperator.Forward), Is.EqualTo(Reply.Unsupported));
        Assert.That(
            new[] { valid with { Version = 2 }, valid with { Rank = -1 }, valid with { Kernel = [2, 2, 1] } }.Select(
                other => candidate.AnswerInvalid(other, ConvolutionOperator.Forward)),
            Is.All.Null);
        const string Axis =
            """{"input":4,"kernel":2,"output":3,"stride":0,"dilation":1,"pad_begin":0,"pad_end":0,"border":"zeros","tile":1}""";
        Assert.That(
            File.ReadAllText(said),
            Does.Contain($$""""geometry":{"batch":1,"in_channels":1,"out_channels":1,"groups":-1,"axes":[{{Axis}},{{Axis}},{{Axis}},{{Axis}}]},"inputs":""""));
    }

    [Test]
    public void A_line_that_nobody_asked_for_is_a_verdict()
    {
        using var connection = new ExecConnection(Once($"{Unsupported} id=2; {Unsupported}"), Limits);
        var candidate = new ExecCandidate<float>(connection);

        Assert.That(Answer(candidate), Is.EqualTo(Reply.Unsupported));
        Thread.Sleep(300);   // until the second line is there
        Assert.That(
            Answer(candidate),
            Is.EqualTo(Reply.Misconduct(
                Conduct.SpeaksTheProtocol, "wrote a line that nobody asked for: '{\"id\":2,\"status\":\"unsupported\"}'")));
    }

    [Test]
    public void Standard_error_never_fills()
    {
        using var connection = new ExecConnection(Once($"head -c 3000000 /dev/zero >&2; {Unsupported}"), Limits);

        Assert.That(Answer(new ExecCandidate<float>(connection)), Is.EqualTo(Reply.Unsupported));
    }

    [Test]
    public void What_a_command_leaves_running_is_ended_with_it()
    {
        string pid = Path.Combine(folder, "pid");
        using (var connection = new ExecConnection(Once($"sleep 1000 & echo $! > '{pid}'; exit 1"), Limits))
            Assert.That(Answer(new ExecCandidate<float>(connection)).Conduct, Is.EqualTo(Conduct.Returns));

        if (!OperatingSystem.IsLinux())
            Assert.Ignore("a child whose parent is gone is found on Linux only");
        Assert.That(() => Directory.Exists($"/proc/{File.ReadAllText(pid).Trim()}"), Is.False.After(2000, 20));
    }

    [Test]
    public void Nothing_is_left_of_the_temporary_folder()
    {
        string said = Path.Combine(folder, "said");
        using (var connection = new ExecConnection(Once($"echo \"$y\" > '{said}'; touch \"${{y%/*}}/more\"; {Unsupported}"), Limits))
            Answer(new ExecCandidate<float>(connection));

        string temporary = Path.GetFullPath(Path.Combine(File.ReadAllText(said).Trim(), "..", ".."));
        Assert.That(Path.GetFileName(temporary), Does.StartWith("refconv-"));
        Assert.That(Directory.Exists(temporary), Is.False);
    }

    [Test]
    public void Calls_together_are_asked_one_after_the_other()
    {
        using var connection = new ExecConnection(Once(Unsupported), Limits);
        var candidate = new ExecCandidate<float>(connection);

        Assert.That(candidate.AnswerTogether([Operands(), Operands()], [new float[3], new float[3]]),
            Is.EqualTo(new[] { Reply.Unsupported, Reply.Unsupported }));
        Assert.That(candidate.Capabilities.IsReentrant, Is.False);
    }

    [Test]
    public void A_type_that_is_not_claimed_cannot_be_had()
    {
        using var connection = new ExecConnection(Once(Unsupported), Limits);

        Assert.That(
            () => new ExecCandidate<double>(connection),
            Throws.ArgumentException.With.Message.EqualTo("the type must be one that shell claims, float32; was float64"));
    }

    [TestCase("/no/such/command", "command '/no/such/command': no hello: ended with exit code 127: .*not found")]
    [TestCase("exit 4", "command 'exit 4': no hello: ended with exit code 4")]
    [TestCase("sleep 60", "command 'sleep 60': no hello: no answer within 0\\.5 s \\(every line must be flushed\\)")]
    [TestCase("echo hi", "command 'echo hi': hello must be a JSON object, was 'hi'")]
    [TestCase("cat", "command 'cat': members of hello must be of .*; one was 'ask'")]
    public void Without_a_hello_there_is_no_candidate(string command, string message) =>
        Assert.That(
            () => new ExecConnection(command,
                new ChildLimits(TimeSpan.FromSeconds(command.StartsWith("sleep", StringComparison.Ordinal) ? 0.5 : 20), 64L << 20)),
            Throws.TypeOf<InvalidDataException>().With.Message.Matches($"^{message}$"));

    [Test]
    public void A_command_and_limits_must_say_something()
    {
        Assert.That(() => new ExecConnection(" "), Throws.ArgumentException.With.Message.EqualTo("a command must not be empty"));
        Assert.That(() => new ChildLimits(TimeSpan.Zero, 1),
            Throws.ArgumentException.With.Message.EqualTo("the time for an answer must be > 0 s, was 0 s"));
        Assert.That(() => new ChildLimits(TimeSpan.FromSeconds(1), 0),
            Throws.ArgumentException.With.Message.EqualTo("the memory of a candidate must be > 0 bytes, was 0"));
    }

    /// <summary>A command that answers its first question with a deed, and every other, also after a new start, as unsupported.</summary>
    private string Once(string deed) =>
        $"read -r line; echo '{Hello}'; if ! [ -e '{folder}/done' ]; then {ReadQuestion} touch '{folder}/done'; {deed.TrimEnd(';')}; fi; while true; do {ReadQuestion} {Unsupported} done";

    private string Reason(int letters)
    {
        using var connection = new ExecConnection(
            Once($$"""printf '{"id":1,"status":"refused","why":"%s"}\n' $(head -c {{letters}} /dev/zero | tr '\0' b)"""), Limits);
        File.Delete($"{folder}/done");
        string text = Answer(new ExecCandidate<float>(connection)).Text!;
        File.Delete($"{folder}/done");
        return text;
    }

    private static Operands<float> Operands() =>
        new(ConvolutionGeometry.SingleChannel(new Axis(4, 2)), ConvolutionOperator.Forward, false, [1, 2, 3, 4], [1, 2]);

    private static Reply Answer(ICandidate<float> candidate, float[]? result = null) =>
        candidate.Answer(Operands(), result ?? new float[3]);
}
