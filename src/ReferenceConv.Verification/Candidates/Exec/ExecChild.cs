using System.ComponentModel;
using System.Diagnostics;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>One run of a command: lines go in, lines come out, under a watchdog.</summary>
internal sealed class ExecChild : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);   // between two looks at the process
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly ChildLimits limits;
    private readonly Process process;
    private readonly ProcessTree tree;
    private readonly Lines answers;
    private readonly LastLine complaints;
    private long lastLook = Stopwatch.GetTimestamp();
    private bool isAsked;

    /// <summary>Starts it.</summary>
    /// <exception cref="IOException">There is no shell to start it with.</exception>
    public ExecChild(string command, ChildLimits limits)
    {
        this.limits = limits;
        bool isWindows = OperatingSystem.IsWindows();
        var start = new ProcessStartInfo(isWindows ? "cmd.exe" : "/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (isWindows)
            start.Arguments = $"/s /c \"{command}\"";
        else
            foreach (string word in new[] { "-c", command })
                start.ArgumentList.Add(word);

        try
        {
            tree = ProcessTree.Start(start, out process);
        }
        catch (Win32Exception e)
        {
            throw new IOException($"the shell '{start.FileName}' must start, but: {e.Message}", e);
        }

        answers = new Lines(process.StandardOutput.BaseStream);
        complaints = new LastLine(process.StandardError.BaseStream);
    }

    /// <summary>Sends a line and waits for one.</summary>
    /// <param name="line">UTF-8, with its end.</param>
    /// <param name="time">The longest to wait.</param>
    /// <returns>The answer without its end.</returns>
    /// <exception cref="ExecMisconduct">
    /// None comes, or not in time, or too much memory is taken; the process must be disposed of.
    /// </exception>
    public string Ask(ReadOnlyMemory<byte> line, TimeSpan time)
    {
        if (isAsked && answers.Next(TimeSpan.Zero) is { } unasked)   // before the first question a line is its answer, too early
            throw new ExecMisconduct(Conduct.SpeaksTheProtocol, $"wrote a line that nobody asked for: {Quote.Of(unasked)}");

        isAsked = true;
        long start = Stopwatch.GetTimestamp();
        Task sending = Task.Run(() => Send(line.Span));   // the pipe is full if nobody reads
        while (true)
        {
            if (answers.Next(Look) is { } answer)
            {
                if (Stopwatch.GetElapsedTime(lastLook) > Look)
                    WatchMemory();
                return sending.Wait(Grace)
                    ? answer
                    : throw new ExecMisconduct(Conduct.SpeaksTheProtocol, $"answered before it read the question: {Quote.Of(answer)}");
            }

            WatchMemory();
            if (process.HasExited && answers.Next(Grace) is { } last)
                return last;
            WatchLife();
            if (Stopwatch.GetElapsedTime(start) > time)
                throw new ExecMisconduct(
                    Conduct.ReturnsInTime, $"no answer within {time.TotalSeconds:0.###} s (every line must be flushed)");
        }
    }

    /// <summary>Asks it to end by closing its input, waits a little, and ends it and all that it started.</summary>
    public void Dispose()
    {
        Close();
        process.WaitForExit(Grace);
        Kill();
    }

    /// <summary>Ends it and all that it started; from any thread, also while another asks.</summary>
    public void Interrupt() => tree.Kill();

    /// <summary>Ends it and all that it started, at once.</summary>
    public void Kill()
    {
        Interrupt();
        Close();
        answers.Dispose();
        process.Dispose();
    }

    private void Close()
    {
        try
        {
            process.StandardInput.BaseStream.Close();
        }
        catch (IOException)
        {
            // it does not read any more
        }
    }

    private void Send(ReadOnlySpan<byte> line)
    {
        try
        {
            process.StandardInput.BaseStream.Write(line);
            process.StandardInput.BaseStream.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // it is over, or is being ended; whoever waits for the answer says so
        }
    }

    private void WatchMemory()
    {
        lastLook = Stopwatch.GetTimestamp();
        if (tree.Misconduct(limits) is var (conduct, text))
            throw new ExecMisconduct(conduct, text);
    }

    private void WatchLife()
    {
        if (answers.IsOverlong)
            throw new ExecMisconduct(Conduct.SpeaksTheProtocol, $"wrote a line of more than {Lines.Longest:N0} bytes");
        if (process.HasExited)
            throw new ExecMisconduct(Conduct.Returns, $"{Ending()}{complaints.Behind()}");
        if (answers.IsOver && !process.WaitForExit(Grace))
            throw new ExecMisconduct(Conduct.SpeaksTheProtocol, "closed its standard output");
    }

    /// <summary>A shell's way: 128 + n is the end by signal n.</summary>
    private string Ending() => process.ExitCode switch
    {
        132 => "ended by signal 4 (SIGILL)",
        134 => "ended by signal 6 (SIGABRT)",
        135 => "ended by signal 7 (SIGBUS)",
        136 => "ended by signal 8 (SIGFPE)",
        137 => "ended by signal 9 (SIGKILL)",
        139 => "ended by signal 11 (SIGSEGV)",
        143 => "ended by signal 15 (SIGTERM)",
        > 128 and int code and <= 192 => $"ended by signal {code - 128}",
        int code => $"ended with exit code {code}",
    };
}
