using System.Numerics.Tensors;

namespace ReferenceConv.SpecTests.Onnx;

/// <summary>Between flat arrays and the tensors of the operators.</summary>
internal static class OnnxShapes
{
    public static Tensor<T> Tensor<T>(T[] elements, int[] shape) =>
        System.Numerics.Tensors.Tensor.Create(elements, [.. shape.Select(static size => (nint)size)]);

    public static T[] Elements<T>(Tensor<T> tensor)
    {
        var elements = new T[tensor.FlattenedLength];
        tensor.FlattenTo(elements);
        return elements;
    }

    public static int[] Sizes<T>(Tensor<T> tensor) => [.. tensor.Lengths.ToArray().Select(static size => (int)size)];
}
