using System.Collections.Immutable;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>Computes a piece of a layer, band by band and panel by panel. Everything about its shapes is worked out once; a run only moves numbers.</summary>
internal abstract class TileEngine<T>
{
    /// <summary>Prepares the bands of a piece.</summary>
    protected TileEngine(Layer layer, ImmutableArray<Band> bands) => (Layer, Bands) = (layer, bands);

    /// <summary>Panels of result channels in a group.</summary>
    public abstract int Panels { get; }

    /// <summary>Elements of a worker's stored image, with what a tile may read beyond its end.</summary>
    public abstract int ImageLength { get; }

    /// <summary>Elements of a worker's tile.</summary>
    public abstract int TileLength { get; }

    /// <summary>The bands of the piece.</summary>
    public ImmutableArray<Band> Bands { get; }

    /// <summary>The whole.</summary>
    protected Layer Layer { get; }

    /// <summary>Stores the image that a band of a group reads.</summary>
    /// <param name="worker">Who stores it.</param>
    /// <param name="band">Number of the band.</param>
    /// <param name="x">The group's channels of one image.</param>
    public abstract void Store(Worker<T> worker, int band, ReadOnlySpan<T> x);

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
