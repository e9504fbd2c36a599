using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Candidates;

/// <summary>
/// A pooling somebody wrote. Arrays are contiguous and row-major: x and dx [N, C, i…], y and dy [N, C, o…]. Results are overwritten.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
public interface IPooling<T>
{
    /// <summary>y[n,c,o] = max of x[n,c,i] over the pairs (r, i) that meet in o.</summary>
    void Max(ConvolutionGeometry geometry, ReadOnlySpan<T> x, Span<T> y);

    /// <summary>dx[n,c,i] = Σ dy[n,c,o] over the windows o whose first greatest input is i.</summary>
    void MaxGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dx);

    /// <summary>y[n,c,o] = (1/count) Σ x[n,c,i] over the pairs of o; count is the inputs, or all positions on the padded input.</summary>
    void Average(ConvolutionGeometry geometry, bool countsPadding, ReadOnlySpan<T> x, Span<T> y);

    /// <summary>dx[n,c,i] = Σ dy[n,c,o]/count over the windows o that meet i.</summary>
    void AverageGradient(ConvolutionGeometry geometry, bool countsPadding, ReadOnlySpan<T> dy, Span<T> dx);
}
