using System.Numerics.Tensors;
using ReferenceConv.Geometry;

namespace ReferenceConv.Operators;

/// <summary>Pooling and im2col treat every channel of every image alone: x [N, C, i…] is N·C planes of the relation's inputs.</summary>
internal static class Planes
{
    /// <summary>[N, C, i…] for an x that has this batch and these channels.</summary>
    /// <exception cref="ArgumentException">x has no batch and channel axes.</exception>
    public static int[] Input<T>(Relation relation, in ReadOnlyTensorSpan<T> x) => Shape(relation, x, static axis => axis.Input);

    /// <summary>[N, C, o…] for an x that has this batch and these channels.</summary>
    /// <exception cref="ArgumentException">x has no batch and channel axes.</exception>
    public static int[] Output<T>(Relation relation, in ReadOnlyTensorSpan<T> x) => Shape(relation, x, static axis => axis.Output);

    private static int[] Shape<T>(Relation relation, in ReadOnlyTensorSpan<T> x, Func<Axis, int> size)
    {
        int rank = relation.Axes.Length + 2;
        if (x.Rank != rank)
            throw new ArgumentException($"x must have {rank} axes [N, C, …], had {x.Rank}");
        return [(int)x.Lengths[0], (int)x.Lengths[1], .. relation.Axes.Select(size)];
    }
}
