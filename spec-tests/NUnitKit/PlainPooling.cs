using System.Numerics.Tensors;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;

namespace ReferenceConv.SpecTests.NUnitKit;

/// <summary>The reference's pooling on arrays.</summary>
internal sealed class PlainPooling : IPooling<float>
{
    public void Max(ConvolutionGeometry geometry, ReadOnlySpan<float> x, Span<float> y) =>
        MaxPooling<float>.Forward(geometry.Relation, Input(geometry, x)).FlattenTo(y);

    public void MaxGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        MaxPooling<float>.Gradient(geometry.Relation, Input(geometry, x), Output(geometry, dy)).FlattenTo(dx);

    public void Average(ConvolutionGeometry geometry, bool countsPadding, ReadOnlySpan<float> x, Span<float> y) =>
        AveragePooling<float>.Forward(geometry.Relation, Input(geometry, x), countsPadding).FlattenTo(y);

    public void AverageGradient(ConvolutionGeometry geometry, bool countsPadding, ReadOnlySpan<float> dy, Span<float> dx) =>
        AveragePooling<float>.Gradient(geometry.Relation, Output(geometry, dy), countsPadding).FlattenTo(dx);

    private static Tensor<float> Input(ConvolutionGeometry geometry, ReadOnlySpan<float> x) => Shaped(x, geometry.InputShape);

    private static Tensor<float> Output(ConvolutionGeometry geometry, ReadOnlySpan<float> y) => Shaped(y, geometry.OutputShape);

    private static Tensor<float> Shaped(ReadOnlySpan<float> elements, IEnumerable<int> shape) =>
        Tensor.Create(elements.ToArray(), [.. shape.Select(static size => (nint)size)]);
}
