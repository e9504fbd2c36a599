using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Examination;
using ReferenceConv.Verification.Runs;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Power;

/// <summary>
/// The judge before generated right convolutions. Each is asked every twentieth of the cheap cases of a check, and all of them together
/// every one.
/// </summary>
internal static class RightRun
{
    private const int Every = 20;
    private const long MostMultiplyAdds = 1 << 14;   // these convolutions keep every product in a list

    /// <summary>Asks them.</summary>
    /// <param name="seed">Selects them.</param>
    /// <param name="count">How many.</param>
    /// <param name="plan">The cases.</param>
    /// <param name="cancellation">Ends the run between two cases.</param>
    /// <returns>Those that were accused, with the rule and the case.</returns>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static ImmutableArray<string> Accused(ulong seed, int count, CheckPlan plan, CancellationToken cancellation = default)
    {
        ICandidate<float>[] candidates =
            [.. Enumerable.Range(0, count).Select(index => RightConvolution.Drawn((seed * 1000) + (ulong)index))];
        Interview<float>[] interviews = [.. candidates.Select(static candidate => new Interview<float>(candidate))];
        Capabilities claims = candidates[0].Capabilities;
        IEnumerable<ScheduledCase> cases = Agenda.Of(claims, plan).Cases
            .Where(static scheduled => scheduled.Case.Geometry.MultiplyAdds <= MostMultiplyAdds);
        int index = 0;
        foreach (ImmutableArray<Questions<float>> questions in Ahead.Of(cases, scheduled => Questions<float>.About(scheduled, claims)))
        {
            int at = index++;
            AllCores.ForEach(
                (count - (at % Every) + Every - 1) / Every,
                turn =>
                {
                    foreach (Questions<float> asked in questions)
                        interviews[(at % Every) + (turn * Every)].Ask(at, asked);
                },
                cancellation);
        }

        return
        [
            .. from place in Enumerable.Range(0, count)
               where interviews[place].First is not null
               let first = interviews[place].First!
               select $"{candidates[place].Name}: {first.BrokenRule} on {first.Instance}",
        ];
    }
}
