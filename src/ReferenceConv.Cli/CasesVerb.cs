using System.CommandLine;
using System.CommandLine.Parsing;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Exchange;
using ReferenceConv.Verification.Files;

namespace ReferenceConv.Cli;

/// <summary><c>refconv cases</c>: test vectors as files, for a candidate that can read and write files and nothing else.</summary>
public static class CasesVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var output = new Option<string>("--out") { HelpName = "DIR", Description = "A new folder, or an empty one.", Required = true };
        var seed = new Option<ulong>("--seed")
        {
            HelpName = "N",
            Description = "Selects cases and numbers.",
            DefaultValueFactory = static _ => 1,
            CustomParser = Seed,
        };
        var count = new Option<int>("--count")
        {
            HelpName = "N",
            Description = "How many vectors.",
            DefaultValueFactory = static _ => 200,
            CustomParser = static result => Integer(result, "--count", result.Tokens[0].Value),
        };
        var type = new Option<string>(
            "--type")
        { HelpName = "TYPE", Description = "float32 or float64.", DefaultValueFactory = static _ => "float32" };
        var operators = new Option<string[]>("--operator")
        {
            HelpName = "NAME",
            Description = $"Only these: {OperatorWord.All}. The first three unless named.",
            AllowMultipleArgumentsPerToken = true,
        };
        var ranks = new Option<int[]>("--rank")
        {
            HelpName = "N",
            Description = "Only with 1, 2 or 3 axes.",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = static result => [.. result.Tokens.Select(token => Integer(result, "--rank", token.Value))],
        };
        var verb = new Command("cases", "Writes test vectors as .npy and JSON files (docs/files.md), for judge to read the results back.")
        {
            output, seed, count, type, operators, ranks,
        };
        verb.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(output);
            string[] names = parsed.GetValue(operators) ?? [];
            int[] axes = parsed.GetValue(ranks) ?? [];
            var choice = new CaseChoice(
                parsed.GetValue(seed),
                parsed.GetValue(count),
                names.Length == 0 ? ConvolutionOperators.Trilinear : [.. names.Select(OperatorWord.Parse)],
                axes.Length == 0 ? [1, 2, 3] : [.. axes]);
            Write(folder, parsed.GetRequiredValue(type), choice);
            parsed.InvocationConfiguration.Output.WriteLine(
                $"{folder}: {Verify.Words.Count(choice.Count, "vector")}. Write each result into its folder (docs/files.md), then: refconv judge {folder}");
            return Program.Holds;
        });
        return verb;
    }

    private static void Write(string folder, string type, CaseChoice choice)
    {
        switch (type)
        {
            case "float32":
                CaseFiles.Write<float>(folder, choice);
                break;
            case "float64":
                CaseFiles.Write<double>(folder, choice);
                break;
            default:
                throw new ArgumentException($"type must be float32 or float64, was '{type}'");
        }
    }

    private static ulong Seed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (ulong.TryParse(text, out ulong seed))
            return seed;
        result.AddError($"seed must be a whole number in 0..2⁶⁴−1, was '{text}'");
        return 0;
    }

    private static int Integer(ArgumentResult result, string option, string text)
    {
        if (int.TryParse(text, out int number))
            return number;
        result.AddError($"{option} must be a 32-bit integer, was '{text}'");
        return 0;
    }
}
