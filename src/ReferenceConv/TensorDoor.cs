using System.Numerics.Tensors;
using ReferenceConv.Geometry;

namespace ReferenceConv;

/// <summary>Where tensors come in and go out: shapes are checked, and inside there are only contiguous row-major arrays.</summary>
internal static class TensorDoor
{
    /// <summary>The elements of a tensor in row-major order; copied only if they do not lie so already.</summary>
    /// <exception cref="ArgumentException">The tensor has another shape, or more elements than an array can hold.</exception>
    public static ReadOnlySpan<T> Enter<T>(in ReadOnlyTensorSpan<T> tensor, ReadOnlySpan<int> shape, string name)
    {
        bool same = tensor.Lengths.Length == shape.Length;
        for (int a = 0; same && a < shape.Length; a++)
            same = tensor.Lengths[a] == shape[a];
        if (!same)
            throw new ArgumentException($"{name} must have the shape [{Text(shape)}], had [{Text(tensor.Lengths)}]");

        int length = Require.Elements($"elements of {name}", shape);
        if (length == 0)
            return [];
        if (tensor.IsDense && tensor.TryGetSpan(new nint[tensor.Rank], length, out ReadOnlySpan<T> elements))
            return elements;

        var copy = new T[length];
        tensor.FlattenTo(copy);
        return copy;
    }

    /// <summary>The tensor over these elements.</summary>
    public static Tensor<T> Leave<T>(T[] elements, ReadOnlySpan<int> shape)
    {
        var lengths = new nint[shape.Length];
        for (int a = 0; a < shape.Length; a++)
            lengths[a] = shape[a];
        return Tensor.Create(elements, lengths);
    }

    private static string Text<TSize>(ReadOnlySpan<TSize> sizes) => string.Join(", ", sizes.ToArray());
}
