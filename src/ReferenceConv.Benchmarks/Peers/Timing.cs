namespace ReferenceConv.Benchmarks.Peers;

/// <summary>Seconds of one run: the best seen and the median.</summary>
internal readonly record struct Timing(double Best, double Median)
{
    /// <summary>From the two, in this order.</summary>
    public Timing(double[] seconds)
        : this(seconds[0], seconds[1])
    {
    }
}
