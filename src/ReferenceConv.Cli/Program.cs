using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;

namespace ReferenceConv.Cli;

/// <summary><c>refconv</c>: one file per verb.</summary>
public static class Program
{
    /// <summary>All holds, or the work is done.</summary>
    public const int Holds = 0;

    /// <summary>Something differs.</summary>
    public const int Differs = 1;

    /// <summary>Bad use, told in one line.</summary>
    public const int BadUse = 2;

    /// <summary>Nothing wrong was found, and too little was looked at to say more.</summary>
    public const int TooLittle = 3;

    /// <summary>Nobody's use: a mistake in this program, told in one line.</summary>
    public const int InternalError = 70;   // EX_SOFTWARE, as sysexits.h has it

    /// <summary>Stopped by a signal, whichever it was.</summary>
    public const int Interrupted = 130;   // 128 + SIGINT, as shells have it

    /// <summary>Runs the command line of the process.</summary>
    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Run(
            args,
            [
                CheckVerb.Create(),
                PowerVerb.Create(),
                ExamineVerb.Create(),
                VerifyVerb.Create(),
                ExplainVerb.Create(),
                FilterVerb.Create(),
                CasesVerb.Create(),
                JudgeVerb.Create(),
                ServeVerb.Create(),
                HostVerb.Create(),
            ],
            Console.Out,
            Console.Error);
    }

    /// <summary>Runs one command line. Whatever happens ends in one line on <paramref name="error"/>, never in a stack trace.</summary>
    /// <param name="args">The words after <c>refconv</c>.</param>
    /// <param name="verbs">What can be asked for.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives what is wrong with the use.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, IEnumerable<Command> verbs, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("The convolution people can trust: verify it, explain it, filter a photograph with it.");
        foreach (Command verb in verbs)
            root.Subcommands.Add(verb);

        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            OptionResult? bare = parsed.CommandResult.Children.OfType<OptionResult>()
                .FirstOrDefault(static option => option.Tokens.Any(static token => token.Value.StartsWith("--", StringComparison.Ordinal)));
            if (bare is not null)   // it took the option behind it for its value, and whatever else is wrong follows from that
                return Refuse($"Required argument missing for option: '{bare.Option.Name}' (see refconv --help)");
            string reason = parsed.UnmatchedTokens is [string first, ..]
                ? $"Unrecognized command or argument '{first}'"
                : parsed.Errors[^1].Message.TrimEnd('.');
            return Refuse($"{reason} (see refconv --help)");
        }

        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Timeout.InfiniteTimeSpan,   // every verb that runs long ends soon after it is cancelled
            };
            return parsed.InvokeAsync(invocation).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("refconv: stopped");
            return Interrupted;
        }
        catch (OutOfMemoryException)
        {
            return Refuse("not enough memory for these sizes");
        }
        catch (Exception exception) when (
            exception is ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Refuse(exception.Message);
        }
        catch (Exception exception)
        {
            Say($"internal error: {exception.GetType().Name}: {exception.Message}");
            return InternalError;
        }

        int Refuse(string message)
        {
            Say(message);
            return BadUse;
        }

        void Say(string message) => error.WriteLine($"refconv: {message.ReplaceLineEndings(" ")}");
    }
}
