using ReferenceConv.Cli;

namespace ReferenceConv.SpecTests.Cli.Check;

/// <summary>One run of <c>refconv check</c>, its output redirected.</summary>
internal sealed record CheckRun(int Exit, string Output, string Error)
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
        return new CheckRun(exit, output.ToString(), string.Join('\n', error.ToString().Split('\n').Where(static line => !line.EndsWith(" s left", StringComparison.Ordinal))));   // progress shows on slow machines
    }
}
