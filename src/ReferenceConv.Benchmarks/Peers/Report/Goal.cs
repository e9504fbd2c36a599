namespace ReferenceConv.Benchmarks.Peers.Report;

/// <summary>A least value, and what was measured; null if it was not.</summary>
internal sealed record Goal(string Name, double Least, double? Measured)
{
    /// <summary>Whether it was measured and is too small.</summary>
    public bool IsMissed => Measured < Least;
}
