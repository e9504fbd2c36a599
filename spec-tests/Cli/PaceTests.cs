using NUnit.Framework;
using ReferenceConv.Cli;

namespace ReferenceConv.SpecTests.Cli;

/// <summary>How long work still takes is told late, and from how fast it went last.</summary>
public sealed class PaceTests
{
    private readonly Hand hand = new();

    [Test]
    public void Nothing_is_estimated_before_10_seconds_have_passed()
    {
        Pace pace = Work(seconds: 9, perSecond: 10);

        Assert.That((pace.Part, pace.Left), Is.EqualTo((0.9, (TimeSpan?)null)));
    }

    [Test]
    public void Nothing_is_estimated_before_5_of_100_are_done()
    {
        Pace pace = Work(seconds: 40, perSecond: 0.1);
        Assert.That(pace.Left, Is.Null);

        Work(pace, seconds: 20, perSecond: 0.1);
        Assert.That(pace.Left!.Value.TotalSeconds, Is.EqualTo(940).Within(1e-6));
    }

    [Test]
    public void A_slow_beginning_is_forgotten()
    {
        Pace pace = Work(seconds: 10, perSecond: 0.5);
        Work(pace, seconds: 5, perSecond: 5);

        Assert.That(pace.Part, Is.EqualTo(0.3).Within(1e-9));
        Assert.That(pace.Left!.Value.TotalSeconds, Is.EqualTo(70 / 5.0).Within(1e-6));
    }

    [Test]
    public void Parts_that_take_longer_than_what_is_recent_count_whole()
    {
        Pace pace = Work(seconds: 12, perSecond: 1);
        hand.Turn(8);
        pace.Advance(20);

        Assert.That(pace.Left!.Value.TotalSeconds, Is.EqualTo(68 * 8 / 20.0).Within(1e-6));
    }

    [Test]
    public void Work_that_is_done_takes_no_more_time()
    {
        Pace pace = Work(seconds: 20, perSecond: 5);
        pace.Advance(1e-9);

        Assert.That(pace.Left, Is.EqualTo(TimeSpan.Zero));
    }

    private Pace Work(int seconds, double perSecond)
    {
        var pace = new Pace(100, hand);
        Work(pace, seconds, perSecond);
        return pace;
    }

    private void Work(Pace pace, int seconds, double perSecond)
    {
        for (int second = 0; second < seconds; second++)
        {
            hand.Turn(1);
            pace.Advance(perSecond);
        }
    }

    /// <summary>A clock that somebody turns.</summary>
    private sealed class Hand : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public void Turn(int more) => seconds += more;

        public override long GetTimestamp() => seconds;
    }
}
