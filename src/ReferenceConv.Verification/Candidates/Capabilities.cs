using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates;

/// <summary>What a candidate claims to do. What it does not claim is not asked, and is counted and printed as not claimed.</summary>
public sealed partial record Capabilities
{
    /// <summary>Everything a convolution can have; no pooling and no bias gradient.</summary>
    public static Capabilities Convolution { get; } = new();

    /// <summary>The operators; the three of the trilinear form unless said otherwise.</summary>
    public ImmutableArray<ConvolutionOperator> Operators { get; init; } = ConvolutionOperators.Trilinear;

    /// <summary>Numbers of spatial axes, from 1..3.</summary>
    public ImmutableArray<int> Ranks { get; init; } = [1, 2, 3];

    /// <summary>Borders on any axis.</summary>
    public ImmutableArray<Border> Borders { get; init; } = [.. Enum.GetValues<Border>()];

    /// <summary>More groups than one.</summary>
    public bool Groups { get; init; } = true;

    /// <summary>Dilation above 1.</summary>
    public bool Dilation { get; init; } = true;

    /// <summary>Stride above 1.</summary>
    public bool Stride { get; init; } = true;

    /// <summary>Padding that differs at begin and end.</summary>
    public bool AsymmetricPadding { get; init; } = true;

    /// <summary>Tiled convolution.</summary>
    public bool Tiles { get; init; } = true;

    /// <summary>A bias in the forward operator.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>A batch of no images.</summary>
    public bool EmptyBatch { get; init; } = true;

    /// <summary>Calls from several threads at once.</summary>
    public bool IsReentrant { get; init; } = true;

    /// <summary>How its sums are rounded.</summary>
    public Exactness Exactness { get; init; } = Exactness.Direct;

    /// <summary>
    /// What a NaN or ∞ does where it meets nothing, in forward and weight gradient: im2col multiplies it by zero; a path that leaves out
    /// rows of zeros does so for some.
    /// </summary>
    public PaddingConvention Padding { get; init; } = PaddingConvention.Skipped;

    /// <summary>The same in the data gradient: inserted zeros are multiplied, col2im skips.</summary>
    public PaddingConvention DataGradientPadding { get; init; } = PaddingConvention.Skipped;

    /// <summary>Whether subnormal numbers are computed with; false: they may be taken for zero.</summary>
    public bool KeepsSubnormals { get; init; } = true;

    /// <summary>Whether a sum that meets an ∞ is ∞; false: it may come out NaN, as ∞ − ∞ does in a compensated sum.</summary>
    public bool KeepsInfinities { get; init; } = true;

    /// <summary>What a NaN does in a pooling.</summary>
    public PoolingNaN PoolingNaN { get; init; } = PoolingNaN.Either;

    /// <summary>Whether a geometry that cannot be is refused; null where the door lets none through, so that it cannot be asked.</summary>
    public bool? RefusesInvalid { get; init; }

    /// <summary>Everything that a candidate could claim and this one does not; what one operator alone lacks, with its name.</summary>
    public IEnumerable<string> NotClaimed() =>
        NotClaimedAtAll().Concat(
            from op in Operators
            from name in For(op).NotClaimedAtAll().Except(NotClaimedAtAll())
            select $"{name} in {op.Name()}");

    /// <summary>
    /// Why a case is not asked: the first capability it needs that is not claimed, for example <c>dilation</c>; null if all are.
    /// </summary>
    public string? Lacks(ConvolutionGeometry geometry, ConvolutionOperator op, bool hasBias) =>
        !Operators.Contains(op) ? op.Name() : LacksShape(geometry, op, hasBias) ?? For(op).LacksShape(geometry, op, hasBias);

    private static string Name(Border border) => border.ToString().ToLowerInvariant();

    private IEnumerable<string> NotClaimedAtAll()
    {
        foreach (ConvolutionOperator op in ConvolutionOperators.All.Except(Operators))
            yield return op.Name();
        foreach (int rank in Enumerable.Range(1, 3).Except(Ranks))
            yield return $"rank {rank}";
        foreach (Border border in Enum.GetValues<Border>().Except(Borders))
            yield return $"{Name(border)} border";
        foreach ((bool isClaimed, string name) in new[]
        {
            (Groups, "groups"), (Dilation, "dilation"), (Stride, "stride"), (AsymmetricPadding, "asymmetric padding"), (Tiles, "tiles"),
            (Bias, "bias"), (EmptyBatch, "empty batch"), (IsReentrant, "concurrent calls"), (KeepsSubnormals, "subnormals"),
            (KeepsInfinities, "infinities"), (RefusesInvalid is not false, "refusal of invalid geometries"),
        })
            if (!isClaimed)
                yield return name;
    }

    private string? LacksShape(ConvolutionGeometry geometry, ConvolutionOperator op, bool hasBias)
    {
        if (!Ranks.Contains(geometry.Axes.Length))
            return $"rank {geometry.Axes.Length}";
        if (!EmptyBatch && geometry.Batch == 0)
            return "empty batch";
        if (!Groups && geometry.Groups > 1 && !ConvolutionOperators.Pooling.Contains(op))
            return "groups";
        if (!Bias && hasBias && op == ConvolutionOperator.Forward)
            return "bias";
        if (!Tiles && geometry.IsTiled)
            return "tiles";
        foreach (Axis axis in geometry.Axes)
            if (!Borders.Contains(axis.Border))
                return $"{Name(axis.Border)} border";
            else if (!Dilation && axis.Dilation > 1)
                return "dilation";
            else if (!Stride && axis.Stride > 1)
                return "stride";
            else if (!AsymmetricPadding && axis.Begin != axis.End)
                return "asymmetric padding";
        return null;
    }
}
