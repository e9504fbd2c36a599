using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;
using ReferenceConv.Fast.Tiles;

namespace ReferenceConv.Fast;

/// <summary>Which engine computes a family of pieces, with which vectors and tile shapes.</summary>
internal static class EngineChoice<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>Numbers of a stored image: with a panel of weights it shall stay in a second-level cache of 1 MB.</summary>
    private const int ImageElements = 96 * 1024;

    /// <summary>The same where every band reads many weights again: fewer bands are worth a cache that is nearly full.</summary>
    private const int LargeImageElements = 128 * 1024;

    /// <summary>
    /// Numbers of an input that the bands of all threads read as it stands: nothing has to stay in a cache, and the fewer bands the fewer
    /// short tiles at their ends.
    /// </summary>
    private const int StandingElements = 384 * 1024;

    /// <summary>Weights of a group that no second-level cache keeps: 2 MB of float.</summary>
    private const int ManyWeights = 512 * 1024;

    /// <summary>
    /// Pixels of a plane from which reading it as it stands beats storing it, if a tile reads more than half of a first-level cache:
    /// measured between 14 × 14 and 28 × 28.
    /// </summary>
    private const int LargePlane = 512;

    /// <summary>Numbers of a band of long rows: 16 rows of 1024 results under five rows of taps.</summary>
    private const int FlatElements = 24 * 1024;

    /// <summary>Numbers of a first-level cache of 48 KB.</summary>
    private const int FirstCacheElements = 12 * 1024;

    /// <summary>Engines that together compute the family.</summary>
    /// <param name="layer">The whole.</param>
    /// <param name="family">The pieces.</param>
    /// <param name="tiling">What lies in the lanes, or null to choose by the shape.</param>
    /// <param name="width">Bits of a vector.</param>
    /// <param name="threads">Threads that share the packing of the weights.</param>
    /// <param name="w">The weights.</param>
    /// <param name="bias">The bias, or empty.</param>
    public static IEnumerable<TileEngine<T>> Of(
        Layer layer, ImmutableArray<Piece> family, Tiling? tiling, VectorWidth width, int threads, ReadOnlySpan<T> w, ReadOnlySpan<T> bias) =>
        width switch
        {
            VectorWidth.Bits512 => Of<Vector512<T>, Lanes512<T>, Registers32>(layer, family, tiling, width, threads, w, bias),
            VectorWidth.Bits256 => Of<Vector256<T>, Lanes256<T>, Registers16>(layer, family, tiling, width, threads, w, bias),
            VectorWidth.Bits128 => Of<Vector128<T>, Lanes128<T>, Registers16>(layer, family, tiling, width, threads, w, bias),
            _ => Of<T, ScalarLane<T>, Registers16>(layer, family, tiling, width, threads, w, bias),
        };

    private static List<TileEngine<T>> Of<TVector, TLanes, TRegisters>(
        Layer layer, ImmutableArray<Piece> family, Tiling? tiling, VectorWidth width, int threads, ReadOnlySpan<T> w, ReadOnlySpan<T> bias)
        where TLanes : ILanes<T, TVector>
        where TRegisters : IRegisters
    {
        tiling ??= Suited<TLanes, TVector>(layer, family);
        if (tiling == Tiling.Channels)
        {
            int elements = w.Length / layer.Groups < ManyWeights ? ImageElements : LargeImageElements;
            return [new ChannelTiles<T, TVector, TLanes, TRegisters>(layer, family, elements, w, bias, T.AdditiveIdentity, threads)];
        }

        var engines = new List<TileEngine<T>>();
        foreach (Piece piece in family)
            if (tiling == Tiling.Rows && NineTapsOf(layer, piece, width, w, bias) is { } nineTaps)
                engines.Add(nineTaps);
            else if (tiling == Tiling.Rows && RingPlan.Suits(layer, piece))
                foreach (Piece part in RingPlan.ApartFromEdges(piece, TLanes.Count))
                    engines.Add(new RowRing<T, TVector, TLanes>(layer, part, RingElements(layer, piece), w, bias, T.AdditiveIdentity));
            else
            {
                bool stands = piece.ReadsInputAsItStands(layer.InSizes) && piece.StandsInBands && piece.FillsVectors(TLanes.Count);
                int elements = stands ? Math.Max(ImageElements, StandingElements / threads) : ImageElements;
                engines.Add(new PixelTiles<T, TVector, TLanes, TRegisters>(layer, piece, elements, w, bias, T.AdditiveIdentity, threads));
            }
        return engines;
    }

    /// <summary>
    /// Long rows lie on pages of memory of their own, and a processor keeps few pages at hand: twice as fast in bands of few rows, unless
    /// there are several passes, which would read and add much beyond the edges of flat bands.
    /// </summary>
    private static int RingElements(Layer layer, Piece piece) =>
        layer.HasLongRows && piece.Slices[1].Taps.Length <= RingPlan.MostRows ? FlatElements : ImageElements;

    /// <summary>
    /// The rings of nine taps, with the widest vectors that a row can fill; null if the piece is not for them. Long rows, which lie a page
    /// of memory apart or more, would push each other out of the first-level cache if there were many.
    /// </summary>
    private static TileEngine<T>? NineTapsOf(Layer layer, Piece piece, VectorWidth width, ReadOnlySpan<T> w, ReadOnlySpan<T> bias)
    {
        int elements = layer.HasLongRows ? FirstCacheElements : ImageElements;
        if (width >= VectorWidth.Bits512 && NineTapPlan.Suits(layer, piece, Vector512<T>.Count))
            return new NineTaps<T, Vector512<T>, Lanes512<T>>(layer, piece, elements, w, bias, T.AdditiveIdentity);
        if (width >= VectorWidth.Bits256 && NineTapPlan.Suits(layer, piece, Vector256<T>.Count))
            return new NineTaps<T, Vector256<T>, Lanes256<T>>(layer, piece, elements, w, bias, T.AdditiveIdentity);
        if (width >= VectorWidth.Bits128 && NineTapPlan.Suits(layer, piece, Vector128<T>.Count))
            return new NineTaps<T, Vector128<T>, Lanes128<T>>(layer, piece, elements, w, bias, T.AdditiveIdentity);
        return NineTapPlan.Suits(layer, piece, 1)
            ? new NineTaps<T, T, ScalarLane<T>>(layer, piece, elements, w, bias, T.AdditiveIdentity)
            : null;
    }

    private static Tiling Suited<TLanes, TVector>(Layer layer, ImmutableArray<Piece> family)
        where TLanes : ILanes<T, TVector>
    {
        if (family.Length > 1)
            return Tiling.Channels;
        if (RingPlan.Suits(layer, family[0]))
            return Tiling.Rows;
        int tile = 3 * TLanes.Count;
        int read = layer.InChannels * tile;
        bool asItStands = family[0].ReadsInputAsItStands(layer.InSizes) && family[0].FillsVectors(TLanes.Count)
            && (read <= FirstCacheElements / 2 ? layer.ResultPlane >= tile : read <= FirstCacheElements && layer.ResultPlane >= LargePlane);
        bool fewInputs = layer.InChannels < TLanes.Count && family[0].Slices[2].Results >= TLanes.Count;
        return asItStands || fewInputs || layer.ResultChannels < TLanes.Count ? Tiling.Pixels : Tiling.Channels;
    }
}
