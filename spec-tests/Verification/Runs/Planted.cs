using ReferenceConv.Fast;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Verification.Runs;

/// <summary>A convolution that is right except for what a test plants into its forward operator.</summary>
internal sealed class Planted(Action<ConvolutionGeometry, float[]> fault) : IConvolution<float>
{
    private readonly Im2ColConvolution<float> right = new();

    /// <summary>The last output is one too large, as a loop that ends one tap too late makes it.</summary>
    public static Planted LastOutput => new(static (_, y) =>
    {
        if (y.Length > 0)
            y[^1] += 1;
    });

    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y)
    {
        var result = new float[y.Length];
        right.Forward(geometry, x, w, bias, result);
        fault(geometry, result);
        result.CopyTo(y);
    }

    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> w, ReadOnlySpan<float> dy, Span<float> dx) =>
        right.DataGradient(geometry, w, dy, dx);

    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw) =>
        right.WeightGradient(geometry, x, dy, dw);
}
