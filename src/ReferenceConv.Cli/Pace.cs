namespace ReferenceConv.Cli;

/// <summary>
/// How fast work goes on, from its last seconds: its beginning is slower than the rest, and its parts are not alike. No estimate is better
/// than one that is many times too high, so at first there is none.
/// </summary>
/// <param name="total">All of the work.</param>
/// <param name="clock">Tells the time.</param>
public sealed class Pace(double total, TimeProvider clock)
{
    private const double FirstPart = 0.05;   // of the work, before which nothing is estimated

    private static readonly TimeSpan FirstTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();   // one thread works, another draws
    private readonly long start = clock.GetTimestamp();
    private readonly Queue<(TimeSpan Time, double Done)> marks = new([(TimeSpan.Zero, 0)]);   // the oldest is older than what is recent, if any is

    /// <summary>The part that is done, 0..1.</summary>
    public double Part => Done / total;

    /// <summary>The time since the beginning.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(start);

    /// <summary>The time it still takes; null while that is anybody's guess.</summary>
    public TimeSpan? Left
    {
        get
        {
            lock (gate)
            {
                (TimeSpan time, double done) = marks.Peek();
                bool isKnown = Elapsed >= FirstTime && Part >= FirstPart && Done > done;
                return isKnown ? Math.Max(0, (total - Done) / (Done - done)) * (Elapsed - time) : null;
            }
        }
    }

    private double Done { get; set; }

    /// <summary>More is done.</summary>
    public void Advance(double more)
    {
        lock (gate)
        {
            Done += more;
            TimeSpan now = Elapsed;
            marks.Enqueue((now, Done));
            while (marks.Count > 2 && now - marks.ElementAt(1).Time >= Recent)
                marks.Dequeue();
        }
    }
}
