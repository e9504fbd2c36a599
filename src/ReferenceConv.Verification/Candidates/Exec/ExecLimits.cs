namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>What a command may take.</summary>
public sealed record ExecLimits
{
    /// <summary>30 seconds and 4 GiB.</summary>
    public static ExecLimits Default { get; } = new(TimeSpan.FromSeconds(30), 4L << 30);

    /// <summary>Sets limits.</summary>
    /// <param name="patience">How long one answer may take.</param>
    /// <param name="memory">Bytes that the command and all its children may hold in memory together.</param>
    /// <exception cref="ArgumentException">A limit is not positive.</exception>
    public ExecLimits(TimeSpan patience, long memory)
    {
        if (patience <= TimeSpan.Zero)
            throw new ArgumentException($"the time for an answer must be > 0 s, was {patience.TotalSeconds} s");
        if (memory <= 0)
            throw new ArgumentException($"the memory of a command must be > 0 bytes, was {memory}");
        (Patience, Memory) = (patience, memory);
    }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Patience { get; }

    /// <summary>Bytes that the command and all its children may hold in memory together.</summary>
    public long Memory { get; }
}
