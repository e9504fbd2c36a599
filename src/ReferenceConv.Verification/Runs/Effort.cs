using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Networks;

namespace ReferenceConv.Verification.Runs;

/// <summary>How much a run does.</summary>
/// <param name="Name">For reports.</param>
/// <param name="MultiplyAdds">Images are reduced until an operator of a layer takes at most this many; none for the full sizes.</param>
/// <param name="Fills">With which numbers each operator is run.</param>
/// <param name="CasesPerLaw">On how many cases each law is checked.</param>
public sealed record Effort(string Name, long? MultiplyAdds, ImmutableArray<Fill> Fills, int CasesPerLaw)
{
    /// <summary>For every push: all layers, structure only.</summary>
    public static Effort Quick { get; } = new("quick", 12_000_000, [Fill.Structure], 100);

    /// <summary>All layers and all fills in about a minute.</summary>
    public static Effort Standard { get; } = new("standard", 40_000_000, AllFills, 500);

    /// <summary>The papers' sizes.</summary>
    public static Effort Full { get; } = new("full", null, AllFills, 5000);

    private static ImmutableArray<Fill> AllFills => [Fill.Structure, Fill.PrecisionOfFirst, Fill.PrecisionOfSecond];

    /// <summary>The layers of a network, each as the paper has it and as it is run.</summary>
    public IEnumerable<SizedLayer> Sized(Network network) =>
        network.Layers.Select((layer, l) =>
            new SizedLayer(network, layer, MultiplyAdds is { } most ? Reduction.Within(most, layer.Geometry) : network.FullLayers[l].Geometry));
}
