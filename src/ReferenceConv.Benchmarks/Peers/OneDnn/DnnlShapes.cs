using System.Collections.Immutable;
using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers.OneDnn;

/// <summary>The sizes of a layer as oneDNN names them, and the strides of arrays that are row-major as this library stores them.</summary>
internal sealed class DnnlShapes
{
    /// <summary>Reads a layer.</summary>
    public DnnlShapes(NetworkLayer layer)
    {
        Input = Widen(layer.InputShape);
        InputStrides = RowMajor(Input);
        Output = Widen(layer.OutputShape);
        OutputStrides = RowMajor(Output);

        int groups = layer.Geometry.Groups;
        long[] stored = Widen(layer.Geometry.WeightShape);   // [K, C/g, r…]
        if (groups > 1)
            stored = [groups, stored[0] / groups, .. stored[1..]];
        long[] strides = RowMajor(stored);
        if (layer.IsTransposed)   // what oneDNN calls [out, in] is stored as [in, out]
        {
            int output = groups > 1 ? 1 : 0;
            (stored[output], stored[output + 1]) = (stored[output + 1], stored[output]);
            (strides[output], strides[output + 1]) = (strides[output + 1], strides[output]);
        }

        Weights = stored;
        WeightStrides = strides;
        Strides = [.. layer.Geometry.Axes.Select(static axis => (long)axis.Stride)];
        Dilations = [.. layer.Geometry.Axes.Select(static axis => axis.Dilation - 1L)];   // counted from 0 there
        Begin = [.. layer.Geometry.Axes.Select(static axis => (long)axis.Begin)];
        End = [.. layer.Geometry.Axes.Select(static axis => (long)axis.End)];
    }

    /// <summary>[N, C, i…].</summary>
    public long[] Input { get; }

    /// <summary>Row-major.</summary>
    public long[] InputStrides { get; }

    /// <summary>[N, K, o…].</summary>
    public long[] Output { get; }

    /// <summary>Row-major.</summary>
    public long[] OutputStrides { get; }

    /// <summary>[out, in, r…], with groups [g, out/g, in/g, r…].</summary>
    public long[] Weights { get; }

    /// <summary>Where the stored weights have them.</summary>
    public long[] WeightStrides { get; }

    /// <summary>s per axis.</summary>
    public long[] Strides { get; }

    /// <summary>d − 1 per axis.</summary>
    public long[] Dilations { get; }

    /// <summary>p₀ per axis.</summary>
    public long[] Begin { get; }

    /// <summary>p₁ per axis.</summary>
    public long[] End { get; }

    private static long[] Widen(ImmutableArray<int> sizes) => [.. sizes.Select(static size => (long)size)];

    private static long[] RowMajor(long[] sizes)
    {
        var strides = new long[sizes.Length];
        long stride = 1;
        for (int a = sizes.Length - 1; a >= 0; a--)
        {
            strides[a] = stride;
            stride *= sizes[a];
        }

        return strides;
    }
}
