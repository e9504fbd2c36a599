using System.Collections.Immutable;
using ReferenceConv.Verification.Networks;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.Cli.Verify;

/// <summary>Which layers of which networks are asked for, by name; upper and lower case are one.</summary>
/// <param name="Network">A network's name, or null for all.</param>
/// <param name="Layer">A layer's name, or null for all.</param>
public sealed record LayerChoice(string? Network, string? Layer)
{
    /// <summary>Whether nothing is left out.</summary>
    public bool IsEverything => Network is null && Layer is null;

    /// <summary>The chosen layers at their sizes.</summary>
    /// <exception cref="ArgumentException">
    /// A name is not known; the message lists the known ones, or says where they are listed.
    /// </exception>
    public ImmutableArray<SizedLayer> Sized(Effort effort)
    {
        Network[] networks = [.. NetworkBook.All.Where(network => Network is null || Same(network.Name, Network))];
        if (networks.Length == 0)
            throw new ArgumentException(
                $"network must be one of {Names(NetworkBook.All.Select(static network => network.Name))}; was '{Network}'");

        Layer[] layers = [.. networks.SelectMany(static network => network.Layers)];
        if (!layers.Any(layer => Layer is null || Same(layer.Name, Layer)))
            throw new ArgumentException(Network is null
                ? $"layer must be one that verify --network NAME lists, was '{Layer}'"
                : $"layer must be one of {Names(layers.Select(static layer => layer.Name).Distinct())}; was '{Layer}'");

        return [.. networks.SelectMany(effort.Sized).Where(sized => Layer is null || Same(sized.Layer.Name, Layer))];
    }

    private static bool Same(string name, string asked) => name.Equals(asked, StringComparison.OrdinalIgnoreCase);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
