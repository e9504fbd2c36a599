using System.Collections.Immutable;
using ReferenceConv.Verification.Museum.Faults;
using ReferenceConv.Verification.Museum.Unusual;

namespace ReferenceConv.Verification.Museum;

/// <summary>The bug museum: what proves that the judge sees, and that it does not see ghosts.</summary>
public static class MuseumBook
{
    /// <summary>Wrong convolutions in float. Each must be caught.</summary>
    public static ImmutableArray<Exhibit<float>> Wrong { get; } =
    [
        .. PaddingFaults.All,
        .. StrideFaults.All,
        .. KernelFaults.All,
        .. GroupFaults.All,
        .. TailFaults.All,
        .. BlockingFaults.All,
        .. PhaseFaults.All,
        .. BiasFaults.All,
        .. BorderFaults.All,
        .. GradientFaults.All,
        .. PoolingFaults.All,
        .. PrecisionFaults.All,
        .. ConjunctionFaults.All,
        .. WinogradFaults.All,
        .. SpecialValueFaults.All,
        .. MagnitudeFaults.All,
        .. MemoryFaults.All,
        .. StateFaults.All,
        .. SpecialPathFaults.All,
        .. ReportedForwardFaults.All,
        .. ReportedGradientFaults.All,
        .. ReportedMaximumFaults.All,
        .. ReportedMeanFaults.All,
        .. CounterFaults.All,
        .. SizeStateFaults.All,
    ];

    /// <summary>Wrong convolutions in double, where the fault is a shorter format inside. Each must be caught.</summary>
    public static ImmutableArray<Exhibit<double>> WrongInDouble { get; } = PrecisionFaults.InDouble;

    /// <summary>Right convolutions that look wrong. None may be accused.</summary>
    public static ImmutableArray<Exhibit<float>> Unusual { get; } = UnusualConvolutions.All;

    /// <summary>Right convolutions in double. None may be accused.</summary>
    public static ImmutableArray<Exhibit<double>> UnusualInDouble { get; } = UnusualConvolutions.InDouble;
}
