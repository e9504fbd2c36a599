using System.CommandLine;
using System.Text;
using ReferenceConv.Fast;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Exec;

namespace ReferenceConv.Cli;

/// <summary>
/// <c>refconv serve</c>: the project's own convolutions at the other end of a pipe, as a candidate like anybody's and as an example.
/// </summary>
public static class ServeVerb
{
    /// <summary>The verb on the process's own input.</summary>
    public static Command Create() => Create(static () => new StreamReader(Console.OpenStandardInput(), Encoding.UTF8));

    /// <summary>The verb on any input.</summary>
    /// <param name="questions">Opens where the questions come from.</param>
    public static Command Create(Func<TextReader> questions)
    {
        var which = new Argument<string>(
            "convolution")
        { Description = "scalar (the reference), im2col or fast.", DefaultValueFactory = static _ => "scalar" };
        var verb = new Command("serve", "Answers the questions of docs/protocol.md on standard input, for check --exec.") { which };
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(which);
            ExecServer server = name switch
            {
                "scalar" => new("scalar", new ScalarConvolution<float>(), new ScalarConvolution<double>()),
                "im2col" => new("im2col", new Im2ColConvolution<float>(), new Im2ColConvolution<double>(), PaddingConvention.Multiplied),
                "fast" => new("fast", new FastConvolution<float>(), new FastConvolution<double>(), PaddingConvention.Either,
                    PaddingConvention.Either),
                _ => throw new ArgumentException($"convolution must be scalar, im2col or fast, was '{name}'"),
            };
            using TextReader input = questions();
            server.Run(input, parsed.InvocationConfiguration.Output);
            return Program.Holds;
        });
        return verb;
    }
}
