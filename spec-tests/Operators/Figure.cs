using System.Numerics.Tensors;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>Images as the lectures print them: numbers in rows, rows parted by <c>/</c>, channels by <c>|</c>.</summary>
internal static class Figure
{
    /// <summary>Lecture 2, 5×5 image.</summary>
    public const string Image = "1 0 0 1 2 / 0 0 0 3 0 / 0 1 2 1 1 / 1 1 3 0 0 / 3 0 0 0 1";

    /// <summary>Lecture 2, 3×3 kernel.</summary>
    public const string Kernel = "0 0 1 / 0 2 0 / 1 1 0";

    /// <summary>[1, C, rows, columns].</summary>
    public static Tensor<int> Read(string figure)
    {
        string[][] channels = [.. figure.Split('|').Select(static channel => channel.Split('/'))];
        int[] numbers = [.. channels.SelectMany(static rows => rows).SelectMany(Row)];
        return Tensor.Create(numbers, [1, channels.Length, channels[0].Length, Row(channels[0][0]).Length]);
    }

    /// <summary>[1, 1, length].</summary>
    public static Tensor<int> Line(string figure) => Tensor.Create(Row(figure), [1, 1, Row(figure).Length]);

    /// <summary>The numbers 1, 2, 3 … in a tensor of this shape.</summary>
    public static Tensor<int> Counting(params nint[] shape) =>
        Tensor.Create([.. Enumerable.Range(1, (int)shape.Aggregate((nint)1, static (product, size) => product * size))], shape);

    /// <summary>A tensor whose last axis is the columns and the one before the rows; further axes are written one after another.</summary>
    public static string Write<T>(Tensor<T> tensor)
    {
        T[] numbers = Elements(tensor);
        int columns = (int)tensor.Lengths[^1];
        int rows = tensor.Rank > 3 ? (int)tensor.Lengths[^2] : 1;
        return string.Join(" | ", numbers.Chunk(rows * columns).Select(
            channel => string.Join(" / ", channel.Chunk(columns).Select(static row => string.Join(" ", row)))));
    }

    /// <summary>The kernel turned by half a turn: all spatial axes reversed.</summary>
    public static Tensor<T> Rotated<T>(Tensor<T> w)
    {
        T[] numbers = Elements(w);
        int taps = numbers.Length / (int)(w.Lengths[0] * w.Lengths[1]);
        return Tensor.Create([.. numbers.Chunk(taps).SelectMany(static kernel => kernel.Reverse())], w.Lengths);
    }

    /// <summary>All elements, row-major.</summary>
    public static T[] Elements<T>(Tensor<T> tensor)
    {
        var numbers = new T[tensor.FlattenedLength];
        tensor.FlattenTo(numbers);
        return numbers;
    }

    private static int[] Row(string row) => [.. row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
