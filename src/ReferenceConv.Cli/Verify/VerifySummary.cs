using ReferenceConv.Verification.Runs;

namespace ReferenceConv.Cli.Verify;

/// <summary>The last line.</summary>
internal static class VerifySummary
{
    /// <summary>Counts of everything that was done and of what was found.</summary>
    public static string Of(VerifyResult result, TimeSpan elapsed)
    {
        var parts = new List<string>();
        if (result.Trials.Length > 0)
            parts.Add(Networks(result));
        if (result.Laws.Length > 0)
            parts.Add($"{Words.Count(result.Laws.Length, "law")} × {result.Effort.CasesPerLaw:N0} cases: {result.BrokenLaws.Count(static broken => broken is not null)} broken");
        return $"{string.Join("; ", parts)}. Seed {result.Seed}, {elapsed.TotalSeconds:N0} s.";
    }

    /// <summary>The option that asks for this effort, with a blank before it.</summary>
    public static string Option(Effort effort) => effort == Effort.Standard ? "" : $" --{effort.Name}";

    private static string Networks(VerifyResult result)
    {
        var layers = result.Trials.Select(static trial => trial.Layer).Distinct().ToArray();
        int operators = result.Trials.Select(static trial => (trial.Layer, trial.Operator)).Distinct().Count();
        int skipped = result.Verdicts.Count(static verdict => verdict.Outcome == Outcome.NotApplicable);
        int broken = result.Broken.Select(static both => (both.Trial.Layer, both.Trial.Operator)).Distinct().Count();
        return $"{Words.Count(layers.DistinctBy(static sized => sized.Network.Name).Count(), "network")}, {Words.Count(layers.Length, "layer")}, "
            + $"{Words.Count(operators, "operator")}, {result.Verdicts.Sum(static verdict => (long)verdict.Outputs):N0} outputs compared"
            + (skipped == 0 ? "" : $", {Words.Count(skipped, "comparison")} not applicable")
            + (broken == 0 ? ": 0 differences" : $": {Words.Count(broken, "operator")} broken");
    }
}
