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

    /// <summary>The same where there are no panels.</summary>
    private const int SingleImageElements = 64 * 1024;

    /// <summary>Pixels of a plane from which reading it as it stands beats storing it: measured between 14 × 14 and 28 × 28.</summary>
    private const int LargePlane = 512;

    /// <summary>Numbers that one tile may read of an image as it stands, three vectors of every channel: a first-level cache of 48 KB.</summary>
    private const int TileElements = 12 * 1024;

    /// <summary>Engines that together compute the family.</summary>
    /// <param name="layer">The whole.</param>
    /// <param name="family">The pieces.</param>
    /// <param name="tiling">What lies in the lanes, or null to choose by the shape.</param>
    /// <param name="width">Bits of a vector.</param>
    /// <param name="w">The weights.</param>
    /// <param name="bias">The bias, or empty.</param>
    public static IEnumerable<TileEngine<T>> Of(
        Layer layer, ImmutableArray<Piece> family, Tiling? tiling, VectorWidth width, ReadOnlySpan<T> w, ReadOnlySpan<T> bias) =>
        width switch
        {
            VectorWidth.Bits512 => Of<Vector512<T>, Lanes512<T>, Registers32>(layer, family, tiling, w, bias),
            VectorWidth.Bits256 => Of<Vector256<T>, Lanes256<T>, Registers16>(layer, family, tiling, w, bias),
            VectorWidth.Bits128 => Of<Vector128<T>, Lanes128<T>, Registers16>(layer, family, tiling, w, bias),
            _ => Of<T, ScalarLane<T>, Registers16>(layer, family, tiling, w, bias),
        };

    private static List<TileEngine<T>> Of<TVector, TLanes, TRegisters>(
        Layer layer, ImmutableArray<Piece> family, Tiling? tiling, ReadOnlySpan<T> w, ReadOnlySpan<T> bias)
        where TLanes : ILanes<T, TVector>
        where TRegisters : IRegisters
    {
        tiling ??= Suited<TLanes, TVector>(layer, family);
        if (tiling == Tiling.Channels)
            return [new ChannelTiles<T, TVector, TLanes, TRegisters>(layer, family, ImageElements, w, bias, T.AdditiveIdentity)];

        var engines = new List<TileEngine<T>>();
        foreach (Piece piece in family)
            if (tiling == Tiling.Rows && RingPlan.Suits(layer, piece))
                engines.Add(new RowRing<T, TVector, TLanes>(layer, piece, SingleImageElements, w, bias, T.AdditiveIdentity));
            else
                engines.Add(new PixelTiles<T, TVector, TLanes, TRegisters>(layer, piece, ImageElements, w, bias, T.AdditiveIdentity));
        return engines;
    }

    private static Tiling Suited<TLanes, TVector>(Layer layer, ImmutableArray<Piece> family)
        where TLanes : ILanes<T, TVector>
    {
        if (family.Length > 1)
            return Tiling.Channels;
        if (RingPlan.Suits(layer, family[0]))
            return Tiling.Rows;
        bool asItStands = family[0].ReadsInputAsItStands(layer.InSizes)
            && layer.ResultPlane >= LargePlane && layer.InChannels * 3 * TLanes.Count <= TileElements;
        return asItStands || layer.ResultChannels < TLanes.Count ? Tiling.Pixels : Tiling.Channels;
    }
}
