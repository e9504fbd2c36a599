using ReferenceConv.Cli;

namespace ReferenceConv.SpecTests.Cli;

/// <summary>Runs <c>refconv explain</c> as its user would, with the two streams caught.</summary>
internal static class ExplainRun
{
    public static (int Code, string Said, string Refused) Of(string options)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using StringWriter said = new(), refused = new();
        Console.SetOut(said);
        Console.SetError(refused);
        try
        {
            return (Program.Main(["explain", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]), said.ToString(),
                refused.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>What is said, which must not be a refusal.</summary>
    public static string Text(string options)
    {
        (int code, string said, string refused) = Of(options);
        return code == 0 ? said : throw new InvalidOperationException(refused);
    }

    /// <summary>The lines below a heading, without their indent.</summary>
    public static string[] Section(string options, string heading) =>
        [.. Text(options).Split('\n').SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal)).Skip(1).TakeWhile(
            static line => line.Length > 0).Select(static line => line[2..])];
}
