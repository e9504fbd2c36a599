using System.Collections.Immutable;

namespace ReferenceConv.Verification.Networks;

/// <summary>The convolutions of a network, each geometry once.</summary>
public sealed record Network
{
    /// <summary>Collects layers, in their order; of several with one geometry the first stays and counts the others.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="source">The paper.</param>
    /// <param name="layers">All convolutions of the network.</param>
    public Network(string name, string source, IEnumerable<Layer> layers)
    {
        Name = name;
        Source = source;
        Layers =
        [
            .. layers
                .GroupBy(static layer => (layer.Geometry.ToString(), layer.IsTransposed))
                .Select(static same => same.First() with { Repeats = same.Count() }),
        ];
        FullLayers = Layers;
    }

    /// <summary>The network's name.</summary>
    public string Name { get; }

    /// <summary>The paper that the geometries come from.</summary>
    public string Source { get; }

    /// <summary>The distinct layers at the paper's sizes.</summary>
    public ImmutableArray<Layer> Layers { get; }

    /// <summary>The same layers at the sizes of a full run: the paper's, unless those would take too long.</summary>
    public ImmutableArray<Layer> FullLayers { get; init; }

    /// <summary>Convolutions in the network, repeated ones included.</summary>
    public int Convolutions => Layers.Sum(static layer => layer.Repeats);

    /// <summary>Multiply-adds of one forward pass through all convolutions.</summary>
    public long MultiplyAdds => Layers.Sum(static layer => layer.Repeats * layer.Geometry.MultiplyAdds);

    /// <summary>Weights of all convolutions, without biases.</summary>
    public long Weights => Layers.Sum(static layer => layer.Repeats * (long)layer.Geometry.WeightLength);
}
