using System.CommandLine;
using ReferenceConv.Cli.Explain;

namespace ReferenceConv.Cli;

/// <summary>
/// <c>refconv explain</c>: the sizes step by step, the windows as a picture, the parameter-sharing matrix, and one sum term by term.
/// </summary>
public static class ExplainVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var verb =
            new Command("explain", "Sizes step by step, windows as a picture, the parameter-sharing matrix, and one sum term by term.");
        var options = new ExplainOptions(verb);
        verb.SetAction(parsed =>
        {
            Question question = options.Read(parsed);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(options.Json))
                JsonReport.Write(question, output);
            else if (output == Console.Out && !Console.IsOutputRedirected)
                Paint.Write(TextReport.Lines(question));
            else
                foreach (string line in TextReport.Lines(question))
                    output.WriteLine(line);
            return 0;
        });
        return verb;
    }
}
