using System.Numerics;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;

namespace ReferenceConv.Operators;

/// <summary>
/// The greatest input of each window [S2.29], over the same relation as a convolution. Padding counts as −∞: it is never chosen.
/// The first of equal inputs is the greatest; a NaN is greater than everything.
/// </summary>
/// <typeparam name="T">Any number that can be compared.</typeparam>
public static class MaxPooling<T>
    where T : IComparisonOperators<T, T, bool>, IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>y[n,c,o] = max of x[n,c,i] over the pairs (r, i) that meet in o.</summary>
    /// <param name="relation">The windows.</param>
    /// <param name="x">Input [N, C, i…].</param>
    /// <returns>Output [N, C, o…].</returns>
    /// <exception cref="ArgumentException">x has another shape, or a window lies in the padding alone.</exception>
    public static Tensor<T> Forward(Relation relation, in ReadOnlyTensorSpan<T> x)
    {
        ReadOnlySpan<T> elements = TensorDoor.Enter(x, Planes.Input(relation, x), "x");
        int[] shape = Planes.Output(relation, x);
        var y = new T[Require.Elements("elements of y", shape)];
        foreach (Window window in relation.Windows)
            for (int plane = 0; plane < shape[0] * shape[1]; plane++)
            {
                ReadOnlySpan<T> xp = elements.Slice(plane * relation.Inputs, relation.Inputs);
                y[plane * relation.Outputs + window.Output] = xp[Greatest(window, xp)];
            }

        return TensorDoor.Leave(y, shape);
    }

    /// <summary>dx[n,c,i] = Σ dy[n,c,o] over the windows o whose greatest input is i.</summary>
    /// <param name="relation">The windows.</param>
    /// <param name="x">Input [N, C, i…].</param>
    /// <param name="dy">Gradient of the output [N, C, o…].</param>
    /// <returns>Gradient of the input [N, C, i…].</returns>
    /// <exception cref="ArgumentException">x or dy has another shape, or a window lies in the padding alone.</exception>
    public static Tensor<T> Gradient(Relation relation, in ReadOnlyTensorSpan<T> x, in ReadOnlyTensorSpan<T> dy)
    {
        int[] shape = Planes.Input(relation, x);
        ReadOnlySpan<T> elements = TensorDoor.Enter(x, shape, "x");
        ReadOnlySpan<T> g = TensorDoor.Enter(dy, Planes.Output(relation, x), "dy");
        var dx = new T[elements.Length];
        Array.Fill(dx, T.AdditiveIdentity);
        foreach (Window window in relation.Windows)
            for (int plane = 0; plane < shape[0] * shape[1]; plane++)
            {
                int start = plane * relation.Inputs;
                int greatest = Greatest(window, elements.Slice(start, relation.Inputs));
                dx[start + greatest] += g[plane * relation.Outputs + window.Output];
            }

        return TensorDoor.Leave(dx, shape);
    }

    private static int Greatest(Window window, ReadOnlySpan<T> x)
    {
        if (window.Pairs.IsEmpty)
            throw new ArgumentException(
                $"every window of a max pooling must see an input, window {window.Output} lies in the padding alone");

        int best = window.Pairs[0].Input;
        foreach ((_, int i) in window.Pairs)
            if (!(x[i] <= x[best]) && !IsNaN(x[best]))
                best = i;
        return best;
    }

    /// <summary>NaN is the only number that is not equal to itself.</summary>
    private static bool IsNaN(T value)
    {
        T same = value;
        return value != same;
    }
}
