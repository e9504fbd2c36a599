using System.Collections.Immutable;

namespace ReferenceConv.Verification.Cases;

/// <summary>An array of an operator: its name in the formulas and its sizes.</summary>
/// <param name="Name">x, w, bias, y, dx, dy, dw or db.</param>
/// <param name="Sizes">One per axis, the slowest first.</param>
public sealed record ArrayShape(string Name, ImmutableArray<int> Sizes)
{
    /// <summary>Number of elements.</summary>
    public int Length { get; } = Sizes.Aggregate(1, static (product, size) => product * size);

    /// <summary>For example <c>dx[0, 3, 12]</c>.</summary>
    public string At(int index) => $"{Name}[{string.Join(", ", RowMajor.Coordinates(index, Sizes.AsSpan()))}]";
}
