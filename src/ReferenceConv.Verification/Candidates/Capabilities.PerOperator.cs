using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates;

/// <content>Claims that hold for one operator and not for the others: a library may transform its forward path only.</content>
public sealed partial record Capabilities
{
    private ImmutableDictionary<ConvolutionOperator, Capabilities> PerOperator { get; init; } =
        ImmutableDictionary<ConvolutionOperator, Capabilities>.Empty;

    /// <summary>What is claimed of one operator.</summary>
    public Capabilities For(ConvolutionOperator op) => PerOperator.GetValueOrDefault(op, this);

    /// <summary>The same with something else claimed of one operator, less or more than of the others.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="change">From what was claimed of it to what is.</param>
    public Capabilities But(ConvolutionOperator op, Func<Capabilities, Capabilities> change)
    {
        Capabilities changed = change(For(op));
        return this with   // cases are drawn for all operators together, so what one of them does is claimed here too
        {
            Ranks = [.. Ranks.Union(changed.Ranks).Order()],
            Borders = [.. Borders.Union(changed.Borders).Order()],
            Groups = Groups || changed.Groups,
            Dilation = Dilation || changed.Dilation,
            Stride = Stride || changed.Stride,
            AsymmetricPadding = AsymmetricPadding || changed.AsymmetricPadding,
            Tiles = Tiles || changed.Tiles,
            Bias = Bias || changed.Bias,
            EmptyBatch = EmptyBatch || changed.EmptyBatch,
            PerOperator = ConvolutionOperators.All.ToImmutableDictionary(static one => one, one => one == op ? changed : For(one)),
        };
    }

    /// <summary>The same with something else claimed of every operator, whatever was claimed of one.</summary>
    public Capabilities Everywhere(Func<Capabilities, Capabilities> change) =>
        change(this) with { PerOperator = PerOperator.ToImmutableDictionary(static one => one.Key, one => change(one.Value)) };
}
