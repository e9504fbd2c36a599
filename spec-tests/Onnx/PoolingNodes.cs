using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Onnx;

/// <summary>MaxPool, AveragePool and their global forms, whose window is the whole image.</summary>
internal static class PoolingNodes
{
    public static void MaxPool(OnnxNode node) => Max(node, OnnxAxes.Of(node, node.Input(0).Spatial, node.Integers("kernel_shape", [])));

    public static void GlobalMaxPool(OnnxNode node) => Max(node, Whole(node));

    public static void AveragePool(OnnxNode node) =>
        Average(node, OnnxAxes.Of(node, node.Input(0).Spatial, node.Integers("kernel_shape", [])));

    public static void GlobalAveragePool(OnnxNode node) => Average(node, Whole(node));

    private static Axis[] Whole(OnnxNode node) => [.. node.Input(0).Spatial.Select(static size => new Axis(size, size))];

    private static void Max(OnnxNode node, Axis[] axes)
    {
        OnnxTensor x = node.Input(0);
        if (x.Integers.Length > 0)
        {
            Tensor<long> whole = MaxPooling<long>.Forward(new Relation(axes), OnnxShapes.Tensor(x.Integers, x.Shape));
            Assert.That(OnnxShapes.Sizes(whole), Is.EqualTo(node.Expected.Shape));
            Assert.That(OnnxShapes.Elements(whole), Is.EqualTo(node.Expected.Integers));
            return;
        }

        Tensor<float> y = MaxPooling<float>.Forward(new Relation(axes), OnnxShapes.Tensor(x.Floats, x.Shape));
        Assert.That(OnnxShapes.Sizes(y), Is.EqualTo(node.Expected.Shape));
        Assert.That(OnnxShapes.Elements(y), Is.EqualTo(node.Expected.Floats));
    }

    private static void Average(OnnxNode node, Axis[] axes)
    {
        OnnxTensor x = node.Input(0);
        var relation = new Relation(axes);
        bool countPadding = node.Integer("count_include_pad", 0) == 1;
        Tensor<float> y = AveragePooling<float>.Forward(relation, OnnxShapes.Tensor(x.Floats, x.Shape), countPadding);
        double[] oracle =
            OnnxShapes.Elements(AveragePooling<double>.Forward(relation, OnnxShapes.Tensor(x.Doubles, x.Shape), countPadding));
        double[] magnitudes = OnnxShapes.Elements(
            AveragePooling<double>.Forward(relation, OnnxShapes.Tensor([.. x.Doubles.Select(Math.Abs)], x.Shape), countPadding));

        // |r|−1 additions, then one division, or a reciprocal and a product.
        int terms = relation.Taps + 1;
        Assert.That(OnnxShapes.Sizes(y), Is.EqualTo(node.Expected.Shape));
        FloatBound.Holds("published", node.Expected.Floats, oracle, magnitudes, terms, node.PrintedWithin);
        FloatBound.Holds("scalar", OnnxShapes.Elements(y), oracle, magnitudes, terms);
    }
}
