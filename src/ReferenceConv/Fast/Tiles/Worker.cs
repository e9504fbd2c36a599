namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// What one thread keeps for itself: the stored image of the band it works on, and one tile of the output on its way out.
/// </summary>
internal sealed class Worker<T>(int imageLength, int tileLength)
{
    private readonly AlignedBuffer<T> image = new(imageLength);
    private readonly AlignedBuffer<T> tile = new(tileLength);

    /// <summary>The stored image.</summary>
    public Span<T> Image => image.Span;

    /// <summary>Tiles on their way out.</summary>
    public Span<T> Tile => tile.Span;

    /// <summary>Gives its memory back.</summary>
    public void Release()
    {
        image.Release();
        tile.Release();
    }

    /// <summary>Which band's image is stored, as the first of its items; null if none.</summary>
    public Item? Stored { get; set; }

    /// <summary>Which band of which engine was stored last, of any image and group: where its zeros are; negative if none.</summary>
    public int Layout { get; set; } = -1;
}
