namespace ReferenceConv.Benchmarks.Peers.Report;

/// <summary>A limit, the least or the most that is wanted, and what was measured; null if it was not.</summary>
internal sealed record Goal(string Name, double Limit, double? Measured, bool IsMost = false)
{
    /// <summary>Whether it was measured and is on the wrong side.</summary>
    public bool IsMissed => IsMost ? Measured > Limit : Measured < Limit;
}
