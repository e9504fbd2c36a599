namespace ReferenceConv.Verification.Candidates;

/// <summary>What a candidate in a process of its own may take before that process is ended.</summary>
public sealed record ChildLimits
{
    /// <summary>10 s, 2 GiB and 256 processes.</summary>
    public static ChildLimits Usual { get; } = new(TimeSpan.FromSeconds(10), 2L << 30);

    /// <summary>Sets limits.</summary>
    /// <param name="time">For one answer.</param>
    /// <param name="bytes">Resident memory of the process, and of those that it starts, where they are seen.</param>
    /// <exception cref="ArgumentException">A limit is not positive.</exception>
    public ChildLimits(TimeSpan time, long bytes)
    {
        if (time <= TimeSpan.Zero)
            throw new ArgumentException($"the time for an answer must be > 0 s, was {time.TotalSeconds} s");
        if (bytes <= 0)
            throw new ArgumentException($"the memory of a candidate must be > 0 bytes, was {bytes}");
        (Time, Bytes) = (time, bytes);
    }

    /// <summary>The same with more time.</summary>
    /// <exception cref="ArgumentException">The time is not positive then.</exception>
    public ChildLimits Longer(TimeSpan time) => Within(Time + time);

    /// <summary>The same with another time.</summary>
    /// <exception cref="ArgumentException">The time is not positive.</exception>
    public ChildLimits Within(TimeSpan time) => new(time, Bytes) { Processes = Processes };

    /// <summary>For one answer. A library gets more for large sizes: see <see cref="Native.HostedLibrary"/>.</summary>
    public TimeSpan Time { get; }

    /// <summary>Resident memory. A library gets room for its arrays on top.</summary>
    public long Bytes { get; init; }

    /// <summary>At the same time, the first one included.</summary>
    public int Processes { get; init; } = 256;
}
