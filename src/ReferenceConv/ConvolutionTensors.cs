using System.Numerics;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;

namespace ReferenceConv;

/// <summary>
/// The door for tensors: checks every shape against the geometry, makes the arrays contiguous once, and calls the convolution behind it.
/// </summary>
public static class ConvolutionTensors
{
    /// <summary>y[n,k,o] = b[k] + Σ x[n,c,i] · w[k,c,r].</summary>
    /// <param name="convolution">Who computes.</param>
    /// <param name="geometry">What meets what.</param>
    /// <param name="x">Input [N, C, i…].</param>
    /// <param name="w">Weights [K, C/g, r…], or [t…, K, C/g, r…] if tiled.</param>
    /// <param name="bias">K numbers, or empty for none.</param>
    /// <returns>Output [N, K, o…].</returns>
    /// <exception cref="ArgumentException">A shape is not the geometry's.</exception>
    public static Tensor<T> Forward<T>(
        this IConvolution<T> convolution,
        ConvolutionGeometry geometry,
        in ReadOnlyTensorSpan<T> x,
        in ReadOnlyTensorSpan<T> w,
        ReadOnlySpan<T> bias = default)
    {
        CheckBias(bias.Length, geometry.OutChannels);
        var y = new T[geometry.OutputLength];
        convolution.Forward(geometry, TensorDoor.Enter(x, geometry.InputShape.AsSpan(), "x"),
            TensorDoor.Enter(w, geometry.WeightShape.AsSpan(), "w"), bias, y);
        return TensorDoor.Leave(y, geometry.OutputShape.AsSpan());
    }

    /// <summary>dx[n,c,i] = Σ w[k,c,r] · dy[n,k,o] over all (o, r) that met input i.</summary>
    /// <param name="convolution">Who computes.</param>
    /// <param name="geometry">What meets what.</param>
    /// <param name="w">Weights [K, C/g, r…], or [t…, K, C/g, r…] if tiled.</param>
    /// <param name="dy">Gradient of the output [N, K, o…].</param>
    /// <returns>Gradient of the input [N, C, i…].</returns>
    /// <exception cref="ArgumentException">A shape is not the geometry's.</exception>
    public static Tensor<T> DataGradient<T>(
        this IConvolution<T> convolution,
        ConvolutionGeometry geometry,
        in ReadOnlyTensorSpan<T> w,
        in ReadOnlyTensorSpan<T> dy)
    {
        var dx = new T[geometry.InputLength];
        convolution.DataGradient(geometry, TensorDoor.Enter(w, geometry.WeightShape.AsSpan(), "w"),
            TensorDoor.Enter(dy, geometry.OutputShape.AsSpan(), "dy"), dx);
        return TensorDoor.Leave(dx, geometry.InputShape.AsSpan());
    }

    /// <summary>dw[k,c,r] = Σ x[n,c,i] · dy[n,k,o] over all n and all (o, i) that met tap r.</summary>
    /// <param name="convolution">Who computes.</param>
    /// <param name="geometry">What meets what.</param>
    /// <param name="x">Input [N, C, i…].</param>
    /// <param name="dy">Gradient of the output [N, K, o…].</param>
    /// <returns>Gradient of the weights [K, C/g, r…], or [t…, K, C/g, r…] if tiled.</returns>
    /// <exception cref="ArgumentException">A shape is not the geometry's.</exception>
    public static Tensor<T> WeightGradient<T>(
        this IConvolution<T> convolution,
        ConvolutionGeometry geometry,
        in ReadOnlyTensorSpan<T> x,
        in ReadOnlyTensorSpan<T> dy)
    {
        var dw = new T[geometry.WeightLength];
        convolution.WeightGradient(geometry, TensorDoor.Enter(x, geometry.InputShape.AsSpan(), "x"),
            TensorDoor.Enter(dy, geometry.OutputShape.AsSpan(), "dy"), dw);
        return TensorDoor.Leave(dw, geometry.WeightShape.AsSpan());
    }

    /// <summary>
    /// The transposed convolution [S4.52]: the data gradient with the input in the place of dy, plus a bias per channel it writes:
    /// y[n,c,i] = b[c] + Σ w[k,c,r] · x[n,k,o].
    /// </summary>
    /// <param name="convolution">Who computes.</param>
    /// <param name="geometry">The convolution that is transposed; make its axes with <see cref="Axis.Transposed"/>.</param>
    /// <param name="x">Input [N, K, o…].</param>
    /// <param name="w">Weights [K, C/g, r…]: (in, out/g, …) as seen from the transposed side.</param>
    /// <param name="bias">C numbers, or empty for none.</param>
    /// <returns>Output [N, C, i…].</returns>
    /// <exception cref="ArgumentException">A shape is not the geometry's.</exception>
    public static Tensor<T> Transposed<T>(
        this IConvolution<T> convolution,
        ConvolutionGeometry geometry,
        in ReadOnlyTensorSpan<T> x,
        in ReadOnlyTensorSpan<T> w,
        ReadOnlySpan<T> bias = default)
        where T : IAdditionOperators<T, T, T>
    {
        CheckBias(bias.Length, geometry.InChannels);
        var y = new T[geometry.InputLength];
        convolution.DataGradient(
            geometry, TensorDoor.Enter(w, geometry.WeightShape.AsSpan(), "w"), TensorDoor.Enter(x, geometry.OutputShape.AsSpan(), "x"), y);

        if (!bias.IsEmpty)
            for (int e = 0; e < y.Length; e++)
                y[e] = bias[e / geometry.Relation.Inputs % geometry.InChannels] + y[e];

        return TensorDoor.Leave(y, geometry.InputShape.AsSpan());
    }

    private static void CheckBias(int length, int channels)
    {
        if (length != 0 && length != channels)
            throw new ArgumentException($"bias must have one number per channel that is written, {channels}, had {length}");
    }
}
