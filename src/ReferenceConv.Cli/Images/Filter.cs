using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.Cli.Images;

/// <summary>
/// A picture through one kernel, each channel alone [S3.23]: y[o] = Σ x[o·s − p₀ + r] · w[r], the kernel as it is, without a flip.
/// </summary>
public static class Filter
{
    /// <summary>Runs the scalar reference over every channel.</summary>
    /// <param name="picture">x, its samples 0..255 as doubles.</param>
    /// <param name="kernel">w, its size that of the axes' kernels.</param>
    /// <param name="axes">Height and width.</param>
    /// <returns>One array for each channel, row by row.</returns>
    /// <exception cref="ArgumentException">The result would be no picture in size, or would not fit into memory.</exception>
    public static double[][] Apply(Picture picture, double[,] kernel, Axis[] axes)
    {
        if (Picture.SizeFault(axes[0].Output, axes[1].Output) is { } fault)
            throw new ArgumentException($"the filtered picture's {fault}");

        ConvolutionGeometry geometry = ConvolutionGeometry.SingleChannel(axes);
        long bytes = sizeof(double) * ((long)geometry.InputLength + (long)picture.Channels * geometry.OutputLength);
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (bytes > available)
            throw new ArgumentException($"filtering takes {bytes >> 20} MiB for the sums, of which {available >> 20} MiB are available");

        double[] x = new double[geometry.InputLength], w = [.. kernel.Cast<double>()];
        var sums = new double[picture.Channels][];
        for (int c = 0; c < sums.Length; c++)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = picture.Channel(c)[i];

            sums[c] = new double[geometry.OutputLength];
            new ScalarConvolution<double>().Forward(geometry, x, w, [], sums[c]);
        }

        return sums;
    }
}
