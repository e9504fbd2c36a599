using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Unusual;

/// <summary>
/// The transposed convolution as the lecture draws it: s−1 zeros between the elements of dy, then a convolution with the rotated kernel
/// over all taps. Nearly all of its products are with zero.
/// </summary>
internal static class ZeroInsertion
{
    /// <summary>dx from w and dy.</summary>
    public static void Answer(Operands<float> operands, Span<float> dx)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        int[] kernels = [.. geometry.Axes.Select(static axis => axis.Kernel)];
        int[] inputs = [.. geometry.Axes.Select(static axis => axis.Input)];
        for (int e = 0; e < dx.Length; e++)
        {
            int c = e / geometry.Relation.Inputs % geometry.InChannels;
            int image = e / geometry.Relation.Inputs / geometry.InChannels;
            int[] at = RowMajor.Coordinates(e % geometry.Relation.Inputs, inputs);
            float sum = 0;
            for (int k = 0; k < geometry.GroupOutChannels; k++)
                for (int r = 0; r < geometry.Relation.Taps; r++)
                {
                    int row = (c / geometry.GroupInChannels * geometry.GroupOutChannels) + k;
                    int o = Inserted(geometry, at, RowMajor.Coordinates(r, kernels));
                    float g = o < 0 ? 0 : operands.Inputs[1][(((image * geometry.OutChannels) + row) * geometry.Relation.Outputs) + o];
                    sum += g * operands.Inputs[0][(
                        ((row * geometry.GroupInChannels) + (c % geometry.GroupInChannels)) * geometry.Relation.Taps) + r];
                }

            dx[e] = sum;
        }
    }

    /// <summary>The output that stands at i + p − r·d among the inserted zeros, or −1.</summary>
    private static int Inserted(ConvolutionGeometry geometry, int[] at, int[] tap)
    {
        int flat = 0;
        for (int a = 0; a < at.Length; a++)
        {
            Axis axis = geometry.Axes[a];
            int position = at[a] + axis.Begin - (tap[a] * axis.Dilation);
            if (position < 0 || position % axis.Stride != 0 || position / axis.Stride >= axis.Output)
                return -1;
            flat = (flat * axis.Output) + (position / axis.Stride);
        }

        return flat;
    }
}
