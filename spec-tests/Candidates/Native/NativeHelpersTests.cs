using System.Diagnostics;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Native;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Candidates.Native;

/// <summary>Processes that a library starts are the library's: counted with it, and ended with it.</summary>
public sealed class NativeHelpersTests
{
    private const string Orphan = """
        if (!fork()) { if (!fork()) { setsid(); close(1); close(2); execl("/bin/sleep", "sleep", "SECONDS", (char *)0); } _exit(0); }
        usleep(200000);
        """;

    private static int started;

    [TestCase("", ReplyKind.Done)]
    [TestCase("*(volatile int *)0 = 1;", ReplyKind.Misconduct)]
    public void What_leaves_for_a_session_of_its_own_ends_with_the_library(string then, ReplyKind kind)
    {
        string seconds = $"77{Interlocked.Increment(ref started)}.{Environment.ProcessId}";
        using var compiled = CLibrary.Forward(Orphan.Replace("SECONDS", seconds) + then);
        using (HostedLibrary library = compiled.Host())
        {
            Assert.That(Ask(library).Kind, Is.EqualTo(kind));
            Assert.That(IsRunning(seconds), Is.EqualTo(kind == ReplyKind.Done));
        }

        Assert.That(IsRunning(seconds), Is.False);
    }

    [Test]
    public void Processes_are_counted()
    {
        using var compiled = CLibrary.Forward("for (int e = 0; e < 30; e++) if (!fork()) { sleep(77); _exit(0); } sleep(77);");
        using HostedLibrary library = compiled.Host(ChildLimits.Usual with { Processes = 20 });
        long start = Stopwatch.GetTimestamp();

        Assert.That(Ask(library), Is.EqualTo(Reply.Misconduct(Conduct.StaysInMemory, "started 20 processes or more, may start 19")));
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(8)), "sooner than the time for an answer");
    }

    [Test]
    public void Memory_of_helpers_is_counted_and_what_they_share_is_not_counted_twice()
    {
        const string Helpers = "for (int e = 0; e < 8; e++) if (!fork()) { TAKE sleep(77); _exit(0); } sleep(1);";
        using var sharing = CLibrary.Forward(Helpers.Replace("TAKE", ""));
        using var taking =
            CLibrary.Forward(Helpers.Replace("TAKE", "kept = malloc(64 << 20); memset(kept, 1, 64 << 20);"), "static char *volatile kept;");
        using HostedLibrary modest = sharing.Host(ChildLimits.Usual with { Bytes = 200 << 20 });
        using HostedLibrary greedy = taking.Host(ChildLimits.Usual with { Bytes = 200 << 20 });

        Assert.That(Ask(modest), Is.EqualTo(Reply.Done));
        Assert.That(Ask(greedy).Conduct, Is.EqualTo(Conduct.StaysInMemory));
    }

    [Test]
    public void A_child_that_is_ended_leaves_no_files_in_the_temporary_folder()
    {
        using var compiled = CLibrary.Forward("y[0] = getpid();");
        var result = new float[3];
        using (HostedLibrary library = compiled.Host())
            new NativeLibraryCandidate<float>(library).Answer(Ones(), result);

        Assert.That(result[0], Is.Positive);
        Assert.That(Directory.GetFiles(Path.GetTempPath(), $"*-{result[0]:F0}-*"), Is.Empty);
    }

    [Test]
    public void Who_hangs_is_ended_by_dispose()
    {
        using var compiled = CLibrary.Forward("for (;;) seen = seen + 1;");
        HostedLibrary library = compiled.Host(new ChildLimits(TimeSpan.FromMinutes(1), 1 << 30));
        Task<Reply> asking = Task.Run(() => Ask(library));
        Thread.Sleep(500);   // until it has asked
        long start = Stopwatch.GetTimestamp();

        library.Dispose();

        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(20)));
        Assert.That(asking.Result.Text, Does.Contain("SIGKILL"));
    }

    private static bool IsRunning(string word) => Directory.GetDirectories("/proc").Any(folder =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).StartsWith($"sleep\0{word}\0", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    });

    private static Reply Ask(HostedLibrary library) => new NativeLibraryCandidate<float>(library).Answer(Ones(), new float[3]);

    private static Operands<float> Ones() =>
        Operands.Drawn(new ConvolutionGeometry(1, 1, 1, 1, new Axis(4, 2)), ConvolutionOperator.Forward, flag: false, static (_, _) => 1f);
}
