using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Fast.Gemm;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>Every sum starts from the additive identity of its number, never from default(T), which need not be zero.</summary>
public sealed class AdditiveIdentityTests
{
    // A stride beyond the kernel leaves inputs and columns that nothing is added to; a padding leaves taps that meet nothing.
    private static readonly Relation Relation = new(new Axis(6, 2, 3, 1, Padding.Explicit(1, 0)));
    private static readonly ConvolutionGeometry Geometry = new(2, 4, 2, 2, Relation.Axes);

    [Test]
    public void Convolution()
    {
        IConvolution<Written>[] convolutions =
        [
            new ScalarConvolution<Written>(),
            new Im2ColConvolution<Written>(),
            new BlockedConvolution<Written>(VectorWidth.Scalar, ColumnMatrix.Explicit),
            new BlockedConvolution<Written>(VectorWidth.Scalar, ColumnMatrix.Implicit),
        ];
        foreach (IConvolution<Written> convolution in convolutions)
        {
            AllWritten(convolution.Forward(Geometry, Ones(Geometry.InputShape), Ones(Geometry.WeightShape)));
            AllWritten(convolution.DataGradient(Geometry, Ones(Geometry.WeightShape), Ones(Geometry.OutputShape)));
            AllWritten(convolution.WeightGradient(Geometry, Ones(Geometry.InputShape), Ones(Geometry.OutputShape)));
            AllWritten(convolution.Transposed(Geometry, Ones(Geometry.OutputShape), Ones(Geometry.WeightShape)));
        }
    }

    [Test]
    public void Bias_gradient() =>
        Assert.That(BiasGradient<Written>.Of(Geometry, Ones(Geometry.OutputShape)).All(static number => number.IsNumber));

    [Test]
    public void Im2col_and_col2im()
    {
        AllWritten(Im2Col<Written>.Columns(Relation, Ones([2, 3, 6])));
        AllWritten(Im2Col<Written>.Images(Relation, Ones([2, 6, 2])));
    }

    [Test]
    public void Pooling()
    {
        AllWritten(MaxPooling<Written>.Forward(Relation, Ones([2, 3, 6])));
        AllWritten(MaxPooling<Written>.Gradient(Relation, Ones([2, 3, 6]), Ones([2, 3, 2])));
        AllWritten(AveragePooling<Written>.Forward(Relation, Ones([2, 3, 6])));
        AllWritten(AveragePooling<Written>.Gradient(Relation, Ones([2, 3, 2])));
    }

    private static Tensor<Written> Ones(IReadOnlyList<int> shape)
    {
        nint[] lengths = [.. shape.Select(static size => (nint)size)];
        return Tensor.Create(
            [.. Enumerable.Repeat(Written.MultiplicativeIdentity, shape.Aggregate(1, static (product, size) => product * size))], lengths);
    }

    private static void AllWritten(Tensor<Written> tensor) => Assert.That(Figure.Elements(tensor).All(static number => number.IsNumber));
}
