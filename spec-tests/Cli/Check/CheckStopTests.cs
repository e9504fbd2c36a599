using System.Diagnostics;
using System.Text.Json;
using NUnit.Framework;
using ReferenceConv.SpecTests.Candidates.Native;

namespace ReferenceConv.SpecTests.Cli.Check;

/// <summary>A process that gets a signal in the middle of a check still says what it found.</summary>
public sealed class CheckStopTests
{
    private const string WrongUntilItWaits = """
        if (Y) y[Y - 1] = 7.25f;
        FILE *calls = fopen(CALLS, "a");
        fputs("x", calls);
        int waits = ftell(calls) > 200;
        fclose(calls);
        if (waits) usleep(PAUSE);
        """;

    private string folder = "";

    [SetUp]
    public void MakeAFolder()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("signals and native candidates need Linux");
        folder = Directory.CreateTempSubdirectory("check-stop-").FullName;
    }

    [TearDown]
    public void RemoveTheFolder()
    {
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
    }

    [TestCase("TERM")]
    [TestCase("INT")]
    public void What_was_found_is_reported_and_written(string signal)
    {
        if (signal == "INT" && IsInterruptIgnored())
            Assert.Ignore("these tests were started with SIGINT ignored, as a shell's background jobs are, and what they start inherits that");
        using CLibrary library = Slow(microseconds: 100_000);
        string json = Path.Combine(folder, "found.json");

        (int exit, string output, string error) = Stopped(signal, library, "--json", json, "--cases", "5000");

        Assert.That(exit, Is.EqualTo(130), error);
        Assert.That(output, Does.Match(@"^(float64 was not asked: a signal stopped the check before\n)?float32 was stopped by a signal after [1-9]\d* of 5,000 small cases; what was found\s+until\s+then:\nfloat32 "));
        Assert.That(output, Does.Contain("\n✗ forward breaks 'structure'; first in case 1\n"));
        Assert.That(output, Does.Contain(" rules broken. Seed 1, "));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(json));
        JsonElement result = document.RootElement.GetProperty("results")[0];
        Assert.That((result.GetProperty("stopped").GetBoolean(), result.GetProperty("holds").GetBoolean()), Is.EqualTo((true, false)));
        Assert.That(result.GetProperty("cases").GetArrayLength(), Is.InRange(1, 4999));
    }

    [Test]
    public void A_call_that_does_not_end_is_waited_for_no_longer_than_it_may_take()
    {
        using CLibrary library = Slow(microseconds: 900_000_000);
        var watch = Stopwatch.StartNew();

        (int exit, string output, _) = Stopped("TERM", library, "--timeout", "3");

        Assert.That(exit, Is.EqualTo(130));
        Assert.That(output, Does.Contain("\n✗ forward breaks 'structure'; first in case 1\n"));
        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(60));
    }

    private CLibrary Slow(int microseconds) =>
        CLibrary.Forward(WrongUntilItWaits.Replace("CALLS", $"\"{folder}/calls\"").Replace("PAUSE", $"{microseconds}"));

    /// <summary>Bit 1 of the mask of ignored signals is signal 2.</summary>
    private static bool IsInterruptIgnored()
    {
        string mask = File.ReadLines("/proc/self/status").Single(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) & 2) != 0;
    }

    /// <summary>Sends the signal when the library begins to wait.</summary>
    private (int Exit, string Output, string Error) Stopped(string signal, CLibrary library, params string[] args)
    {
        string[] words = [Path.Combine(AppContext.BaseDirectory, "refconv.dll"), "check", "--native", library.Path, .. args];
        using Process check =
            Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = check.StandardOutput.ReadToEndAsync();
        Task<string> error = check.StandardError.ReadToEndAsync();
        var calls = new FileInfo(Path.Combine(folder, "calls"));
        while (!check.HasExited && !(calls.Exists && calls.Length > 200))
        {
            Thread.Sleep(20);
            calls.Refresh();
        }

        using (var kill = Process.Start("kill", [$"-{signal}", $"{check.Id}"]))
            kill.WaitForExit();
        if (!check.WaitForExit(TimeSpan.FromMinutes(2)))
            check.Kill(entireProcessTree: true);
        check.WaitForExit();
        return (check.ExitCode, output.Result, error.Result);
    }
}
