using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using ReferenceConv.Cli.Power;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Files;
using ReferenceConv.Verification.Power;

namespace ReferenceConv.Cli;

/// <summary><c>refconv examine</c>: the judge before faults that nobody tuned it to.</summary>
public static class ExamineVerb
{
    private const int RightOfHundred = 40;   // right convolutions for a hundred faults of a number, all seeds together

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var seed = new Option<ulong>("--seed")
        {
            HelpName = "N",
            Description = "Selects the faults.",
            DefaultValueFactory = static _ => 101,
            CustomParser = NumberOption.Seed
        };
        var seeds = new Option<int>("--seeds")
        {
            HelpName = "N",
            Description = "How many seeds, one after the other.",
            DefaultValueFactory = static _ => 1,
            CustomParser = NumberOption.Within("seeds", 1, 100)
        };
        var faults = new Option<int>("--faults")
        {
            HelpName = "N",
            Description = "How many for each number of conditions.",
            DefaultValueFactory = static _ => 500,
            CustomParser = NumberOption.Within("faults", 1, 10_000)
        };
        var operators = new Option<string[]>("--operator")
        {
            HelpName = "NAME",
            Description = $"Only faults of this one: {OperatorWord.All}; repeatable.",
        };
        var missed = new Option<bool>("--missed") { Description = "Also names the faults that were not found." };
        var thorough = new Option<bool>("--thorough") { Description = "Also asks what check --thorough asks." };
        var page = new Option<FileInfo?>(
            "--out")
        { HelpName = "FILE", Description = "Also writes the section of docs/power.md in this file anew." };
        var verb = new Command("examine", "Measures the judge on drawn faults under one to four conditions.")
        {
            seed, seeds, faults, operators, thorough, missed, page,
        };
        ExclusiveOptions.Refuse(verb, operators, page);   // the section is about all of them
        verb.SetAction(async (parsed, cancellation) =>
        {
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            FileInfo? file = parsed.GetValue(page);
            WholeFile.Require("--out", file);
            string before = file is null ? "" : ExaminationSection.Require(file);
            var watch = Stopwatch.StartNew();
            ImmutableArray<(string, CheckPlan)> plans = [("default", new CheckPlan())];
            if (parsed.GetValue(thorough))
                plans = plans.Add(("thorough", CheckPlan.Thorough));
            ImmutableArray<ConvolutionOperator>? drawn =
                parsed.GetValue(operators) is { Length: > 0 } names ? [.. names.Select(OperatorWord.Parse)] : null;
            ulong first = parsed.GetValue(seed);
            int count = parsed.GetValue(seeds);
            int right = (RightOfHundred * parsed.GetValue(faults) + (100 * count) - 1) / (100 * count);
            ImmutableArray<ExaminationScore> scores = await terminal.While(
                "faults",
                count * plans.Length * ExaminationScore.Faults(parsed.GetValue(faults)),
                advance => Enumerable.Range(0, count)
                    .SelectMany(turn =>
                        ExaminationScore.Of(
                            first + (ulong)turn, parsed.GetValue(faults), right, plans, drawn, () => advance(1), cancellation))
                    .ToImmutableArray(),
                cancellation);
            ExaminationTable.Write(terminal, scores, parsed.GetValue(missed), watch.Elapsed);
            WholeFile.Write(file, () => ExaminationSection.In(before, scores));
            return scores.All(static score => score.Accused.IsEmpty) ? Program.Holds : Program.Differs;
        });
        return verb;
    }
}
