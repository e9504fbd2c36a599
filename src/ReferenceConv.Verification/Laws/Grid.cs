using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>Row-major coordinates in a shape, and rearranging arrays by them.</summary>
internal sealed class Grid(params IEnumerable<int> shape)
{
    private readonly ImmutableArray<int> shape = [.. shape];

    /// <summary>How many elements there are.</summary>
    public int Length => shape.Aggregate(1, static (length, size) => length * size);

    /// <summary>The coordinates of a flat index.</summary>
    public int[] Coordinates(int index) => RowMajor.Coordinates(index, shape.AsSpan());

    /// <summary>The flat index of coordinates, or null if they lie outside.</summary>
    public int? Index(ReadOnlySpan<int> coordinates)
    {
        for (int a = 0; a < shape.Length; a++)
            if (coordinates[a] < 0 || coordinates[a] >= shape[a])
                return null;

        return RowMajor.Index(coordinates, shape.AsSpan());
    }

    /// <summary>
    /// A new array of this shape, of images and channels and then positions: at every place the element of the same image and channel whose
    /// position on each axis is <paramref name="origin"/>, or <paramref name="nothing"/> if that lies outside.
    /// </summary>
    /// <param name="source">The shape of the elements.</param>
    /// <param name="elements">What is rearranged.</param>
    /// <param name="nothing">What stands where nothing comes from.</param>
    /// <param name="origin">(position here, spatial axis) ↦ position there; negative is outside.</param>
    public T[] Gather<T>(Grid source, T[] elements, T nothing, Func<int, int, int> origin)
    {
        var gathered = new T[Length];
        for (int e = 0; e < gathered.Length; e++)
        {
            int[] place = Coordinates(e);
            for (int a = 2; a < place.Length; a++)
                place[a] = origin(place[a], a - 2);
            gathered[e] = source.Index(place) is { } index ? elements[index] : nothing;
        }

        return gathered;
    }
}
