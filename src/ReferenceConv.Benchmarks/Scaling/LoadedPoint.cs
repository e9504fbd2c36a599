using System.Diagnostics;
using ReferenceConv.Benchmarks.Peers;
using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Fast;

namespace ReferenceConv.Benchmarks.Scaling;

/// <summary>A line's arrays, its convolution, and the best times so far.</summary>
internal sealed class LoadedPoint
{
    private const double WarmUpSeconds = 0.1;
    private const double SecondsOfRuns = 0.010;
    private const double SecondsOfPreparations = 0.003;

    private readonly FastConvolution<float> convolution;
    private readonly PreparedConvolution<float> prepared;
    private readonly float[] x;
    private readonly float[] w;
    private readonly float[] y;
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
        Repeat(WarmUpSeconds, Prepare);
    }

    /// <summary>The line.</summary>
    public ScalingPoint Point { get; }

    /// <summary>What was measured, beside the peak of as many threads in GFLOP/s.</summary>
    public ScalingRow Row(double peak) => new(Point, run, preparation, peak, prepared.ScratchBytes);

    /// <summary>A turn of runs.</summary>
    public void TimeRuns() => run = Math.Min(run, Repeat(SecondsOfRuns, () => prepared.Run(x, y)));

    /// <summary>A turn of preparations, each in the memory of the one before.</summary>
    public void TimePreparations() => preparation = Math.Min(preparation, Repeat(SecondsOfPreparations, Prepare));

    private void Prepare() => convolution.Prepare(Point.Layer.Geometry, w).Dispose();

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
