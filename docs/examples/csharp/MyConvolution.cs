using ReferenceConv;
using ReferenceConv.Geometry;

namespace Example;

/// <summary>
/// A convolution as anybody might write it: zeros in the padding, one kernel, any number of axes, and every product of a sum by itself.
/// </summary>
public sealed class MyConvolution : IConvolution<float>
{
    /// <inheritdoc/>
    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y)
    {
        int positions = geometry.Axes.Aggregate(1, static (product, axis) => product * axis.Output);
        for (int e = 0; e < y.Length; e++)
            y[e] = bias.IsEmpty ? 0 : bias[e / positions % geometry.OutChannels];
        foreach (Product at in Products(geometry))
            y[at.Y] += x[at.X] * w[at.W];
    }

    /// <inheritdoc/>
    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> w, ReadOnlySpan<float> dy, Span<float> dx)
    {
        dx.Clear();
        foreach (Product at in Products(geometry))
            dx[at.X] += w[at.W] * dy[at.Y];
    }

    /// <inheritdoc/>
    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw)
    {
        dw.Clear();
        foreach (Product at in Products(geometry))
            dw[at.W] += x[at.X] * dy[at.Y];
    }

    /// <summary>Where each product of the forward sum stands in x [N, C, …], w [K, C/g, …] and y [N, K, …].</summary>
    private static IEnumerable<Product> Products(ConvolutionGeometry geometry)
    {
        (int inputs, int taps, int outputs) = (1, 1, 1);
        IEnumerable<Product> meetings = [new Product(0, 0, 0)];
        foreach (Axis axis in geometry.Axes)
        {
            (inputs, taps, outputs) = (inputs * axis.Input, taps * axis.Kernel, outputs * axis.Output);
            meetings =
                from outer in meetings
                from o in Enumerable.Range(0, axis.Output)
                from r in Enumerable.Range(0, axis.Kernel)
                let i = (o * axis.Stride) - axis.Begin + (r * axis.Dilation)
                where 0 <= i && i < axis.Input
                select new Product((outer.X * axis.Input) + i, (outer.W * axis.Kernel) + r, (outer.Y * axis.Output) + o);
        }

        int inGroup = geometry.InChannels / geometry.Groups;
        int outGroup = geometry.OutChannels / geometry.Groups;
        foreach (Product meeting in meetings)
            for (int n = 0; n < geometry.Batch; n++)
                for (int k = 0; k < geometry.OutChannels; k++)
                    for (int c = 0; c < inGroup; c++)
                    {
                        int channel = (k / outGroup * inGroup) + c;
                        yield return new Product(
                            X: (((n * geometry.InChannels) + channel) * inputs) + meeting.X,
                            W: (((k * inGroup) + c) * taps) + meeting.W,
                            Y: (((n * geometry.OutChannels) + k) * outputs) + meeting.Y);
                    }
    }

    private readonly record struct Product(int X, int W, int Y);
}
