using System.Numerics;
using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks;

/// <summary>
/// The loop most people write by hand: 2-D, indices flattened into spans, a bounds test for the zeros border in the innermost loop.
/// It stands here as the yardstick of the scalar operator, never as an oracle.
/// </summary>
internal static class FlattenedLoop
{
    /// <summary>
    /// y[n,k,i,j] = Σ x[n,c,s·i−p+d·a, s·j−p+d·b] · w[k,c,a,b] over the channels c of k's group and the taps (a, b) on the input.
    /// Rows and columns are both tested for every product, as such loops are written; a row tested one loop further out would be faster.
    /// </summary>
    public static void Forward<T>(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, Span<T> y)
        where T : INumberBase<T>
    {
        Axis rows = geometry.Axes[0];
        Axis columns = geometry.Axes[1];
        for (int n = 0; n < geometry.Batch; n++)
            for (int k = 0; k < geometry.OutChannels; k++)
                for (int i = 0; i < rows.Output; i++)
                    for (int j = 0; j < columns.Output; j++)
                    {
                        T sum = T.Zero;
                        int first = k / geometry.GroupOutChannels * geometry.GroupInChannels;
                        for (int c = 0; c < geometry.GroupInChannels; c++)
                            for (int a = 0; a < rows.Kernel; a++)
                                for (int b = 0; b < columns.Kernel; b++)
                                {
                                    int row = i * rows.Stride - rows.Begin + a * rows.Dilation;
                                    int column = j * columns.Stride - columns.Begin + b * columns.Dilation;
                                    if (row >= 0 && row < rows.Input && column >= 0 && column < columns.Input)
                                        sum += x[((n * geometry.InChannels + first + c) * rows.Input + row) * columns.Input + column]
                                            * w[((k * geometry.GroupInChannels + c) * rows.Kernel + a) * columns.Kernel + b];
                                }

                        y[((n * geometry.OutChannels + k) * rows.Output + i) * columns.Output + j] = sum;
                    }
    }
}
