using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Layout;

/// <summary>
/// A sum that the fast path computes, whichever operator it comes from: every result channel of a group is a sum over the group's input
/// channels and the taps of its <see cref="Piece"/>.
/// </summary>
/// <param name="Batch">Images.</param>
/// <param name="Groups">Groups.</param>
/// <param name="InChannels">Channels of a group that are read.</param>
/// <param name="ResultChannels">Channels of a group that are written.</param>
/// <param name="InSizes">Three sizes of a plane that is read.</param>
/// <param name="ResultSizes">Three sizes of a plane that is written.</param>
/// <param name="InStride">From the weights of one input channel to those of the next.</param>
/// <param name="ResultStride">From the weights of one result channel to those of the next.</param>
/// <param name="Taps">Weights of one pair of channels.</param>
/// <param name="Pieces">Together all results.</param>
internal sealed record Layer(
    int Batch,
    int Groups,
    int InChannels,
    int ResultChannels,
    ImmutableArray<int> InSizes,
    ImmutableArray<int> ResultSizes,
    int InStride,
    int ResultStride,
    int Taps,
    ImmutableArray<Piece> Pieces)
{
    /// <summary>
    /// Numbers of a row from which on every row has pages of memory of its own, and the processor does not see by itself what comes next.
    /// </summary>
    public const int LongRow = 1024;

    /// <summary>Whether rows that are read are long.</summary>
    public bool HasLongRows => InSizes[2] >= LongRow;

    /// <summary>Elements of a plane that is read.</summary>
    public int InPlane { get; } = InSizes[0] * InSizes[1] * InSizes[2];

    /// <summary>Elements of a plane that is written.</summary>
    public int ResultPlane { get; } = ResultSizes[0] * ResultSizes[1] * ResultSizes[2];

    /// <summary>From the weights of one group to those of the next.</summary>
    public int GroupStride => InChannels * ResultChannels * Taps;

    /// <summary>y[n,k,o] = b[k] + Σ x[n,c,i] · w[k,c,r].</summary>
    public static Layer Forward(ConvolutionGeometry geometry) => new(
        geometry.Batch,
        geometry.Groups,
        geometry.GroupInChannels,
        geometry.GroupOutChannels,
        Three(geometry.Axes.Select(static axis => axis.Input)),
        Three(geometry.Axes.Select(static axis => axis.Output)),
        geometry.Relation.Taps,
        geometry.GroupInChannels * geometry.Relation.Taps,
        geometry.Relation.Taps,
        [.. Piece.Products(geometry.Axes, AxisSlice.Forward, geometry.OutChannels * geometry.GroupInChannels * geometry.Relation.Taps)]);

    /// <summary>dx[n,c,i] = b[c] + Σ w[k,c,r] · dy[n,k,o]: what is read is dy, what is written dx. Zeros borders, not tiled.</summary>
    public static Layer Transposed(ConvolutionGeometry geometry) => new(
        geometry.Batch,
        geometry.Groups,
        geometry.GroupOutChannels,
        geometry.GroupInChannels,
        Three(geometry.Axes.Select(static axis => axis.Output)),
        Three(geometry.Axes.Select(static axis => axis.Input)),
        geometry.GroupInChannels * geometry.Relation.Taps,
        geometry.Relation.Taps,
        geometry.Relation.Taps,
        [.. Piece.Products(geometry.Axes, AxisSlice.Transposed, 0)]);

    private static ImmutableArray<int> Three(IEnumerable<int> sizes)
    {
        int[] given = [.. sizes];
        return [.. Enumerable.Repeat(1, 3 - given.Length), .. given];
    }
}
