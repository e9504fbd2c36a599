using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ReferenceConv.Verification.Candidates.Native;

namespace ReferenceConv.Verification.Candidates;

/// <summary>A process and all that it started, as Linux shows them in /proc; elsewhere only the process itself is seen.</summary>
internal sealed class ProcessTree
{
    private const string Variable = "REFCONV_CHILD";
    private const int Rounds = 10;   // of stopping, while more are found

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly string mark;

    private ProcessTree(Process process, string mark) => (this.process, this.mark) = (process, mark);

    /// <summary>Starts a process, with a word in its environment that only this process and what it starts have.</summary>
    /// <exception cref="Win32Exception">It does not start.</exception>
    public static ProcessTree Start(ProcessStartInfo start, out Process process)
    {
        string mark = $"{Environment.ProcessId}-{Guid.NewGuid():N}";
        start.Environment[Variable] = mark;
        process = Process.Start(start)!;
        return new ProcessTree(process, $"{Variable}={mark}");
    }

    /// <summary>Which rule of conduct they break together, and how; null for none.</summary>
    /// <param name="limits">How many they may be, and how much memory they may hold together.</param>
    public (Conduct Conduct, string Text)? Misconduct(ChildLimits limits)
    {
        if (!OperatingSystem.IsLinux())
            return Excess(CurrentSet(), limits.Bytes);

        var all = new List<int>();
        Descend(process.Id, limits.Processes, all);
        return all.Count > limits.Processes
            ? (Conduct.StaysInMemory, $"started {all.Count - 1} processes or more, may start {limits.Processes - 1}")
            : all.Sum(Resident) <= limits.Bytes ? null
            : Excess(Resident(process.Id) + all.Skip(1).Sum(Proportional), limits.Bytes);   // what is shared was counted for each
    }

    /// <summary>Ends all of them, also those whose parent is gone, and those that left for a session of their own.</summary>
    public void Kill()
    {
        try
        {
            if (OperatingSystem.IsLinux())
                KillAll(process.Id);
            else
                process.Kill(entireProcessTree: true);
            process.WaitForExit(Grace);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or Win32Exception)
        {
            // it is over, or a part of it is
        }
    }

    /// <summary>Bytes of one process in memory; 0 for one that is gone.</summary>
    public static long Resident(int id)
    {
        string[] pages = ProcFolder.Read($"/proc/{id}/statm").Split(' ');
        return pages.Length > 1 ? long.Parse(pages[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;
    }

    /// <summary>Stops them before it ends them: one that runs could start another between two looks.</summary>
    private void KillAll(int root)
    {
        _ = Libc.Signal(-root, Libc.Stop);
        var stopped = new HashSet<int>();
        for (int round = 0, known = -1; round < Rounds && known < stopped.Count; round++)
        {
            known = stopped.Count;
            foreach (int member in ProcFolder.Family(root, mark))
                if (stopped.Add(member))
                    _ = Libc.Signal(member, Libc.Stop);
        }

        _ = Libc.Signal(-root, Libc.Kill);
        foreach (int member in stopped)
            _ = Libc.Signal(member, Libc.Kill);
        long start = Stopwatch.GetTimestamp();
        while (stopped.Any(static member => Resident(member) > 0) && Stopwatch.GetElapsedTime(start) < Grace)
            Thread.Sleep(1);
    }

    private static (Conduct Conduct, string Text)? Excess(long bytes, long most) =>
        bytes > most ? (Conduct.StaysInMemory, $"took {bytes >> 20} MiB of memory, may take {most >> 20} MiB") : null;

    private static void Descend(int id, int most, List<int> all)
    {
        all.Add(id);
        foreach (string thread in ProcFolder.Folders($"/proc/{id}/task"))
            foreach (string child in ProcFolder.Read($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                if (all.Count <= most)
                    Descend(int.Parse(child, CultureInfo.InvariantCulture), most, all);
    }

    /// <summary>Bytes in memory, of pages that n processes share an n-th.</summary>
    private static long Proportional(int id)
    {
        foreach (string line in ProcFolder.Read($"/proc/{id}/smaps_rollup").Split('\n'))
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["Pss:", var kibibytes, ..])
                return long.Parse(kibibytes, CultureInfo.InvariantCulture) << 10;
        return Resident(id);
    }

    private long CurrentSet()
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;   // it is over
        }
    }
}
