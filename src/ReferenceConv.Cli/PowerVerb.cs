using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using ReferenceConv.Cli.Power;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Power;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Cli;

/// <summary><c>refconv power</c>: the judge before the museum of wrong convolutions, beside the policies of other harnesses.</summary>
public static class PowerVerb
{
    /// <summary>The verb over the whole museum.</summary>
    public static Command Create() => Create(PowerRun.Exhibits, PowerRun.Of);

    /// <summary>The verb over any museum.</summary>
    /// <param name="exhibits">How many exhibits there are.</param>
    /// <param name="judge">Judges them all, and calls back after each.</param>
    public static Command Create(int exhibits, Func<CheckPlan, Action, CancellationToken, ImmutableArray<PowerRow>> judge)
    {
        var cases = new Option<int>("--cases")
        {
            HelpName = "N",
            Description = "How many small cases each exhibit gets.",
            DefaultValueFactory = static _ => CheckSchedule.DefaultCount,
            CustomParser = NumberOption.Within("cases", 1, 100_000),
        };
        var seed = new Option<ulong>("--seed")
        {
            HelpName = "N",
            Description = "Selects numbers and cases.",
            DefaultValueFactory = static _ => 1,
            CustomParser = NumberOption.Seed
        };
        var page = new Option<FileInfo?>("--out") { HelpName = "FILE", Description = "Also writes everything as a page of Markdown." };
        var verb = new Command("power", "Measures the judge on a museum of wrong convolutions and of right ones.") { cases, seed, page };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var plan = new CheckPlan(parsed.GetValue(seed), parsed.GetValue(cases), LayerMultiplyAdds: 0);
            WholeFile.Require("--out", parsed.GetValue(page));
            var watch = Stopwatch.StartNew();
            ImmutableArray<PowerRow> rows = await terminal.While(
                "exhibits",
                exhibits,
                advance => judge(plan, () => advance(1), cancellation),
                cancellation);
            PowerTable.Write(terminal, rows, watch.Elapsed);
            string kept = ExaminationSection.Kept(parsed.GetValue(page));
            WholeFile.Write(parsed.GetValue(page), () => PowerPage.Of(rows, plan, watch.Elapsed, kept));
            return JudgePower.Here(rows) is { FalseAlarms: 0 } here && here.Caught == here.Wrong ? Program.Holds : Program.Differs;
        });
        return verb;
    }
}
