using System.Collections.Immutable;
using ReferenceConv.Benchmarks.Peers;

namespace ReferenceConv.Benchmarks.Ladder;

/// <summary>A rung on all layers.</summary>
/// <param name="Rung">The rung.</param>
/// <param name="Loaded">It, layer by layer.</param>
/// <param name="Steps">It beside the rung below, layer by layer; none at the bottom.</param>
/// <param name="Rates">GFLOP/s of its best turn beside the rung below or the one above, layer by layer.</param>
internal sealed record LadderRow(Rung Rung, ImmutableArray<LoadedRung> Loaded, ImmutableArray<Step> Steps, ImmutableArray<double> Rates)
{
    /// <summary>How many times as fast as the rung below by the best turns, a geometric mean over the layers.</summary>
    public double? Gain => Statistics.GeometricMean(Steps.Select(static step => step.Gain));

    /// <summary>The same by the medians.</summary>
    public double? MedianGain => Statistics.GeometricMean(Steps.Select(static step => step.MedianGain));
}
