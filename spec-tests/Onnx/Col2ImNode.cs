using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Onnx;

/// <summary>Col2Im: columns [N, C·|r|, |o|] back to images of the given size.</summary>
internal static class Col2ImNode
{
    public static void Col2Im(OnnxNode node)
    {
        OnnxTensor columns = node.Input(0);
        int[] image = [.. node.Input(1).Integers.Select(static size => (int)size)];
        int[] block = [.. node.Input(2).Integers.Select(static size => (int)size)];
        var relation = new Relation(OnnxAxes.Of(node, image, block));
        Tensor<float> x = Im2Col<float>.Images(relation, OnnxShapes.Tensor(columns.Floats, columns.Shape));
        double[] oracle = OnnxShapes.Elements(Im2Col<double>.Images(relation, OnnxShapes.Tensor(columns.Doubles, columns.Shape)));
        double[] magnitudes = OnnxShapes.Elements(
            Im2Col<double>.Images(relation, OnnxShapes.Tensor([.. columns.Doubles.Select(Math.Abs)], columns.Shape)));
        Assert.That(OnnxShapes.Sizes(x), Is.EqualTo(node.Expected.Shape));
        FloatBound.Holds("published", node.Expected.Floats, oracle, magnitudes, relation.Taps);
        FloatBound.Holds("scalar", OnnxShapes.Elements(x), oracle, magnitudes, relation.Taps);
    }
}
