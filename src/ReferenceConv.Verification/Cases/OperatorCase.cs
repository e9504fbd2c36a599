using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>One operator over one geometry, and the seed of its numbers: what a rule is checked on.</summary>
public sealed class OperatorCase
{
    private readonly Lazy<long> mostTerms;

    /// <summary>Names an operator and its shapes.</summary>
    /// <param name="geometry">The shapes; a pooling needs as many groups and outputs as channels.</param>
    /// <param name="op">The operator.</param>
    /// <param name="seed">Selects the numbers.</param>
    /// <param name="flag">Whether a forward operator has a bias, or an average counts its padding.</param>
    public OperatorCase(ConvolutionGeometry geometry, ConvolutionOperator op, ulong seed, bool flag)
    {
        Geometry = geometry;
        Operator = op;
        Seed = seed;
        Flag = flag && (op == ConvolutionOperator.Forward || op.IsAverage());
        mostTerms = new(() => ExactRange.MostTerms(geometry, op));
    }

    /// <summary>The shapes.</summary>
    public ConvolutionGeometry Geometry { get; }

    /// <summary>The operator.</summary>
    public ConvolutionOperator Operator { get; }

    /// <summary>Selects the numbers.</summary>
    public ulong Seed { get; }

    /// <summary>Whether a forward operator has a bias, or an average counts its padding.</summary>
    public bool Flag { get; }

    /// <summary>Whether it has two operands, a bias apart.</summary>
    public bool HasSecondOperand => Signature.Of(Geometry, Operator, hasBias: false).Inputs.Length > 1;

    /// <summary>The small case it comes from, if it does.</summary>
    public ConvolutionCase? Origin { get; private init; }

    /// <summary>Which of the drawn numbers are replaced by simpler ones; null for none.</summary>
    public DataMask? Mask { get; private init; }

    /// <summary>L: the most products in one result, a bias counted as one.</summary>
    public long MostTerms => mostTerms.Value;

    /// <summary>
    /// The operator over the geometry of a case. A pooling takes the input channels, without groups, tiles and weights, and pads each axis
    /// by less than its kernel extent, so that windows see an input.
    /// </summary>
    /// <returns>Null if a window of the pooling sees no input all the same.</returns>
    public static OperatorCase? Of(ConvolutionCase instance, ConvolutionOperator op)
    {
        ConvolutionGeometry? geometry = ConvolutionOperators.Pooling.Contains(op) ? Pooled(instance.Geometry) : instance.Geometry;
        return geometry is null ? null : new OperatorCase(geometry, op, (ulong)instance.Seed, instance.HasBias) { Origin = instance };
    }

    /// <summary>The same with other numbers.</summary>
    public OperatorCase WithSeed(ulong seed) => new(Geometry, Operator, seed, Flag) { Origin = Origin, Mask = Mask };

    /// <summary>The same with simpler numbers.</summary>
    public OperatorCase WithMask(DataMask? mask) => new(Geometry, Operator, Seed, Flag) { Origin = Origin, Mask = mask };

    /// <summary>Draws the operands, then lays the mask over them.</summary>
    public Operands<T> Draw<T>(Func<int, int, T> number)
    {
        Operands<T> drawn = Operands.Drawn(Geometry, Operator, Flag, number);
        Mask?.Simplify(drawn.Inputs);
        return drawn;
    }

    /// <summary>For example <c>data gradient, N1 C2 K3 g1 | 5 k3 s1 d1 p0,0 → 3</c>.</summary>
    public override string ToString() => $"{Operator.Name()}, {Geometry}";

    private static ConvolutionGeometry? Pooled(ConvolutionGeometry geometry)
    {
        int channels = geometry.InChannels;
        Axis[] axes = [.. geometry.Axes.Select(Pooled)];
        var pooled = new ConvolutionGeometry(geometry.Batch, channels, channels, channels, axes);
        foreach (Window window in pooled.Windows)
            if (window.Pairs.IsEmpty)
                return null;
        return pooled;
    }

    private static Axis Pooled(Axis axis)
    {
        int begin = Math.Min(axis.Begin, axis.Extent - 1);
        int end = Math.Min(axis.End, axis.Extent - 1);
        int input = Math.Max(axis.Input, axis.Extent - begin - end);
        return new Axis(input, axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(begin, end), axis.Border);
    }
}
