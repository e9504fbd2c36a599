using System.Diagnostics;

namespace ReferenceConv.Benchmarks;

/// <summary>
/// Times two actions in turn, A B A B …, so that both see the same machine, and keeps the best and the median of each.
/// A turn repeats its action until 10 ms have passed.
/// </summary>
internal sealed record SideBySide(double BestA, double BestB, double MedianA, double MedianB)
{
    private const int DefaultTurns = 25;
    private const double SecondsPerTurn = 0.010;

    /// <summary>How many times faster A is than B, by the best turns.</summary>
    public double Ratio => BestB / BestA;

    /// <summary>The same by the medians.</summary>
    public double MedianRatio => MedianB / MedianA;

    /// <summary>Measures after one turn of each that is thrown away.</summary>
    public static SideBySide Measure(Action a, Action b, int turns = DefaultTurns)
    {
        var secondsA = new double[turns + 1];
        var secondsB = new double[turns + 1];
        for (int turn = 0; turn <= turns; turn++)
        {
            secondsA[turn] = Turn(a);
            secondsB[turn] = Turn(b);
        }

        double[] countedA = [.. secondsA.Skip(1).Order()];
        double[] countedB = [.. secondsB.Skip(1).Order()];
        return new SideBySide(countedA[0], countedB[0], countedA[turns / 2], countedB[turns / 2]);
    }

    private static double Turn(Action action)
    {
        int runs = 0;
        long start = Stopwatch.GetTimestamp();
        double seconds;
        do
        {
            action();
            runs++;
            seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        while (seconds < SecondsPerTurn);
        return seconds / runs;
    }
}
