using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ReferenceConv.Verification.Laws;

/// <summary>Flat arrays as tensors, and back.</summary>
internal static class Tensors
{
    /// <summary>The tensor of this shape over these elements.</summary>
    public static Tensor<T> Of<T>(T[] elements, ImmutableArray<int> shape) =>
        Tensor.Create(elements, [.. shape.Select(static size => (nint)size)]);

    /// <summary>The elements of a tensor, row-major.</summary>
    public static T[] Elements<T>(this Tensor<T> tensor)
    {
        var elements = new T[tensor.FlattenedLength];
        tensor.FlattenTo(elements);
        return elements;
    }
}
