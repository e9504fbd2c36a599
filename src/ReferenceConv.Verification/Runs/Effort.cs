using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Networks;

namespace ReferenceConv.Verification.Runs;

/// <summary>How much a run does.</summary>
/// <param name="Name">For reports.</param>
/// <param name="MultiplyAdds">Images are reduced until an operator of a layer takes at most this many; null for no reduction.</param>
/// <param name="Fills">
/// With which numbers each operator is run. Precision needs no large image, so the precision fills are run on the smallest.
/// </param>
/// <param name="CasesPerLaw">On how many cases each law is checked.</param>
public sealed record Effort(string Name, long? MultiplyAdds, ImmutableArray<Fill> Fills, int CasesPerLaw)
{
    private const long Smallest = 8_000_000;
    private const long DilatedFactor = 4;   // a rate shrinks with its image; this keeps the rates 6, 12, 18 of a pyramid apart

    /// <summary>For every push: all layers, structure only.</summary>
    public static Effort Quick { get; } = new("quick", Smallest, [Fill.Structure], 50);

    /// <summary>All layers and all fills within a minute on two cores.</summary>
    public static Effort Standard { get; } = new("standard", 120_000_000, AllFills, 300);

    /// <summary>The papers' sizes.</summary>
    public static Effort Full { get; } = new("full", null, AllFills, 2000);

    private static ImmutableArray<Fill> AllFills => [Fill.Structure, Fill.PrecisionOfFirst, Fill.PrecisionOfSecond];

    /// <summary>The layers of a network, each as the paper has it and as it is run.</summary>
    public IEnumerable<SizedLayer> Sized(Network network) =>
        network.Layers.Zip(
            network.FullLayers,
            (paper, full) => new SizedLayer(network, paper, Large(paper, full), Reduction.Within(Smallest, paper.Geometry)));

    private ConvolutionGeometry Large(Layer paper, Layer full)
    {
        if (MultiplyAdds is not { } most)
            return full.Geometry;
        bool isDilated = paper.Geometry.Axes.Any(static axis => axis.Dilation > 1);
        return Reduction.Within(isDilated ? DilatedFactor * most : most, paper.Geometry);
    }
}
