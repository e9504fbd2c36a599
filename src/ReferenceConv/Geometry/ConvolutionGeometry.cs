using System.Collections.Immutable;

namespace ReferenceConv.Geometry;

/// <summary>
/// Everything about a convolution except its numbers: batch N, channels C → K in g groups, and the relation of its axes.
/// Shapes: x [N, C, i…], w [K, C/g, r…] (with a leading tile axis per spatial axis if tiled), y [N, K, o…].
/// </summary>
public sealed class ConvolutionGeometry
{
    /// <summary>Describes a convolution.</summary>
    /// <param name="batch">Images N ≥ 0.</param>
    /// <param name="inChannels">Input channels C ≥ 1.</param>
    /// <param name="outChannels">Output channels K ≥ 1.</param>
    /// <param name="groups">
    /// Groups g ≥ 1 that divide C and K; output channel k reads the C/g channels of its own group. g = C is depthwise.
    /// </param>
    /// <param name="axes">One to three spatial axes, the slowest first.</param>
    /// <exception cref="ArgumentException">A value is out of its range, or an array would need 2³¹ elements or more.</exception>
    public ConvolutionGeometry(int batch, int inChannels, int outChannels, int groups, params IEnumerable<Axis> axes)
    {
        Batch = Require.AtLeast(0, batch, "batch");
        InChannels = Require.AtLeast(1, inChannels, "input channels");
        OutChannels = Require.AtLeast(1, outChannels, "output channels");
        Groups = Require.AtLeast(1, groups, "groups");
        Require.That(inChannels % groups == 0, $"groups must divide the input channels {inChannels}, was {groups}");
        Require.That(outChannels % groups == 0, $"groups must divide the output channels {outChannels}, was {groups}");
        Relation = new Relation(axes);

        InputShape = [batch, inChannels, .. Axes.Select(static axis => axis.Input)];
        OutputShape = [batch, outChannels, .. Axes.Select(static axis => axis.Output)];
        ImmutableArray<int> kernels = [outChannels, GroupInChannels, .. Axes.Select(static axis => axis.Kernel)];
        WeightShape = IsTiled ? [.. Axes.Select(static axis => axis.Tile), .. kernels] : kernels;
        InputLength = Require.Elements("input elements", InputShape.AsSpan());
        WeightLength = Require.Elements("weight elements", WeightShape.AsSpan());
        OutputLength = Require.Elements("output elements", OutputShape.AsSpan());
    }

    /// <summary>One image, one channel in and out: N = C = K = g = 1.</summary>
    public static ConvolutionGeometry SingleChannel(params IEnumerable<Axis> axes) => new(1, 1, 1, 1, axes);

    /// <summary>Images N.</summary>
    public int Batch { get; }

    /// <summary>Input channels C.</summary>
    public int InChannels { get; }

    /// <summary>Output channels K.</summary>
    public int OutChannels { get; }

    /// <summary>Groups g.</summary>
    public int Groups { get; }

    /// <summary>Input channels of one group, C/g.</summary>
    public int GroupInChannels => InChannels / Groups;

    /// <summary>Output channels of one group, K/g.</summary>
    public int GroupOutChannels => OutChannels / Groups;

    /// <summary>Which input meets which tap in which output.</summary>
    public Relation Relation { get; }

    /// <summary>The spatial axes, the slowest first.</summary>
    public ImmutableArray<Axis> Axes => Relation.Axes;

    /// <summary>The relation, output by output.</summary>
    public Windows Windows => Relation.Windows;

    /// <summary>Whether outputs cycle through several kernels.</summary>
    public bool IsTiled => Relation.Phases > 1;

    /// <summary>[N, C, i…].</summary>
    public ImmutableArray<int> InputShape { get; }

    /// <summary>[K, C/g, r…], or [t…, K, C/g, r…] if tiled.</summary>
    public ImmutableArray<int> WeightShape { get; }

    /// <summary>[N, K, o…].</summary>
    public ImmutableArray<int> OutputShape { get; }

    /// <summary>Elements of x.</summary>
    public int InputLength { get; }

    /// <summary>Elements of w.</summary>
    public int WeightLength { get; }

    /// <summary>Elements of y.</summary>
    public int OutputLength { get; }

    /// <summary>Multiply-adds of the forward sum, products with padding included: N · K · |o| · C/g · |r|.</summary>
    public long MultiplyAdds => (long)OutputLength * GroupInChannels * Relation.Taps;

    /// <summary>For example <c>N1 C64 K64 g1 | 56 k3 s1 d1 p1,1 → 56 | 56 k3 s1 d1 p1,1 → 56</c>.</summary>
    public override string ToString() =>
        $"N{Batch} C{InChannels} K{OutChannels} g{Groups} | {string.Join(" | ", Axes.Select(static axis => axis.ToString()))}";
}
