using System.Numerics;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.NUnit;

/// <summary>What a test says when a rule is broken.</summary>
internal static class Failure
{
    /// <summary>
    /// The rule, each operator that breaks it, where to look, and the first of the smallest cases as a picture and as a formula.
    /// </summary>
    public static string Text<T>(Rule<T> rule, CheckResult result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Break[] breaks = [.. result.Breaks.Where(broken => broken.Rule == rule.Name)];
        return string.Join(
            '\n',
            [
                $"{rule.Level.ToString().ToLowerInvariant()}: {rule.Statement}",
                .. breaks.SelectMany(broken => Lines(broken, result)),
                $"look at: {rule.Hint}",
                .. Pictured(breaks[0]),
            ]);
    }

    /// <summary>How a break is shown: what happened how often, the fault, and the smallest case that has it.</summary>
    private static IEnumerable<string> Lines(Break broken, CheckResult result)
    {
        Tally tally = result.Tallies.Single(tally => tally.Rule == broken.Rule && tally.Operator == broken.First.Operator);
        string name = broken.First.Operator.Name();
        yield return $"{name}: broken in {tally.Broken} of {tally.Checked} cases, first in case {broken.CaseNumber} of seed {result.Plan.Seed}";
        yield return $"  fault:    {broken.Finding.Fault}{(broken.Finding.Conduct is null ? "" : $" (rule of conduct: {broken.BrokenRule})")}";
        yield return broken.IsRepeatable
            ? $"  smallest: {broken.Smallest}"
            : $"  only after other calls, not when asked again by itself: {broken.Smallest}";
    }

    private static IEnumerable<string> Pictured(Break broken) =>
        broken.Finding.Evidence is { } evidence ? ["", .. FaultPicture.Lines(evidence), "", .. FaultFormula.Lines(evidence)] : [];
}
