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
        long start = Stopwatch.GetTimestamp();
        while (Statistics.SecondsSince(start) < WarmUpSeconds)
            prepared.Run(x, y);
    }

    /// <summary>The line.</summary>
    public ScalingPoint Point { get; }

    /// <summary>What was measured, beside the peak of as many threads in GFLOP/s.</summary>
    public ScalingRow Row(double peak) => new(Point, run, preparation, peak, prepared.ScratchBytes);

    /// <summary>A turn of runs.</summary>
    public void TimeRuns()
    {
        long start = Stopwatch.GetTimestamp();
        do
            run = Math.Min(run, Seconds(() => prepared.Run(x, y)));
        while (Statistics.SecondsSince(start) < SecondsOfRuns);
    }

    /// <summary>A turn of preparations, after a collection, so that they find the memory of earlier ones instead of pages that nobody has touched.</summary>
    public void TimePreparations()
    {
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        do
            preparation = Math.Min(preparation, Seconds(() => convolution.Prepare(Point.Layer.Geometry, w)));
        while (Statistics.SecondsSince(start) < SecondsOfPreparations);
    }

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Statistics.SecondsSince(start);
    }
}
