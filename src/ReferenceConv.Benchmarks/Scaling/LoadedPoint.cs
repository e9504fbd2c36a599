using System.Diagnostics;
using ReferenceConv.Benchmarks.Peers;
using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Fast;

namespace ReferenceConv.Benchmarks.Scaling;

/// <summary>A line's arrays, its convolution, and the best times so far.</summary>
internal sealed class LoadedPoint
{
    private const double WarmUpSeconds = 0.1;
    private const int BytesBehind = 1 << 20;
    private const double SecondsOfRuns = 0.010;
    private const double SecondsOfPreparations = 0.003;

    private readonly FastConvolution<float> convolution;
    private readonly PreparedConvolution<float> prepared;
    private readonly float[] x;
    private readonly float[] w;
    private readonly float[] y;
    private readonly byte[] behind;
    private double preparation = double.PositiveInfinity;
    private double run = double.PositiveInfinity;

    /// <summary>Loads the line, and runs it until the compiler is done.</summary>
    public LoadedPoint(ScalingPoint point)
    {
        Point = point;
        x = LayerData.Input(point.Layer);
        w = LayerData.Weights(point.Layer);
        y = new float[point.Layer.OutputLength];
        convolution = new FastConvolution<float>(point.Threads);
        prepared = convolution.Prepare(point.Layer.Geometry, w);
        Repeat(WarmUpSeconds, () => prepared.Run(x, y));
        Repeat(WarmUpSeconds, () => convolution.Prepare(point.Layer.Geometry, w));

        // A collection gives the end of a heap back to the system: with this behind them, the weights of one preparation leave room for the next.
        behind = GC.AllocateUninitializedArray<byte>(BytesBehind, pinned: true);
    }

    /// <summary>The line.</summary>
    public ScalingPoint Point { get; }

    /// <summary>What was measured, beside the peak of as many threads in GFLOP/s.</summary>
    public ScalingRow Row(double peak) => new(Point, run, preparation, peak, prepared.ScratchBytes);

    /// <summary>A turn of runs.</summary>
    public void TimeRuns() => run = Math.Min(run, Repeat(SecondsOfRuns, () => prepared.Run(x, y)));

    /// <summary>A turn of preparations, after a collection, so that they find the memory of earlier ones instead of pages that are new to the process.</summary>
    public void TimePreparations()
    {
        GC.Collect();
        preparation = Math.Min(preparation, Repeat(SecondsOfPreparations, () => convolution.Prepare(Point.Layer.Geometry, w)));
        GC.KeepAlive(behind);
    }

    /// <summary>Repeats an action for some time.</summary>
    /// <returns>The best seconds.</returns>
    private static double Repeat(double seconds, Action action)
    {
        double best = double.PositiveInfinity;
        long begin = Stopwatch.GetTimestamp();
        do
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Statistics.SecondsSince(start));
        }
        while (Statistics.SecondsSince(begin) < seconds);
        return best;
    }
}
