using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using ReferenceConv.Benchmarks;
using ReferenceConv.Benchmarks.Ladder;
using ReferenceConv.Benchmarks.MicroKernels;
using ReferenceConv.Benchmarks.Peers;
using ReferenceConv.Benchmarks.Scaling;

const int BadUse = 2;

var root = new RootCommand("Ratios measured side by side in one run. Absolute figures depend on the machine; ratios much less.")
{
    ScalarBenchmark.Create(),
    MemoryBenchmark.Create(),
    JudgementBenchmark.Create(),
    LadderBenchmark.Create(),
    PeersBenchmark.Create(),
    ScalingBenchmark.Create(),
    KernelsBenchmark.Create(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction && args.Length > 0)
{
    OptionResult? bare = parsed.CommandResult.Children.OfType<OptionResult>()
        .FirstOrDefault(static option => option.Tokens.Any(static token => token.Value.StartsWith("--", StringComparison.Ordinal)));
    string reason = bare is null ? parsed.Errors[^1].Message : $"{bare.Option.Name} needs a value";   // it took the option behind it for one
    Console.Error.WriteLine($"{reason.TrimEnd('.').ReplaceLineEndings(" ")} (see --help)");
    return BadUse;
}

return parsed.Invoke();
