using ReferenceConv.Benchmarks.Peers.Layers;
using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks.Peers.OnnxRuntime;

/// <summary>
/// An ONNX model of one node, <c>Conv</c> or <c>ConvTranspose</c>, from x to y. The weights are an initializer, so that a runtime
/// may lay them out anew once. Field numbers are those of onnx.proto.
/// </summary>
internal static class OnnxModel
{
    private const int IrVersion = 8;
    private const int OperatorSet = 13;
    private const int FloatType = 1;
    private const int IntAttribute = 2;
    private const int IntsAttribute = 7;

    /// <summary>The model as bytes.</summary>
    public static byte[] Of(NetworkLayer layer, ReadOnlySpan<float> w)
    {
        ProtobufWriter graph = new ProtobufWriter()
            .Message(1, Node(layer))
            .Text(2, "layer")
            .Message(5, new ProtobufWriter().Numbers(1, layer.Geometry.WeightShape).Number(2, FloatType).Text(8, "w").Floats(9, w))
            .Message(11, Value("x", layer.InputShape))
            .Message(12, Value("y", layer.OutputShape));
        return new ProtobufWriter()
            .Number(1, IrVersion)
            .Message(7, graph)
            .Message(8, new ProtobufWriter().Text(1, "").Number(2, OperatorSet))
            .ToArray();
    }

    /// <summary>ConvTranspose takes its weights as [in, out/g, …], which is what the convolution it transposes calls [K, C/g, …].</summary>
    private static ProtobufWriter Node(NetworkLayer layer)
    {
        IReadOnlyList<Axis> axes = layer.Geometry.Axes;
        return new ProtobufWriter()
            .Text(1, "x")
            .Text(1, "w")
            .Text(2, "y")
            .Text(4, layer.IsTransposed ? "ConvTranspose" : "Conv")
            .Message(5, Attribute("kernel_shape", axes.Select(static axis => axis.Kernel)))
            .Message(5, Attribute("strides", axes.Select(static axis => axis.Stride)))
            .Message(5, Attribute("dilations", axes.Select(static axis => axis.Dilation)))
            .Message(5, Attribute("pads", [.. axes.Select(static axis => axis.Begin), .. axes.Select(static axis => axis.End)]))
            .Message(5, new ProtobufWriter().Text(1, "group").Number(3, layer.Geometry.Groups).Number(20, IntAttribute));
    }

    private static ProtobufWriter Attribute(string name, IEnumerable<int> values) =>
        new ProtobufWriter().Text(1, name).Numbers(8, values).Number(20, IntsAttribute);

    private static ProtobufWriter Value(string name, IEnumerable<int> shape)
    {
        var dimensions = new ProtobufWriter();
        foreach (int size in shape)
            dimensions.Message(1, new ProtobufWriter().Number(1, size));
        ProtobufWriter tensor = new ProtobufWriter().Number(1, FloatType).Message(2, dimensions);
        return new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter().Message(1, tensor));
    }
}
