using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Computes one or more pieces of a layer, band by band and panel by panel. Everything about its shapes is worked out once; a run only
/// moves numbers.
/// </summary>
internal abstract class TileEngine<T>
{
    /// <summary>An engine for some pieces of a layer, with panels of so many result channels.</summary>
    protected TileEngine(Layer layer, int panelWidth) => (Layer, Panels) = (layer, (layer.ResultChannels + panelWidth - 1) / panelWidth);

    /// <summary>Bands.</summary>
    public abstract int Bands { get; }

    /// <summary>Panels of result channels in a group.</summary>
    public int Panels { get; }

    /// <summary>Elements of a worker's stored image, with what a tile may read beyond its end.</summary>
    public abstract int ImageLength { get; }

    /// <summary>Elements of a worker's tile.</summary>
    public abstract int TileLength { get; }

    /// <summary>The whole.</summary>
    protected Layer Layer { get; }

    /// <summary>Gives back the memory of weights that were packed, if any were; nothing can be computed afterwards.</summary>
    public virtual void Release()
    {
    }

    /// <summary>Stores the image that a band of a group reads.</summary>
    /// <param name="worker">Who stores it.</param>
    /// <param name="band">Number of the band.</param>
    /// <param name="x">The group's channels of one image.</param>
    /// <param name="zerosStand">
    /// Whether the worker last stored this band of another group or image, so that the zeros are in their places.
    /// </param>
    public abstract void Store(Worker<T> worker, int band, ReadOnlySpan<T> x, bool zerosStand);

    /// <summary>Computes panels of a band whose image is stored.</summary>
    /// <param name="worker">Who stored it.</param>
    /// <param name="band">Number of the band.</param>
    /// <param name="group">Number of the group.</param>
    /// <param name="firstPanel">First panel.</param>
    /// <param name="endPanel">Behind the last panel.</param>
    /// <param name="x">The group's channels of one image.</param>
    /// <param name="y">Receives the results: the group's channels of one image.</param>
    public abstract void Compute(Worker<T> worker, int band, int group, int firstPanel, int endPanel, ReadOnlySpan<T> x, Span<T> y);
}
