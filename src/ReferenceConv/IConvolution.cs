using ReferenceConv.Geometry;

namespace ReferenceConv;

/// <summary>
/// A convolution somebody wrote: the three derivatives of the trilinear form T(x, w, g) = Σ x[i]·w[r]·g[o] over the relation of a geometry.
/// The scalar reference, every rung of the fast path and every candidate of the harness have this one face.
/// </summary>
/// <remarks>
/// All arrays are contiguous and row-major: x [N, C, i…], w [K, C/g, r…] (tiled: [t…, K, C/g, r…]), y [N, K, o…].
/// Results are overwritten, never added to. Lengths are those of the geometry; callers check them, implementers need not.
/// Tensors enter by <see cref="ConvolutionTensors"/>, which checks every shape.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public interface IConvolution<T>
{
    /// <summary>y[n,k,o] = b[k] + Σ x[n,c,i] · w[k,c,r] over the channels c of k's group and the pairs (r, i) that meet in o.</summary>
    /// <param name="geometry">What meets what.</param>
    /// <param name="x">Input.</param>
    /// <param name="w">Weights.</param>
    /// <param name="bias">One number per output channel, or empty for none.</param>
    /// <param name="y">Receives the output.</param>
    void Forward(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, Span<T> y);

    /// <summary>dx[n,c,i] = Σ w[k,c,r] · dy[n,k,o] over all (o, r) that met input i.</summary>
    /// <param name="geometry">What meets what.</param>
    /// <param name="w">Weights.</param>
    /// <param name="dy">Gradient of the output.</param>
    /// <param name="dx">Receives the gradient of the input.</param>
    void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> dy, Span<T> dx);

    /// <summary>dw[k,c,r] = Σ x[n,c,i] · dy[n,k,o] over all n and all (o, i) that met tap r.</summary>
    /// <param name="geometry">What meets what.</param>
    /// <param name="x">Input.</param>
    /// <param name="dy">Gradient of the output.</param>
    /// <param name="dw">Receives the gradient of the weights.</param>
    void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dw);
}
