using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using ReferenceConv.Cli.Power;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Power;

namespace ReferenceConv.Cli;

/// <summary><c>refconv examine</c>: the judge before faults that nobody tuned it to.</summary>
public static class ExamineVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var seed = new Option<ulong>("--seed") { HelpName = "N", Description = "Selects the faults.", DefaultValueFactory = static _ => 101, CustomParser = NumberOption.Seed };
        var faults = new Option<int>("--faults") { HelpName = "N", Description = "How many for each number of conditions.", DefaultValueFactory = static _ => 500, CustomParser = NumberOption.Within("faults", 1, 10_000) };
        var missed = new Option<bool>("--missed") { Description = "Also names the faults that were not found." };
        var thorough = new Option<bool>("--thorough") { Description = "Asks what check --thorough asks." };
        var verb = new Command("examine", "Measures the judge on drawn faults under one to four conditions.") { seed, faults, thorough, missed };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var watch = Stopwatch.StartNew();
            ImmutableArray<(string, CheckPlan)> plans = parsed.GetValue(thorough) ? [("thorough", CheckPlan.Thorough)] : [("default", new CheckPlan())];
            ImmutableArray<ExaminationScore> scores = await terminal.While(
                "faults",
                plans.Length * ExaminationScore.Faults(parsed.GetValue(faults)),
                advance => ExaminationScore.Of(parsed.GetValue(seed), parsed.GetValue(faults), plans, () => advance(1), cancellation),
                cancellation);
            ExaminationTable.Write(terminal, scores, parsed.GetValue(missed), watch.Elapsed);
            return Program.Holds;
        });
        return verb;
    }
}
