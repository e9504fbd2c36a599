using System.Text.RegularExpressions;
using ReferenceConv.Cli;

namespace ReferenceConv.SpecTests.Cli.Check;

/// <summary>One run of <c>refconv check</c>, its output redirected.</summary>
internal sealed partial record CheckRun(int Exit, string Output, string Error)
{
    public string[] Lines => Output.TrimEnd('\n').Split('\n');

    /// <summary>The command that the report says shows the fault again, as words; a word in quotes is one.</summary>
    public string[] Replay
    {
        get
        {
            string line = Lines.First(static line => line.StartsWith("  replay: ", StringComparison.Ordinal));
            return line["  replay: refconv ".Length..].Split(' ');
        }
    }

    public static CheckRun Of(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exit = Program.Run(args, [CheckVerb.Create()], output, error);
        return new CheckRun(exit, output.ToString(), Progress().Replace(error.ToString(), ""));   // progress shows on slow machines
    }

    [GeneratedRegex(@"^float\d\d: \d+ %(, about [\d,]+ s left)?\n", RegexOptions.Multiline)]
    private static partial Regex Progress();
}
