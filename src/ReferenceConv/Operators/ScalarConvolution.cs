using System.Numerics;
using ReferenceConv.Geometry;

namespace ReferenceConv.Operators;

/// <summary>
/// The reference: one trilinear form T(x, w, g) = Σ x[n,c,i] · w[k,c,r] · g[n,k,o], summed three ways. One loop nest for one to three axes,
/// every border, stride, dilation, group and tile, because the geometry says which (r, i) meet in which o
/// (<see cref="Axis.Position"/>: i = o·s − p + r·d).
/// It shares no line with the fast path but the geometry.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied; arithmetic is unchecked, so <c>int</c> is the ring mod 2³².</typeparam>
public sealed class ScalarConvolution<T> : IConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <inheritdoc/>
    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, Span<T> y)
    {
        ContiguousSpans.Assert(geometry, x.Length, w.Length, y.Length);
        ReadOnlyView<T> X = Layout.Input(geometry, x);
        View<T> Y = Layout.Output(geometry, y);
        foreach (Window window in geometry.Windows)
        {
            ReadOnlyView<T> W = Layout.Weights(geometry, w, window.Phase);
            for (int n = 0; n < geometry.Batch; n++)
                for (int k = 0; k < geometry.OutChannels; k++)
                {
                    T sum = bias.IsEmpty ? T.AdditiveIdentity : bias[k];
                    int first = Layout.FirstChannel(geometry, k);
                    for (int c = 0; c < geometry.GroupInChannels; c++)
                    {
                        ReadOnlySpan<T> xc = X[n, first + c];
                        ReadOnlySpan<T> wc = W[k, c];
                        foreach ((int r, int i) in window.Pairs)
                            sum += xc[i] * wc[r];
                    }

                    Y[n, k][window.Output] = sum;
                }
        }
    }

    /// <inheritdoc/>
    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> dy, Span<T> dx)
    {
        ContiguousSpans.Assert(geometry, dx.Length, w.Length, dy.Length);
        dx.Fill(T.AdditiveIdentity);
        ReadOnlyView<T> DY = Layout.Output(geometry, dy);
        View<T> DX = Layout.Input(geometry, dx);
        foreach (Window window in geometry.Windows)
        {
            ReadOnlyView<T> W = Layout.Weights(geometry, w, window.Phase);
            for (int n = 0; n < geometry.Batch; n++)
                for (int k = 0; k < geometry.OutChannels; k++)
                {
                    T g = DY[n, k][window.Output];
                    int first = Layout.FirstChannel(geometry, k);
                    for (int c = 0; c < geometry.GroupInChannels; c++)
                    {
                        Span<T> dxc = DX[n, first + c];
                        ReadOnlySpan<T> wc = W[k, c];
                        foreach ((int r, int i) in window.Pairs)
                            dxc[i] += wc[r] * g;
                    }
                }
        }
    }

    /// <inheritdoc/>
    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dw)
    {
        ContiguousSpans.Assert(geometry, x.Length, dw.Length, dy.Length);
        dw.Fill(T.AdditiveIdentity);
        ReadOnlyView<T> X = Layout.Input(geometry, x);
        ReadOnlyView<T> DY = Layout.Output(geometry, dy);
        foreach (Window window in geometry.Windows)
        {
            View<T> DW = Layout.Weights(geometry, dw, window.Phase);
            for (int n = 0; n < geometry.Batch; n++)
                for (int k = 0; k < geometry.OutChannels; k++)
                {
                    T g = DY[n, k][window.Output];
                    int first = Layout.FirstChannel(geometry, k);
                    for (int c = 0; c < geometry.GroupInChannels; c++)
                    {
                        ReadOnlySpan<T> xc = X[n, first + c];
                        Span<T> dwc = DW[k, c];
                        foreach ((int r, int i) in window.Pairs)
                            dwc[r] += xc[i] * g;
                    }
                }
        }
    }
}
