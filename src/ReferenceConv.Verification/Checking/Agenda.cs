using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Checking;

/// <summary>What a candidate with certain claims is asked, in its order: small cases, then layers.</summary>
/// <param name="Cases">The small cases.</param>
/// <param name="Layers">Real layers.</param>
internal sealed record Agenda(ImmutableArray<ScheduledCase> Cases, ImmutableArray<ScheduledCase> Layers)
{
    private const int More = 2;   // times as many cases are drawn on for operators of which too few could be judged

    /// <summary>What a plan asks.</summary>
    public static Agenda Of(Capabilities capabilities, CheckPlan plan) => new(
        new CheckSchedule(capabilities, plan.Seed, plan.IsThorough).Cases(plan.Cases),
        plan.LayerMultiplyAdds == 0 ? [] : LayerSchedule.Of(capabilities, plan.LayerMultiplyAdds, plan.Seed));

    /// <summary>What is asked beyond the plan, where a candidate declines so much that too few cases were judged.</summary>
    public static IEnumerable<ScheduledCase> Beyond(Capabilities capabilities, CheckPlan plan) =>
        new CheckSchedule(capabilities, ~plan.Seed).Paths().SelectMany(static group => group).Take(More * plan.Cases);
}
