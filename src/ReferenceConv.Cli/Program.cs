using System.CommandLine;

namespace ReferenceConv.Cli;

/// <summary><c>refconv</c>: one file per verb.</summary>
public static class Program
{
    /// <summary>Exit code 0: all holds; 1: something differs; 2: bad use, told in one line.</summary>
    public static int Main(string[] args)
    {
        var root = new RootCommand("The convolution people can trust: verify it, explain it, filter a photograph with it.")
        {
            FilterVerb.Command(),
            ExplainVerb.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return Refuse(parsed.Errors[0].Message);

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e)
            when (e is ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            return Refuse(e is OutOfMemoryException ? "this does not fit into memory" : e.Message);
        }
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine($"refconv: {reason.ReplaceLineEndings(" ")}");
        return 2;
    }
}
