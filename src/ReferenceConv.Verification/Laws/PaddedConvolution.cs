using System.Numerics;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// The naive witness: the three sums over a <see cref="PaddedPicture"/>. It shares no line with the operators, the fast path or the
/// relation of the geometry. Slow on purpose.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public sealed class PaddedConvolution<T> : IConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <inheritdoc/>
    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, Span<T> y)
    {
        var picture = new PaddedPicture(geometry);
        T[] padded = picture.Pad(x);
        int positions = geometry.Batch == 0 ? 0 : y.Length / geometry.Batch / geometry.OutChannels;
        for (int e = 0; e < y.Length; e++)
            y[e] = bias.IsEmpty ? T.AdditiveIdentity : bias[e / positions % geometry.OutChannels];

        foreach ((int p, int r, int o) in picture.Meetings())
            y[o] += padded[p] * w[r];
    }

    /// <inheritdoc/>
    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> dy, Span<T> dx)
    {
        var picture = new PaddedPicture(geometry);
        var padded = new T[picture.Length];
        Array.Fill(padded, T.AdditiveIdentity);
        foreach ((int p, int r, int o) in picture.Meetings())
            padded[p] += w[r] * dy[o];

        dx.Fill(T.AdditiveIdentity);
        int copy = 0;
        foreach (int source in picture.Sources())
        {
            if (source != PaddedLine.Nothing)
                dx[source] += padded[copy];
            copy++;
        }
    }

    /// <inheritdoc/>
    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dw)
    {
        var picture = new PaddedPicture(geometry);
        T[] padded = picture.Pad(x);
        dw.Fill(T.AdditiveIdentity);
        foreach ((int p, int r, int o) in picture.Meetings())
            dw[r] += padded[p] * dy[o];
    }
}
