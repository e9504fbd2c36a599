using System.Collections.Immutable;
using System.Diagnostics;
using ReferenceConv.Benchmarks.Peers;

namespace ReferenceConv.Benchmarks.Scaling;

/// <summary>
/// Measures a series round by round, a turn for the peak and one for every line in each, so that all lines see the same machine.
/// </summary>
internal static class ScalingRun
{
    private const int Rounds = 60;
    private const int FewestRounds = 3;
    private const double MostSeconds = 7;   // of a series on a machine with other things to do

    private static readonly TimeSpan PeakTurn = TimeSpan.FromMilliseconds(4);

    /// <summary>Measures one series.</summary>
    public static ImmutableArray<ScalingRow> Measure(ScalingSeries series)
    {
        LoadedPoint[] points = [.. series.Points.Select(static point => new LoadedPoint(point))];
        var peaks = series.Points.Select(static point => point.Threads).Distinct().ToDictionary(static threads => threads, static _ => 0.0);
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < Rounds && (round < FewestRounds || Statistics.SecondsSince(start) < MostSeconds); round++)
        {
            foreach (int threads in peaks.Keys)
                peaks[threads] = Math.Max(peaks[threads], FmaPeak.Measure(threads, FmaPeak.WidestVector, PeakTurn));
            foreach (LoadedPoint point in points)
                point.TimeRuns();
            foreach (LoadedPoint point in points)
                point.TimePreparations();
        }

        return [.. points.Select(point => point.Row(peaks[point.Point.Threads]))];
    }
}
