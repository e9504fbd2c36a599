using System.Diagnostics;

namespace ReferenceConv.Benchmarks.Ladder;

/// <summary>A rung beside the rung below on one layer, both timed in turn. Rates are GFLOP/s of the best turn.</summary>
internal sealed record Step(LoadedRung Rung, double Rate, double RateBelow, double Gain, double MedianGain)
{
    private const double WarmUpSeconds = 0.15;
    private const double SlowSeconds = 0.05;
    private const int SlowTurns = 5;
    private const int Turns = 15;

    /// <summary>Times the two when the compiler is done with them.</summary>
    public static Step Measure(LoadedRung below, LoadedRung rung)
    {
        double slower = Math.Max(WarmUp(below), WarmUp(rung));
        SideBySide times = SideBySide.Measure(rung.Run, below.Run, slower > SlowSeconds ? SlowTurns : Turns);
        double gigaflops = rung.Layer.Flops / 1e9;
        return new(rung, gigaflops / times.BestA, gigaflops / times.BestB, times.Ratio, times.MedianRatio);
    }

    /// <returns>Seconds of the last run.</returns>
    private static double WarmUp(LoadedRung rung)
    {
        long begin = Stopwatch.GetTimestamp();
        while (true)
        {
            long start = Stopwatch.GetTimestamp();
            rung.Run();
            if (Stopwatch.GetElapsedTime(begin).TotalSeconds > WarmUpSeconds)
                return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
