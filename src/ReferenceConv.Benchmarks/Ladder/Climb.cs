using System.Collections.Immutable;
using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Ladder;

/// <summary>Takes rungs to layers, holds their outputs equal, then times each beside the rung below.</summary>
internal static class Climb
{
    /// <summary>The whole ladder, bottom up.</summary>
    /// <exception cref="InvalidOperationException">Two rungs disagree about a number.</exception>
    public static ImmutableArray<LadderRow> Measure(ImmutableArray<Rung> rungs, ImmutableArray<NetworkLayer> layers)
    {
        LoadedRung[][] loaded = [.. rungs.Select(rung => layers.Select(layer => Load(rung, layer)).ToArray())];
        for (int r = 1; r < rungs.Length; r++)
            for (int l = 0; l < layers.Length; l++)
                if (!loaded[r][l].Y.AsSpan().SequenceEqual(loaded[0][l].Y))
                    throw new InvalidOperationException($"{layers[l].Name}: {rungs[r].Name} and {rungs[0].Name} disagree");

        // Rung by rung, so that a pool of threads stands still until the rungs without one are done.
        Step[][] steps = [[], .. Enumerable.Range(1, rungs.Length - 1).Select(
            r => loaded[r].Select((rung, l) => Step.Measure(loaded[r - 1][l], rung)).ToArray())];
        return [.. rungs.Select(
            (rung, r) => new LadderRow(rung, [.. loaded[r]], [.. steps[r]], [.. layers.Select((_, l) => Rate(steps, r, l))]))];
    }

    private static LoadedRung Load(Rung rung, NetworkLayer layer) =>
        rung.Load(layer, LadderLayers.Numbers(layer.InputLength), LadderLayers.Numbers(layer.Geometry.WeightLength));

    private static double Rate(Step[][] steps, int rung, int layer)
    {
        double beside = rung == 0 ? 0 : steps[rung][layer].Rate;
        double below = rung == steps.Length - 1 ? 0 : steps[rung + 1][layer].RateBelow;
        return Math.Max(beside, below);
    }
}
