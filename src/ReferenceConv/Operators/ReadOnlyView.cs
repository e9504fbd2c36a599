namespace ReferenceConv.Operators;

/// <summary>A flat array read as <c>x[n, c][i]</c>: images, channels, positions.</summary>
internal readonly ref struct ReadOnlyView<T>(ReadOnlySpan<T> elements, int channels, int positions)
{
    private readonly ReadOnlySpan<T> elements = elements;

    /// <summary>The positions of channel c of image n.</summary>
    public ReadOnlySpan<T> this[int n, int c] => elements.Slice((n * channels + c) * positions, positions);
}
