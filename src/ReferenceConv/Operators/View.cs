namespace ReferenceConv.Operators;

/// <summary>A flat array written as <c>y[n, k][o]</c>: images, channels, positions.</summary>
internal readonly ref struct View<T>(Span<T> elements, int channels, int positions)
{
    private readonly Span<T> elements = elements;

    /// <summary>The positions of channel c of image n.</summary>
    public Span<T> this[int n, int c] => elements.Slice((n * channels + c) * positions, positions);
}
