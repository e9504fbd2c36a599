using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Rules;

/// <summary>Weighted sums over the channels of each group, for arrays of the form x [N, C, i], w [K, C/g, r] or y [N, K, o].</summary>
/// <param name="geometry">The shapes.</param>
/// <param name="weight">ρ by the number of a channel; channels of different groups have different numbers.</param>
internal sealed class ChannelProjection(ConvolutionGeometry geometry, Func<int, double> weight)
{
    private const int GroupStep = 1_000_003;   // more channels than a group has

    /// <summary>Over the input channels of each group: x, dx ↦ [N, g, i]; w, dw ↦ [K, 1, r].</summary>
    public double[] OverInputs(string name, double[] numbers) => name is "w" or "dw"
        ? Sum(numbers, geometry.OutChannels, geometry.GroupInChannels, geometry.Relation.Taps, k => k / geometry.GroupOutChannels)
        : Sum(numbers, geometry.Batch * geometry.Groups, geometry.GroupInChannels, geometry.Relation.Inputs, row => row % geometry.Groups);

    /// <summary>Over the output channels of each group: y ↦ [N, g, o]; w ↦ [g, C/g, r].</summary>
    public double[] OverOutputs(string name, double[] numbers) => name == "w"
        ? Sum(numbers, geometry.Groups, geometry.GroupOutChannels, geometry.GroupInChannels * geometry.Relation.Taps, static group => group)
        : Sum(numbers, geometry.Batch * geometry.Groups, geometry.GroupOutChannels, geometry.Relation.Outputs, row => row % geometry.Groups);

    /// <summary>[row, position] = Σ over channels of ρ·numbers[row, channel, position].</summary>
    private double[] Sum(double[] numbers, int rows, int channels, int positions, Func<int, int> groupOf)
    {
        var sums = new double[rows * positions];
        for (int row = 0; row < rows; row++)
            for (int channel = 0; channel < channels; channel++)
            {
                double factor = weight((groupOf(row) * GroupStep) + channel);
                int start = ((row * channels) + channel) * positions;
                for (int p = 0; p < positions; p++)
                    sums[(row * positions) + p] += factor * numbers[start + p];
            }

        return sums;
    }
}
