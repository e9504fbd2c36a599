using System.Collections.Concurrent;
using System.Numerics;
using ReferenceConv.Verification.Museum;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Museum;

/// <summary>What became of each wrong exhibit; each is hunted once, whoever asks first.</summary>
internal static class Hunts
{
    /// <summary>Cases within which a wrong exhibit must be caught.</summary>
    public const int Cases = CheckSchedule.DefaultCount;

    private static readonly ConcurrentDictionary<string, Lazy<Hunt>> Done = [];

    /// <summary>The hunt for an exhibit.</summary>
    public static Hunt Of<T>(Exhibit<T> exhibit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Done.GetOrAdd(exhibit.Name, _ => new Lazy<Hunt>(() => Hunt.For(exhibit.Candidate(), Cases))).Value;
}
