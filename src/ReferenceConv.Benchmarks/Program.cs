using System.CommandLine;
using System.CommandLine.Invocation;
using ReferenceConv.Benchmarks;
using ReferenceConv.Benchmarks.Peers;

const int BadUse = 2;

var root = new RootCommand("Ratios measured side by side in one run. Absolute figures depend on the machine; ratios much less.")
{
    ScalarBenchmark.Create(),
    MemoryBenchmark.Create(),
    JudgementBenchmark.Create(),
    PeersBenchmark.Create(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction && args.Length > 0)
{
    Console.Error.WriteLine($"{parsed.Errors[^1].Message.TrimEnd('.').ReplaceLineEndings(" ")} (see --help)");
    return BadUse;
}

return parsed.Invoke();
