using System.Diagnostics;
using System.Globalization;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>Watches over a child, and what it started, while somebody waits for it.</summary>
internal sealed class Vigil(Process process, ProcessTree tree, ChildLimits limits)
{
    private static readonly TimeSpan BetweenCensuses = TimeSpan.FromMilliseconds(50);

    private readonly long start = Stopwatch.GetTimestamp();
    private long census = Stopwatch.GetTimestamp();

    /// <summary>Which limit is passed, if one is.</summary>
    public Death? Look()
    {
        if (Stopwatch.GetElapsedTime(start) > limits.Time)
            return new Death(Conduct.ReturnsInTime,
                string.Create(CultureInfo.InvariantCulture, $"did not return within {limits.Time.TotalSeconds:0.##} s"));
        return Resident() > limits.Bytes || Stopwatch.GetElapsedTime(census) > BetweenCensuses ? LookAtAll() : null;
    }

    /// <summary>Which limit is passed by the child and what it started.</summary>
    public Death? LookAtAll()
    {
        Death? death = tree.Misconduct(limits) is var (conduct, text) ? new Death(conduct, text) : null;
        census = Stopwatch.GetTimestamp();
        return death;
    }

    public bool HasEnded => process.HasExited;

    /// <summary>Resident memory of the child alone, in bytes; 0 for one that is gone.</summary>
    public long Resident() => ProcessTree.Resident(process.Id);
}
