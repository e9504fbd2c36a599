using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Checking;

/// <summary>What a candidate with certain claims is asked, in its order: small cases, then layers.</summary>
/// <param name="Cases">The small cases.</param>
/// <param name="Layers">Operators on layers.</param>
internal sealed record Agenda(ImmutableArray<ConvolutionCase> Cases, ImmutableArray<NamedLayer> Layers)
{
    /// <summary>What a plan asks.</summary>
    public static Agenda Of(Capabilities capabilities, CheckPlan plan) => new(
        [.. new CaseSchedule(capabilities, plan.Seed).Cases().Take(plan.Cases)],
        plan.LayerMultiplyAdds == 0 ? [] : LayerSchedule.Of(capabilities, plan.LayerMultiplyAdds, plan.Seed));
}
