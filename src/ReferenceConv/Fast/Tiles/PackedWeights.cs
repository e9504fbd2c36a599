using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;
using ReferenceConv.Fast.Threads;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// The weights of a piece in the order in which the micro-kernel reads them: panels of some result channels, in a panel product after
/// product, for each product the weights of all the panel's channels side by side; zeros for channels that are not there.
/// </summary>
internal sealed class PackedWeights<T, TVector, TLanes>
    where TLanes : ILanes<T, TVector>
{
    private readonly AlignedBuffer<T> packed;
    private readonly int panelLength;
    private readonly int panels;

    /// <summary>Packs w.</summary>
    /// <param name="layer">Whose weights.</param>
    /// <param name="piece">Whose kernel.</param>
    /// <param name="order">Per product, where its weight lies, counted from the first weight of the result channel.</param>
    /// <param name="width">Result channels of a panel.</param>
    /// <param name="w">The weights.</param>
    /// <param name="zero">The weight of a channel that is not there.</param>
    /// <param name="threads">Threads that share the panels.</param>
    public PackedWeights(Layer layer, Piece piece, int[] order, int width, ReadOnlySpan<T> w, T zero, int threads)
    {
        Width = width;
        panels = (layer.ResultChannels + width - 1) / width;
        panelLength = order.Length * width;
        packed = new AlignedBuffer<T>(layer.Groups * panels * panelLength);
        int[] products = Inverse(order);
        var shares = new Shares(threads);
        shares.Deal(layer.Groups * panels);
        new SpanJob<T>((thread, source, target) =>
        {
            var square = new AlignedBuffer<T>(TLanes.Count * TLanes.Count);
            for ((int first, int count) = shares.Take(thread); count > 0; (first, count) = shares.Take(thread))
                for (int panel = first; panel < first + count; panel++)
                {
                    (int g, int p) = (panel / panels, panel % panels);
                    ReadOnlySpan<T> kernels = source[(piece.WeightStart + (g * layer.GroupStride) + (p * width * layer.ResultStride))..];
                    int channels = Math.Min(width, layer.ResultChannels - (p * width));
                    Pack(kernels, layer.ResultStride, channels, order, products, zero, target.Slice(panel * panelLength, panelLength),
                        square.Span);
                }

            square.Release();
        }).Run(w, packed.Span, threads);
    }

    /// <summary>Result channels of a panel.</summary>
    public int Width { get; }

    /// <summary>Gives the memory back.</summary>
    public void Release() => packed.Release();

    /// <summary>The panel of a group.</summary>
    public ReadOnlySpan<T> Panel(int group, int panel) => packed.Span.Slice((group * panels + panel) * panelLength, panelLength);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(
        ReadOnlySpan<T> source, int channel, int channels, int[] order, int[] products, T zero, Span<T> target, Span<T> square)
    {
        int k = 0;
        if (products.Length >= TLanes.Count)
            for (; k + TLanes.Count <= channels; k += TLanes.Count)
                PackVectors(source[(k * channel)..], channel, products, target[k..], square);
        for (int j = 0; k < Width && j < order.Length; j++)
            for (int c = k; c < Width; c++)
                target[(j * Width) + c] = c < channels ? source[(c * channel) + order[j]] : zero;
    }

    /// <summary>
    /// n channels: n of their neighbouring weights at a time become n products of n channels, each of which goes to its place. The places
    /// of the products after the next are asked for early, because they follow no pattern that the processor would see.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackVectors(ReadOnlySpan<T> source, int channel, int[] products, Span<T> target, Span<T> square)
    {
        int lanes = TLanes.Count;
        for (int o = 0; o < products.Length; o += lanes)
        {
            for (int ahead = o + 2 * lanes; ahead < Math.Min(o + 3 * lanes, products.Length); ahead++)
                Prefetch.Line(ref target[products[ahead] * Width]);
            int from = Math.Min(o, products.Length - lanes);
            ref T first = ref MemoryMarshal.GetReference(source.Slice(from, (lanes - 1) * channel + lanes));
            Transposition<T, TVector, TLanes>.Run(ref first, channel, ref square[0], lanes);
            for (int i = 0; i < lanes; i++)
                TLanes.Store(TLanes.Load(ref square[i * lanes]), ref target.Slice(products[from + i] * Width, lanes)[0]);
        }
    }

    /// <summary>Per weight of a result channel, which product it belongs to; empty if some weights belong to none.</summary>
    private static int[] Inverse(ReadOnlySpan<int> order)
    {
        int[] products = new int[order.Length];
        for (int j = 0; j < order.Length; j++)
        {
            if (order[j] >= products.Length)
                return [];
            products[order[j]] = j;
        }

        return products;
    }
}
