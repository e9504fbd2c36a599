using System.CommandLine;
using ReferenceConv.Benchmarks;

var root = new RootCommand("Ratios measured side by side in one run. Absolute figures depend on the machine; ratios much less.")
{
    ScalarBenchmark.Create(),
    MemoryBenchmark.Create(),
    JudgementBenchmark.Create(),
};
return root.Parse(args).Invoke();
