using System.Collections.Immutable;

namespace ReferenceConv.Verification.Power;

/// <summary>How a judge did over all exhibits.</summary>
/// <param name="Name">The judge.</param>
/// <param name="Caught">Wrong exhibits that it caught.</param>
/// <param name="Wrong">Wrong exhibits that it was shown.</param>
/// <param name="FalseAlarms">Right exhibits that it accused.</param>
/// <param name="Right">Right exhibits that it was shown.</param>
/// <param name="CasesToDetection">Of those caught, how many cases it took, ascending.</param>
public sealed record JudgePower(string Name, int Caught, int Wrong, int FalseAlarms, int Right, ImmutableArray<int> CasesToDetection)
{
    /// <summary>Half of those caught took no more cases; null if none was caught.</summary>
    public int? Median => CasesToDetection.IsEmpty ? null : CasesToDetection[(CasesToDetection.Length - 1) / 2];

    /// <summary>The most cases it took; null if none was caught.</summary>
    public int? Worst => CasesToDetection.IsEmpty ? null : CasesToDetection[^1];

    /// <summary>This project over every exhibit.</summary>
    public static JudgePower Here(ImmutableArray<PowerRow> rows) => Of("refconv", rows, static row => row.Here.CaseNumber);

    /// <summary>This project over the exhibits that the policies judge too.</summary>
    public static JudgePower HereInFloat(ImmutableArray<PowerRow> rows) => Here([.. rows.Where(static row => !row.Policies.IsEmpty)]);

    /// <summary>The policies, each over the float exhibits.</summary>
    public static ImmutableArray<JudgePower> Policies(ImmutableArray<PowerRow> rows)
    {
        ImmutableArray<PowerRow> judged = [.. rows.Where(static row => !row.Policies.IsEmpty)];
        return [.. PolicyBook.All.Select((policy, index) => Of(policy.Name, judged, row => row.Policies[index]))];
    }

    private static JudgePower Of(string name, ImmutableArray<PowerRow> rows, Func<PowerRow, int?> caseNumber)
    {
        PowerRow[] wrong = [.. rows.Where(static row => row.IsWrong)];
        PowerRow[] right = [.. rows.Where(static row => !row.IsWrong)];
        int[] detected = [.. wrong.Select(caseNumber).OfType<int>().Order()];
        return new JudgePower(
            name, detected.Length, wrong.Length, right.Count(row => caseNumber(row) is not null), right.Length, [.. detected]);
    }
}
