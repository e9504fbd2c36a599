using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;
using ReferenceConv.Fast.Layout;
using ReferenceConv.Fast.Tiles;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast;

/// <summary>
/// The top rung. <see cref="Prepare"/> packs the weights and lays out the loops once for a geometry; what it returns runs as often as there
/// are inputs. The methods of <see cref="IConvolution{T}"/> prepare and run in one call.
/// </summary>
/// <remarks>
/// y[n,k,o] = b[k] + Σ x[n,c,i] · w[k,c,r], the zeros of a border multiplied like any number, except in whole rows of them, which are left
/// out. The order of a sum depends on the geometry and the vector width, never on the number of threads. The weight gradient, and the data
/// gradient of tiled convolutions and of borders other than zeros, are those of <see cref="Im2ColConvolution{T}"/>.
/// </remarks>
/// <typeparam name="T">
/// Any number that can be added and multiplied; float, double and the integers of 32 and 64 bits go through vectors.
/// </typeparam>
public sealed class FastConvolution<T> : IConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    private readonly int threads;
    private readonly Tiling? tiling;
    private readonly Im2ColConvolution<T> textbook = new();

    /// <summary>A convolution for this machine.</summary>
    /// <param name="threads">Threads that a preparation or a run may use, ≥ 1.</param>
    /// <param name="width">
    /// Bits of a vector; the widest that the processor has if left out. Others are put together from what it has.
    /// </param>
    /// <param name="tiling">What lies in the lanes; chosen by the shape if left out.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public FastConvolution(int threads = 1, VectorWidth? width = null, Tiling? tiling = null)
    {
        this.threads = Require.AtLeast(1, threads, "threads");
        Require.That(
            width is null || Enum.IsDefined(width.Value),
            $"vector width must be one of {string.Join(", ", Enum.GetNames<VectorWidth>())}, was {width}");
        Require.That(
            tiling is null || Enum.IsDefined(tiling.Value),
            $"tiling must be one of {string.Join(", ", Enum.GetNames<Tiling>())}, was {tiling}");
        this.tiling = tiling;
        Width = HasVectors ? width ?? Widest : VectorWidth.Scalar;
    }

    /// <summary>Bits of a vector in use; rows that are shorter may go through narrower ones.</summary>
    public VectorWidth Width { get; }

    private static bool HasVectors =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        || typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(long) || typeof(T) == typeof(ulong);

    private static VectorWidth Widest =>
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512 : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256 : VectorWidth.Bits128;

    /// <summary>Packs the weights of a forward convolution: y[n,k,o] = b[k] + Σ x[n,c,i] · w[k,c,r].</summary>
    /// <param name="geometry">What meets what.</param>
    /// <param name="w">Weights [K, C/g, r…], or [t…, K, C/g, r…] if tiled; copied.</param>
    /// <param name="bias">K numbers, or empty for none; copied.</param>
    /// <exception cref="ArgumentException">A length is not the geometry's.</exception>
    public PreparedConvolution<T> Prepare(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> bias = default)
    {
        CheckLengths(geometry, w.Length, bias.Length, geometry.OutChannels);
        return Pack(Layer.Forward(geometry), w, bias);
    }

    /// <summary>
    /// Packs the weights of a transposed convolution: y[n,c,i] = b[c] + Σ w[k,c,r] · x[n,k,o]. It goes by stride phases: results with the
    /// same remainder of i + p₀ by the stride meet the same taps, and are a convolution at stride one with these; no zero is inserted.
    /// </summary>
    /// <param name="geometry">The convolution that is transposed: not tiled, with borders of zeros.</param>
    /// <param name="w">Weights [K, C/g, r…]; copied.</param>
    /// <param name="bias">C numbers, or empty for none; copied.</param>
    /// <exception cref="ArgumentException">A length is not the geometry's, an axis is tiled, or a border is not of zeros.</exception>
    public PreparedConvolution<T> PrepareTransposed(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> bias = default)
    {
        CheckLengths(geometry, w.Length, bias.Length, geometry.InChannels);
        Require.That(
            HasPhases(geometry),
            $"a transposed convolution by stride phases must not be tiled, and its borders must be zeros, was {geometry}");
        return Pack(Layer.Transposed(geometry), w, bias);
    }

    /// <inheritdoc/>
    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, Span<T> y)
    {
        ContiguousSpans.Assert(geometry, x.Length, w.Length, y.Length);
        using PreparedConvolution<T> prepared = Prepare(geometry, w, bias);
        prepared.Run(x, y);
    }

    /// <inheritdoc/>
    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> dy, Span<T> dx)
    {
        ContiguousSpans.Assert(geometry, dx.Length, w.Length, dy.Length);
        if (!HasPhases(geometry))
        {
            textbook.DataGradient(geometry, w, dy, dx);
            return;
        }

        using PreparedConvolution<T> prepared = PrepareTransposed(geometry, w);
        prepared.Run(dy, dx);
    }

    /// <inheritdoc/>
    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dw) =>
        textbook.WeightGradient(geometry, x, dy, dw);

    private static bool HasPhases(ConvolutionGeometry geometry) =>
        !geometry.IsTiled && geometry.Axes.All(static axis => axis.Border == Border.Zeros);

    private static void CheckLengths(ConvolutionGeometry geometry, int weights, int bias, int channels)
    {
        Require.That(weights == geometry.WeightLength, $"w must have {geometry.WeightLength} elements, had {weights}");
        Require.That(bias == 0
            || bias == channels, $"bias must have one number per channel that is written, {channels}, or none, had {bias}");
    }

    private PreparedConvolution<T> Pack(Layer layer, ReadOnlySpan<T> w, ReadOnlySpan<T> bias)
    {
        var engines = new List<TileEngine<T>>();
        foreach (ImmutableArray<Piece> family in Piece.Families(layer.Pieces))
            engines.AddRange(EngineChoice<T>.Of(layer, family, tiling, Width, threads, w, bias));
        return new PreparedConvolution<T>(layer, [.. engines], threads);
    }
}
