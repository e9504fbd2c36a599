using System.Numerics;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;

namespace ReferenceConv.Operators;

/// <summary>
/// The sliding window written out [S2.10]: column o of image n holds what window o sees, channel by channel, tap by tap. A linear map and
/// its transpose.
/// </summary>
/// <typeparam name="T">Any number that can be added.</typeparam>
public static class Im2Col<T>
    where T : IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>columns[n, c·|r| + r, o] = x[n,c,i] for each pair (r, i) that meets in o; zero where a tap meets nothing.</summary>
    /// <param name="relation">The windows.</param>
    /// <param name="x">Images [N, C, i…].</param>
    /// <returns>[N, C·|r|, |o|].</returns>
    /// <exception cref="ArgumentException">x has another shape.</exception>
    public static Tensor<T> Columns(Relation relation, in ReadOnlyTensorSpan<T> x)
    {
        int[] shape = Planes.Input(relation, x);
        ReadOnlySpan<T> elements = TensorDoor.Enter(x, shape, "x");
        int planes = shape[0] * shape[1];
        var columns = new T[Require.Elements("elements of columns", shape[0], shape[1], relation.Taps, relation.Outputs)];
        Array.Fill(columns, T.AdditiveIdentity);
        foreach (Window window in relation.Windows)
            for (int plane = 0; plane < planes; plane++)
                foreach ((int r, int i) in window.Pairs)
                    columns[(plane * relation.Taps + r) * relation.Outputs + window.Output] = elements[plane * relation.Inputs + i];

        return TensorDoor.Leave(columns, [shape[0], shape[1] * relation.Taps, relation.Outputs]);
    }

    /// <summary>
    /// x[n,c,i] = Σ columns[n, c·|r| + r, o] over all (o, r) that meet input i: the transpose of <see cref="Columns"/> (col2im).
    /// </summary>
    /// <param name="relation">The windows.</param>
    /// <param name="columns">[N, C·|r|, |o|].</param>
    /// <returns>Images [N, C, i…].</returns>
    /// <exception cref="ArgumentException">The columns have another shape.</exception>
    public static Tensor<T> Images(Relation relation, in ReadOnlyTensorSpan<T> columns)
    {
        if (columns.Rank != 3)
            throw new ArgumentException($"columns must have 3 axes [N, C·|r|, |o|], had {columns.Rank}");
        int batch = (int)columns.Lengths[0];
        int channels = (int)columns.Lengths[1] / relation.Taps;
        ReadOnlySpan<T> elements = TensorDoor.Enter(columns, [batch, channels * relation.Taps, relation.Outputs], "columns");

        var x = new T[Require.Elements("elements of x", batch, channels, relation.Inputs)];
        Array.Fill(x, T.AdditiveIdentity);
        foreach (Window window in relation.Windows)
            for (int plane = 0; plane < batch * channels; plane++)
                foreach ((int r, int i) in window.Pairs)
                    x[plane * relation.Inputs + i] += elements[(plane * relation.Taps + r) * relation.Outputs + window.Output];

        return TensorDoor.Leave(x, [batch, channels, .. relation.Axes.Select(static axis => axis.Input)]);
    }
}
