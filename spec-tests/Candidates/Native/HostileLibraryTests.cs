using System.Diagnostics;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Native;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Candidates.Native;

/// <summary>Whatever a library does to its process comes back as a verdict that says what it did.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class HostileLibraryTests
{
    private static readonly ConvolutionGeometry Small = new(1, 2, 3, 1, new Axis(5, 3, padding: Padding.Explicit(1, 0)), new Axis(4, 2));

    private static TestCaseData[] Bodies =>
    [
        Named("a null pointer", "*(volatile int *)0 = 1;", Conduct.Returns, "crashed (SIGSEGV)"),
        Named("abort", "fprintf(stderr, \"free(): invalid pointer\\n\"); abort();", Conduct.Returns,
            "crashed (SIGABRT): free(): invalid pointer"),
        Named(
            "the stack trace of a runtime",
            "fprintf(stderr, \"Unhandled: no such layer\\n   at Layer.Find()\\n   at Main()\\n\"); abort();",
            Conduct.Returns,
            "crashed (SIGABRT): Unhandled: no such layer"),
        Named("a division by zero", "volatile int zero = 0; y[0] = X / zero;", Conduct.Returns,
            "crashed (SIGFPE, an integer division by zero)"),
        Named("exit", "exit(3);", Conduct.Returns, "ended the process with exit code 3"),
        Named("exit as if all were well", "_exit(0);", Conduct.Returns, "ended the process with exit code 0"),
        Named("a loop without end", "for (;;) seen = seen + 1;", Conduct.ReturnsInTime, "did not return within 1 s", seconds: 1),
        Named("a process that stands still", "raise(SIGSTOP);", Conduct.ReturnsInTime, "did not return within 1 s", seconds: 1),
        Named("a read behind x", "seen = x[X];", Conduct.StaysInItsArrays, "read behind the end of x"),
        Named("a read before w", "seen = w[-1];", Conduct.StaysInItsArrays, "read before the start of w"),
        Named("a read far before x", "seen = x[-3000];", Conduct.StaysInItsArrays, "read before the start of x"),
        Named("a read of the result behind its end", "seen = y[Y];", Conduct.StaysInItsArrays, "read behind the end of y"),
        Named("a write behind y", "y[Y] = 1;", Conduct.StaysInItsArrays, "wrote behind the end of y"),
        Named("a write far behind y", "y[Y + 340000] = 1;", Conduct.StaysInItsArrays, "wrote behind the end of y"),
        Named("a read far behind w", "seen = w[W + 15000000];", Conduct.StaysInItsArrays, "read behind the end of w"),
        Named("a write before y", "y[-1] = 1;", Conduct.StaysInItsArrays, "wrote before the start of y"),
        Named("a write behind w", "((float *)w)[W] = 1;", Conduct.StaysInItsArrays, "wrote behind the end of w"),
        Named("a write to x", "((float *)x)[1] = 1;", Conduct.LeavesItsInputs, "wrote to its input x"),
        Named("a write to w of what stood there", "((volatile float *)w)[0] = w[0];", Conduct.LeavesItsInputs, "wrote to its input w"),
        Named("a write to the bias", "((float *)bias)[0] = 1;", Conduct.LeavesItsInputs, "wrote to its input bias"),
        Named(
            "vectors where elements are promised",
            "if ((uintptr_t)x % 64) *(volatile int *)0 = 1;",
            Conduct.Returns,
            "crashed (SIGSEGV); not with arrays that begin at a page: they are aligned to their elements only"),
        Named(
            "another result for other addresses",
            "y[2] = (uintptr_t)y % 4096 ? 1 : 2;",
            Conduct.StaysInItsArrays,
            "its result depends on where its arrays lie: y[0, 0, 0, 2] is 1 where they end at a page and 2 where they begin at one"),
        Named(
            "another code for other addresses",
            "if ((uintptr_t)y % 4096) return 2;",
            Conduct.StaysInItsArrays,
            "its result depends on where its arrays lie: it returned 2 where they end at a page and 0 where they begin at one"),
        Named("a memory hog", "for (;;) memset(malloc(1 << 20), 1, 1 << 20);", Conduct.StaysInMemory, "may take 428 MiB"),
        Named("garbage into every file", Garbage, Conduct.SpeaksTheProtocol, "wrote to the pipe that its answer must go through"),
        Named("every file closed", "for (int file = 0; file < 1024; file++) close(file);", Conduct.SpeaksTheProtocol,
            "closed or damaged the pipe"),
    ];

    private const string Garbage =
        "char noise[512]; memset(noise, 0xA5, sizeof noise); for (int file = 3; file < 1024; file++) if (fcntl(file, F_GETFD) >= 0) write(file, noise, sizeof noise);";

    [TestCaseSource(nameof(Bodies))]
    public void A_hostile_library_ends_with_a_verdict_and_the_next_call_is_made(string body, Conduct conduct, string text, int seconds)
    {
        // hostile to three output channels only
        using var compiled = CLibrary.Forward($"if (g->out_channels == 3) {{ {body} }}");
        using HostedLibrary library = compiled.Host(new ChildLimits(TimeSpan.FromSeconds(seconds), 300 << 20));
        var candidate = new NativeLibraryCandidate<float>(library);

        Reply reply = Ask(candidate, Small);
        Reply next = Ask(candidate, new ConvolutionGeometry(1, 1, 1, 1, new Axis(3, 2)));

        Assert.That((reply.Kind, reply.Conduct), Is.EqualTo((ReplyKind.Misconduct, (Conduct?)conduct)), reply.Text);
        Assert.That(reply.Text, Does.Contain(text));
        Assert.That(next, Is.EqualTo(Reply.Done));
    }

    [Test]
    public void A_recursion_without_end_is_a_stack_that_overflows()
    {
        using var compiled = CLibrary.Forward(
            "y[0] = deeper(X);",
            "__attribute__((noinline)) static int deeper(int n) { volatile char frame[512]; frame[n % 512] = n; return n < 0 ? 0 : deeper(n + 1) + frame[7]; }");
        using HostedLibrary library = compiled.Host();

        Reply reply = Ask(new NativeLibraryCandidate<float>(library), Small);

        Assert.That(reply, Is.EqualTo(Reply.Misconduct(Conduct.Returns, "overflowed its stack")));
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(8)]
    [TestCase(50)]
    public void Who_is_wrong_now_and_then_does_not_repeat_itself_and_no_place_is_blamed(int every)
    {
        using var compiled = CLibrary.Forward($"if (++calls % {every} == 0) y[0] = 7;", "static int calls;");
        using HostedLibrary library = compiled.Host();
        var candidate = new NativeLibraryCandidate<float>(library);

        Reply[] replies = [.. Enumerable.Range(0, 60).Select(_ => Ask(candidate, Small)).Where(static reply => reply != Reply.Done)];

        Assert.That(replies, Is.Not.Empty);
        Assert.That(replies.Select(static reply => reply.Conduct), Is.All.EqualTo(Conduct.RepeatsItself));
        Assert.That(
            replies.Select(static reply => reply.Text),
            Is.All.Match(@"^not the same result twice: y\[0, 0, 0, 0\] is [07] at first and [07] when it was asked again with its arrays in the same places$"));
    }

    [Test]
    public void A_code_now_and_then_does_not_repeat_itself()
    {
        using var compiled = CLibrary.Forward("if (++calls % 8 == 0) return 3;", "static int calls;");
        using HostedLibrary library = compiled.Host();
        var candidate = new NativeLibraryCandidate<float>(library);

        Assert.That(
            Enumerable.Range(0, 4).Select(_ => Ask(candidate, Small)).ToArray()[^1],
            Is.EqualTo(Reply.Misconduct(
                Conduct.RepeatsItself, "not the same result twice: it returned 3 at first and 0 when it was asked again with its arrays in the same places")));
    }

    [Test]
    public void A_hang_is_waited_for_at_full_length_once_and_then_briefly()
    {
        using var compiled = CLibrary.Forward("while (g->out_channels == 3) usleep(1000);");
        using HostedLibrary library = compiled.Host(new ChildLimits(TimeSpan.FromSeconds(4), 300 << 20));
        var candidate = new NativeLibraryCandidate<float>(library);

        Reply full = Ask(candidate, Small);
        var watch = Stopwatch.StartNew();
        Reply brief = Ask(candidate, Small);

        Assert.That(full, Is.EqualTo(Reply.Misconduct(Conduct.ReturnsInTime, "did not return within 4 s")));
        Assert.That(brief.Conduct, Is.EqualTo(Conduct.ReturnsInTime));
        Assert.That(
            brief.Text, Is.EqualTo("did not return within 0.5 s; waited for only briefly, as an earlier call did not return within 4 s"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(4)));
        Assert.That(Ask(candidate, new ConvolutionGeometry(1, 1, 1, 1, new Axis(3, 2))), Is.EqualTo(Reply.Done));
    }

    [Test]
    public void Last_words_are_whole()
    {
        using var compiled = CLibrary.Forward("fprintf(stderr, \"%0500d: out of luck\\n\", 7); abort();");
        using HostedLibrary library = compiled.Host();

        Assert.That(
            Ask(new NativeLibraryCandidate<float>(library), Small).Text, Does.Match("^crashed \\(SIGABRT\\): 0{499}7: out of luck$"));
    }

    [Test]
    public void A_crash_that_does_not_come_back_is_said_so()
    {
        string mark = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var compiled =
            CLibrary.Forward($"if (access(\"{mark}\", F_OK)) {{ close(creat(\"{mark}\", 0600)); *(volatile int *)0 = 1; }}");
        using HostedLibrary library = compiled.Host();

        Reply reply = Ask(new NativeLibraryCandidate<float>(library), Small);

        File.Delete(mark);
        Assert.That(reply, Is.EqualTo(Reply.Misconduct(Conduct.Returns, "crashed (SIGSEGV), and not when it was asked again")));
    }

    [Test]
    public void A_library_that_prints_without_end_is_read_and_not_waited_for()
    {
        using var compiled = CLibrary.Forward("for (int line = 0; line < 20000; line++) printf(\"%100d\\n\", line); fflush(stdout);");
        using HostedLibrary library = compiled.Host();

        Assert.That(Ask(new NativeLibraryCandidate<float>(library), Small), Is.EqualTo(Reply.Done));
    }

    private static Reply Ask(NativeLibraryCandidate<float> candidate, ConvolutionGeometry geometry)
    {
        Operands<float> operands = Operands.Drawn(geometry, ConvolutionOperator.Forward, flag: true, static (_, e) => (float)(e % 7));
        return candidate.Answer(operands, new float[geometry.OutputLength]);
    }

    private static TestCaseData Named(string name, string body, Conduct conduct, string text, int seconds = 60) =>
        new TestCaseData(body, conduct, text, seconds).SetArgDisplayNames(name);
}
