using System.Collections.Immutable;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// The weights of a piece in the order in which the micro-kernel reads them: panels of some result channels, in a panel product
/// after product, for each product the weights of all the panel's channels side by side; zeros for channels that are not there.
/// </summary>
internal sealed class PackedWeights<T>
{
    private readonly T[] packed;
    private readonly int panelLength;
    private readonly int panels;

    /// <summary>Packs w.</summary>
    public PackedWeights(Layer layer, Piece piece, ImmutableArray<int> order, int width, ReadOnlySpan<T> w, T zero)
    {
        Width = width;
        panels = (layer.ResultChannels + width - 1) / width;
        panelLength = order.Length * width;
        packed = new T[layer.Groups * panels * panelLength];
        for (int g = 0; g < layer.Groups; g++)
            for (int p = 0; p < panels; p++)
            {
                int channels = Math.Min(width, layer.ResultChannels - (p * width));
                ReadOnlySpan<T> source = w[(piece.WeightStart + (g * layer.GroupStride) + (p * width * layer.ResultStride))..];
                Span<T> target = packed.AsSpan(((g * panels) + p) * panelLength, panelLength);
                if (channels < width)
                    target.Fill(zero);
                for (int j = 0; j < order.Length; j++)
                    for (int k = 0; k < channels; k++)
                        target[(j * width) + k] = source[(k * layer.ResultStride) + order[j]];
            }
    }

    /// <summary>Result channels of a panel.</summary>
    public int Width { get; }

    /// <summary>The panel of a group.</summary>
    public ReadOnlySpan<T> Panel(int group, int panel) => packed.AsSpan(((group * panels) + panel) * panelLength, panelLength);
}
