using BenchmarkDotNet.Reports;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>
/// A kernel as measured: nanoseconds of its best and its median iteration, and the peak of its vectors and numbers in GFLOP/s.
/// </summary>
internal sealed record KernelRow(TimedKernel Kernel, double Best, double Median, double Peak)
{
    /// <summary>GFLOP/s of the best iteration; none if it only moves numbers.</summary>
    public double? Rate => Kernel.Flops > 0 ? Kernel.Flops / Best : null;

    /// <summary>Share of the peak.</summary>
    public double? ShareOfPeak => Rate / Peak;

    /// <summary>The same by the median iteration.</summary>
    public double? MedianShareOfPeak => Kernel.Flops > 0 ? Kernel.Flops / Median / Peak : null;

    /// <summary>GB/s, read and written; none of a kernel that computes.</summary>
    public double? Moved => Kernel.MovedBytes > 0 ? Kernel.MovedBytes / Best : null;

    /// <summary>Takes one out of a report.</summary>
    /// <exception cref="InvalidOperationException">It was not measured.</exception>
    public static KernelRow Of(BenchmarkReport report, IReadOnlyDictionary<int, double> peaks)
    {
        var kernel = (TimedKernel)report.BenchmarkCase.Parameters[nameof(KernelTimings.Kernel)];
        if (report.ResultStatistics is not { } statistics)
            throw new InvalidOperationException($"{kernel} was not measured");
        double peak = peaks[kernel.Bits] * sizeof(float) / (kernel.Number == typeof(float) ? sizeof(float) : sizeof(double));
        return new(kernel, statistics.Min, statistics.Median, peak);
    }
}
