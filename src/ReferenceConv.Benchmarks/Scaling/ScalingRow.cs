namespace ReferenceConv.Benchmarks.Scaling;

/// <summary>A line as measured: the best run and the best preparation in seconds, the peak in GFLOP/s.</summary>
internal sealed record ScalingRow(ScalingPoint Point, double Seconds, double PreparationSeconds, double Peak, long ScratchBytes)
{
    /// <summary>GFLOP/s.</summary>
    public double Rate => Point.Layer.Flops / Seconds / 1e9;

    /// <summary>Share of the fused multiply-adds that as many threads do in registers.</summary>
    public double ShareOfPeak => Rate / Peak;

    /// <summary>How many runs take as long as the preparation.</summary>
    public double PreparationRuns => PreparationSeconds / Seconds;
}
