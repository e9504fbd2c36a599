using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Checking;

/// <summary>How much is asked of a candidate.</summary>
/// <param name="Seed">Selects cases and numbers.</param>
/// <param name="Cases">How many small cases.</param>
/// <param name="LayerMultiplyAdds">Real layers are reduced to this many multiply-adds; 0 for no layers.</param>
/// <param name="Time">Ends the check early, between two cases, but not before the first; null for no limit. Shrinking what broke comes on top.</param>
public sealed record CheckPlan(ulong Seed = 1, int Cases = CaseSchedule.DefaultCount, long LayerMultiplyAdds = 3_000_000, TimeSpan? Time = null)
{
    /// <summary>Whether the first broken rule that must hold ends the check.</summary>
    public bool StopsAtFirstBreak { get; init; }
}
