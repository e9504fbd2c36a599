using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>
/// The most float operations a second that the machine does at the moment: the ceiling of every convolution by sums of products.
/// </summary>
internal static class FmaPeak
{
    private const int Passes = 10_000;

    /// <summary>Bits of the widest vectors of this machine.</summary>
    public static int WidestVector => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>Measures for some time on some threads, all at once.</summary>
    /// <returns>GFLOP/s, the threads' rates added up.</returns>
    public static double Measure(int threads, int width, TimeSpan time)
    {
        using var start = new Barrier(threads);
        var rates = new double[threads];
        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(t => new Thread(() => rates[t] = Rate(start, width, time)))];
        foreach (Thread other in others)
            other.Start();
        rates[0] = Rate(start, width, time);
        foreach (Thread other in others)
            other.Join();
        return rates.Sum();
    }

    private static double Rate(Barrier start, int width, TimeSpan time)
    {
        double flopsPerCall = 2.0 * Passes * FmaLoop.PerPass * width / (8 * sizeof(float));
        FmaLoop.Run(width, Passes);
        start.SignalAndWait();
        long begin = Stopwatch.GetTimestamp();
        double best = 0;
        while (Stopwatch.GetElapsedTime(begin) < time)
        {
            long call = Stopwatch.GetTimestamp();
            FmaLoop.Run(width, Passes);
            best = Math.Max(best, flopsPerCall / Statistics.SecondsSince(call) / 1e9);
        }

        return best;
    }
}
