using BenchmarkDotNet.Attributes;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>What BenchmarkDotNet runs: one benchmark for each micro-kernel.</summary>
public class KernelTimings
{
    /// <summary>The kernels.</summary>
    public static IEnumerable<TimedKernel> Kernels => KernelList.All;

    /// <summary>The kernel that is timed.</summary>
    [ParamsSource(nameof(Kernels))]
    public TimedKernel? Kernel { get; set; }

    /// <summary>Times it.</summary>
    [Benchmark]
    public void Run() => Kernel!.Run();
}
