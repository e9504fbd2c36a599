using System.Diagnostics;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>Watches over a child while somebody waits for it.</summary>
internal sealed class Vigil
{
    private readonly Process process;
    private readonly TimeSpan time;
    private readonly long bytes;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly string statm;

    public Vigil(Process process, TimeSpan time, long bytes)
    {
        (this.process, this.time, this.bytes) = (process, time, bytes);
        statm = $"/proc/{process.Id}/statm";
    }

    /// <summary>Which limit is passed, if one is.</summary>
    public Death? Look()
    {
        if (Stopwatch.GetElapsedTime(start) is var elapsed && elapsed > time)
            return new Death(Conduct.ReturnsInTime, $"did not return within {time.TotalSeconds:0.##} s");
        return Resident() is var resident && resident > bytes
            ? new Death(Conduct.StaysInMemory, $"took {resident >> 20} MiB of memory, may take {bytes >> 20} MiB")
            : null;
    }

    public bool HasEnded => process.HasExited;

    /// <summary>Resident memory in bytes; 0 for a process that is gone.</summary>
    public long Resident()
    {
        try
        {
            string[] pages = File.ReadAllText(statm).Split(' ');
            return pages.Length > 1 ? long.Parse(pages[1]) * Environment.SystemPageSize : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
