using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;
using ReferenceConv.Fast.Tiles;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast;

/// <summary>The top rung.</summary>
/// <typeparam name="T">Any number that can be added and multiplied; float and double go through vectors.</typeparam>
public sealed class FastConvolution<T> : IConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    private readonly int threads;
    private readonly Im2ColConvolution<T> textbook = new();

    /// <summary>A convolution on some threads.</summary>
    public FastConvolution(int threads = 1, VectorWidth? width = null)
    {
        this.threads = Require.AtLeast(1, threads, "threads");
        Width = width ?? (Vector512.IsHardwareAccelerated ? VectorWidth.Bits512 : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256 : VectorWidth.Bits128);
        if (!Vector128<T>.IsSupported)
            Width = VectorWidth.Scalar;
    }

    /// <summary>The width in use.</summary>
    public VectorWidth Width { get; }

    /// <summary>Packs the weights of a forward convolution.</summary>
    public PreparedConvolution<T> Prepare(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> bias = default) =>
        Prepare(Layer.Forward(geometry), w, bias);

    /// <summary>Packs the weights of a transposed convolution.</summary>
    public PreparedConvolution<T> PrepareTransposed(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> bias = default) =>
        Prepare(Layer.Transposed(geometry), w, bias);

    /// <inheritdoc/>
    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, Span<T> y)
    {
        ContiguousSpans.Assert(geometry, x.Length, w.Length, y.Length);
        Prepare(geometry, w, bias).Run(x, y);
    }

    /// <inheritdoc/>
    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> dy, Span<T> dx)
    {
        ContiguousSpans.Assert(geometry, dx.Length, w.Length, dy.Length);
        if (geometry.IsTiled || geometry.Axes.Any(static axis => axis.Border != Border.Zeros))
            textbook.DataGradient(geometry, w, dy, dx);
        else
            PrepareTransposed(geometry, w).Run(dy, dx);
    }

    /// <inheritdoc/>
    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dw) =>
        textbook.WeightGradient(geometry, x, dy, dw);

    private PreparedConvolution<T> Prepare(Layer layer, ReadOnlySpan<T> w, ReadOnlySpan<T> bias)
    {
        var engines = new TileEngine<T>[layer.Pieces.Length];
        for (int p = 0; p < engines.Length; p++)
            engines[p] = Width switch
            {
                VectorWidth.Bits512 => Engine<Vector512<T>, Lanes512<T>, TwoStripsOfSeven, EightChannels>(layer, layer.Pieces[p], w, bias),
                VectorWidth.Bits256 => Engine<Vector256<T>, Lanes256<T>, TwoStripsOfThree, FourChannels>(layer, layer.Pieces[p], w, bias),
                VectorWidth.Bits128 => Engine<Vector128<T>, Lanes128<T>, TwoStripsOfThree, FourChannels>(layer, layer.Pieces[p], w, bias),
                _ => Engine<T, ScalarLane<T>, TwoStripsOfThree, FourChannels>(layer, layer.Pieces[p], w, bias),
            };
        return new PreparedConvolution<T>(layer, engines, threads);
    }

    private static TileEngine<T> Engine<TVector, TLanes, TChannels, TPixels>(Layer layer, Piece piece, ReadOnlySpan<T> w, ReadOnlySpan<T> bias)
        where TLanes : ILanes<T, TVector>
        where TChannels : ITileShape
        where TPixels : ITileShape
    {
        int force = int.Parse(Environment.GetEnvironmentVariable("FORCE") ?? "0");
        ImmutableArray<Band> bands = [.. piece.Bands(CacheElements / layer.InChannels, layer.ResultSizes)];
        if (force == 0 && RingPlan.Suits(layer, piece))
            return new RowRing<T, TVector, TLanes>(layer, piece, [.. piece.Bands(128 * 1024, layer.ResultSizes)], w, bias, T.AdditiveIdentity);
        bool direct = PixelTiles<T, TVector, TLanes, TPixels>.ReadsInputAsItStands(layer, piece) && layer.ResultPlane >= 512;
        if (force == 0 ? direct || layer.ResultChannels < TLanes.Count : force == 1)
        {
            if (layer.ResultChannels > TPixels.Rows / 2)
                return new PixelTiles<T, TVector, TLanes, TPixels>(layer, piece, bands, w, bias, T.AdditiveIdentity);
            if (layer.ResultChannels > TPixels.Rows / 4)
                return new PixelTiles<T, TVector, TLanes, HalfRows<TPixels>>(layer, piece, bands, w, bias, T.AdditiveIdentity);
            return new PixelTiles<T, TVector, TLanes, HalfRows<HalfRows<TPixels>>>(layer, piece, bands, w, bias, T.AdditiveIdentity);
        }

        return new ChannelTiles<T, TVector, TLanes, TChannels>(layer, piece, bands, w, bias, T.AdditiveIdentity);
    }

    private const int CacheElements = 96 * 1024;
}
