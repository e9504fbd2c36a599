using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Checking;

/// <summary>How much is asked of a candidate.</summary>
/// <param name="Seed">Selects cases and numbers.</param>
/// <param name="Cases">How many small cases.</param>
/// <param name="LayerMultiplyAdds">Real layers are reduced to this many multiply-adds; 0 for no layers.</param>
/// <param name="Time">
/// Ends the check early, between two cases, but not before the first; null for no limit. Shrinking what broke comes on top.
/// </param>
public sealed record CheckPlan(
    ulong Seed = 1, int Cases = CheckSchedule.DefaultCount, long LayerMultiplyAdds = 1_000_000, TimeSpan? Time = null)
{
    private const int Enough = 300;   // cases of an operator, of which nobody can say that hardly anything was looked at

    /// <summary>Everything within some minutes.</summary>
    public static CheckPlan Thorough { get; } =
        new(Cases: CheckSchedule.ThoroughCount, LayerMultiplyAdds: 12_000_000) { IsThorough = true };

    /// <summary>Whether three features of a case are brought together as well as two.</summary>
    public bool IsThorough { get; init; }

    /// <summary>Whether the first broken rule that must hold ends the check.</summary>
    public bool StopsAtFirstBreak { get; init; }

    /// <summary>Fewer judged cases of a claimed operator are too few for a verdict.</summary>
    public int LeastJudged => Math.Min(Enough, Math.Max(1, Cases / 4));
}
