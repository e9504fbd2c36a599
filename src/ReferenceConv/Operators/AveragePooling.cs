using System.Numerics;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;

namespace ReferenceConv.Operators;

/// <summary>The mean input of each window [S2.30], over the same relation as a convolution.</summary>
/// <typeparam name="T">Any number that can be added and divided.</typeparam>
public static class AveragePooling<T>
    where T : IAdditionOperators<T, T, T>, IDivisionOperators<T, T, T>, IAdditiveIdentity<T, T>, IMultiplicativeIdentity<T, T>
{
    /// <summary>y[n,c,o] = (1/N) Σ x[n,c,i] over the pairs (r, i) that meet in o.</summary>
    /// <param name="relation">The windows.</param>
    /// <param name="x">Input [N, C, i…].</param>
    /// <param name="countPadding">
    /// N counts the inputs of the window (false), or its positions inside the padded input (true). What a last, partial window of
    /// ceil mode has beyond the end padding is never counted.
    /// </param>
    /// <returns>Output [N, C, o…].</returns>
    /// <exception cref="ArgumentException">x has another shape, or a window has nothing to count.</exception>
    public static Tensor<T> Forward(Relation relation, in ReadOnlyTensorSpan<T> x, bool countPadding = false)
    {
        ReadOnlySpan<T> elements = TensorDoor.Enter(x, Planes.Input(relation, x), "x");
        int[] shape = Planes.Output(relation, x);
        var y = new T[Require.Elements("elements of y", shape)];
        foreach (Window window in relation.Windows)
        {
            T count = Count(relation, window, countPadding);
            for (int plane = 0; plane < shape[0] * shape[1]; plane++)
            {
                ReadOnlySpan<T> xp = elements.Slice(plane * relation.Inputs, relation.Inputs);
                T sum = T.AdditiveIdentity;
                foreach ((_, int i) in window.Pairs)
                    sum += xp[i];
                y[plane * relation.Outputs + window.Output] = sum / count;
            }
        }

        return TensorDoor.Leave(y, shape);
    }

    /// <summary>dx[n,c,i] = Σ dy[n,c,o] / N over the windows o that meet i.</summary>
    /// <param name="relation">The windows.</param>
    /// <param name="dy">Gradient of the output [N, C, o…].</param>
    /// <param name="countPadding">As in <see cref="Forward"/>.</param>
    /// <returns>Gradient of the input [N, C, i…].</returns>
    /// <exception cref="ArgumentException">dy has another shape, or a window has nothing to count.</exception>
    public static Tensor<T> Gradient(Relation relation, in ReadOnlyTensorSpan<T> dy, bool countPadding = false)
    {
        ReadOnlySpan<T> g = TensorDoor.Enter(dy, Planes.Output(relation, dy), "dy");
        int[] shape = Planes.Input(relation, dy);
        var dx = new T[Require.Elements("elements of dx", shape)];
        Array.Fill(dx, T.AdditiveIdentity);
        foreach (Window window in relation.Windows)
        {
            T count = Count(relation, window, countPadding);
            for (int plane = 0; plane < shape[0] * shape[1]; plane++)
            {
                T share = g[plane * relation.Outputs + window.Output] / count;
                foreach ((_, int i) in window.Pairs)
                    dx[plane * relation.Inputs + i] += share;
            }
        }

        return TensorDoor.Leave(dx, shape);
    }

    private static T Count(Relation relation, Window window, bool countPadding)
    {
        int positions = countPadding ? relation.PaddedTaps(window.Output) : window.Pairs.Length;
        if (positions == 0)
            throw new ArgumentException(
                $"every window of an average pooling must have a position to count, window {window.Output} has none");

        T count = T.AdditiveIdentity;
        for (int one = 0; one < positions; one++)
            count += T.MultiplicativeIdentity;
        return count;
    }
}
