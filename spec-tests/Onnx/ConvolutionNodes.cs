using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Onnx;

/// <summary>Conv, ConvTranspose and ConvInteger, through the scalar path, through im2col and through the fast path.</summary>
internal static class ConvolutionNodes
{
    public static void Conv(OnnxNode node)
    {
        (OnnxTensor x, OnnxTensor w) = (node.Input(0), node.Input(1));
        int groups = node.Integer("group", 1);
        var geometry = new ConvolutionGeometry(x.Shape[0], x.Shape[1], w.Shape[0], groups, OnnxAxes.Of(node, x.Spatial, w.Spatial));
        Assert.That(geometry.OutputShape, Is.EqualTo(node.Expected.Shape));
        Judge(node, (geometry.GroupInChannels * geometry.Relation.Taps) + 1, new Forward(geometry));
    }

    public static void ConvTranspose(OnnxNode node)
    {
        (OnnxTensor x, OnnxTensor w) = (node.Input(0), node.Input(1));
        int groups = node.Integer("group", 1);
        var geometry =
            new ConvolutionGeometry(x.Shape[0], w.Shape[1] * groups, x.Shape[1], groups, OnnxAxes.Transposed(node, x.Spatial, w.Spatial));
        Assert.That(geometry.InputShape, Is.EqualTo(node.Expected.Shape));
        Judge(node, (geometry.GroupOutChannels * geometry.Relation.Taps) + 1, new Transposed(geometry));
    }

    /// <summary>y = Σ (x − x₀)(w − w₀), in 32-bit integers; padding stands for x₀.</summary>
    public static void ConvInteger(OnnxNode node)
    {
        (OnnxTensor x, OnnxTensor w) = (node.Input(0), node.Input(1));
        int[] centredX = Centred(x, node.Optional(2));
        int[] centredW = Centred(w, node.Optional(3));
        var geometry = new ConvolutionGeometry(
            x.Shape[0], x.Shape[1], w.Shape[0], node.Integer("group", 1), OnnxAxes.Of(node, x.Spatial, w.Spatial));
        int[] expected = [.. node.Expected.Integers.Select(static number => (int)number)];
        Assert.That(geometry.OutputShape, Is.EqualTo(node.Expected.Shape));
        Assert.That(new Forward(geometry).Sum(new ScalarConvolution<int>(), centredX, centredW, []), Is.EqualTo(expected), "scalar");
        Assert.That(new Forward(geometry).Sum(new Im2ColConvolution<int>(), centredX, centredW, []), Is.EqualTo(expected), "im2col");
        Assert.That(new Forward(geometry).Sum(new FastConvolution<int>(), centredX, centredW, []), Is.EqualTo(expected), "fast");
    }

    private static void Judge(OnnxNode node, int terms, IDirection direction)
    {
        (OnnxTensor x, OnnxTensor w, OnnxTensor bias) = (node.Input(0), node.Input(1), node.Optional(2) ?? new OnnxTensor([0], [], []));
        double[] oracle = direction.Sum(new ScalarConvolution<double>(), x.Doubles, w.Doubles, bias.Doubles);
        double[] magnitudes = direction.Sum(new ScalarConvolution<double>(), Abs(x.Doubles), Abs(w.Doubles), Abs(bias.Doubles));
        FloatBound.Holds("published", node.Expected.Floats, oracle, magnitudes, terms);
        FloatBound.Holds(
            "scalar", direction.Sum(new ScalarConvolution<float>(), x.Floats, w.Floats, bias.Floats), oracle, magnitudes, terms);
        FloatBound.Holds(
            "im2col", direction.Sum(new Im2ColConvolution<float>(), x.Floats, w.Floats, bias.Floats), oracle, magnitudes, terms);
        FloatBound.Holds("fast", direction.Sum(new FastConvolution<float>(), x.Floats, w.Floats, bias.Floats), oracle, magnitudes, terms);
    }

    private static double[] Abs(double[] numbers) => [.. numbers.Select(Math.Abs)];

    /// <summary>The numbers less their zero point: none, one for the whole tensor, or one per slice of the first axis.</summary>
    private static int[] Centred(OnnxTensor tensor, OnnxTensor? zero)
    {
        long[] zeros = zero?.Integers ?? [0];
        int slice = tensor.Integers.Length / zeros.Length;
        return [.. tensor.Integers.Select((number, e) => (int)(number - zeros[e / slice]))];
    }

    /// <summary>A sum over the relation in one of its two directions.</summary>
    private interface IDirection
    {
        T[] Sum<T>(IConvolution<T> convolution, T[] x, T[] w, T[] bias)
            where T : IAdditionOperators<T, T, T>;
    }

    private sealed record Forward(ConvolutionGeometry Geometry) : IDirection
    {
        public T[] Sum<T>(IConvolution<T> convolution, T[] x, T[] w, T[] bias)
            where T : IAdditionOperators<T, T, T>
        {
            var y = new T[Geometry.OutputLength];
            convolution.Forward(Geometry, x, w, bias, y);
            return y;
        }
    }

    private sealed record Transposed(ConvolutionGeometry Geometry) : IDirection
    {
        public T[] Sum<T>(IConvolution<T> convolution, T[] x, T[] w, T[] bias)
            where T : IAdditionOperators<T, T, T> => OnnxShapes.Elements(convolution.Transposed(
                Geometry,
                OnnxShapes.Tensor(x, [.. Geometry.OutputShape]),
                OnnxShapes.Tensor(w, [.. Geometry.WeightShape]),
                bias));
    }
}
