using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>P19 and P22: what channels, groups and images mean, in terms of single ones.</summary>
internal static class ChannelLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("Every output channel is a sum of single channels and a bias", SumOfSingleChannels),
        new("A one by one convolution is a matrix at every position", OneByOne),
        new("A kernel as large as the input makes a dense layer", Dense),
        new("A dense layer does not see its inputs and weights shuffled alike", Shuffled),
    ];

    /// <summary>y[n,k] = b[k] + Σ over the channels c of k's group: the single-channel convolution of x[n,c] with w[k,c] [S4.43].</summary>
    private static string? SumOfSingleChannels(ConvolutionCase instance)
    {
        Trilinear<int> form =
            Trilinear<int>.Draw(instance.Geometry.Over(static axis => axis.But(tile: 1)), instance.Seed, static n => (int)n).WithBias();
        ConvolutionGeometry geometry = form.Geometry;
        ConvolutionGeometry single = ConvolutionGeometry.SingleChannel(geometry.Axes);
        int inputs = geometry.Relation.Inputs;
        int taps = geometry.Relation.Taps;

        var y = new List<int>();
        for (int n = 0; n < geometry.Batch; n++)
            for (int k = 0; k < geometry.OutChannels; k++)
            {
                int[] sum = [.. Enumerable.Repeat(form.Bias[k], geometry.Relation.Outputs)];
                for (int c = 0; c < geometry.GroupInChannels; c++)
                {
                    int plane = n * geometry.InChannels + k / geometry.GroupOutChannels * geometry.GroupInChannels + c;
                    int kernel = k * geometry.GroupInChannels + c;
                    sum = sum.Plus(new Trilinear<int>(single, Part(form.X, plane, inputs), Part(form.W, kernel, taps), [], []).Y());
                }

                y.AddRange(sum);
            }

        return Vector.Mismatch("y", [.. y], form.Y());
    }

    /// <summary>k = 1, no padding: y[n, k, o] = Σ w[k, c] · x[n, c, s·o], the same matrix everywhere [S1.45].</summary>
    private static string? OneByOne(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry = instance.Geometry.Over(static axis =>
            axis.But(input: Math.Max(axis.Input, 1), kernel: 1, stride: 1, padding: (0, 0), tile: 1));
        return AgainstMatrix(geometry, instance.Seed, geometry.Relation.Inputs, 1);
    }

    /// <summary>k = i, no padding: one output position, y[n, k] = Σ w[k, c·i] · x[n, c·i] [S1.40].</summary>
    private static string? Dense(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry = DenseLayer(instance);
        return AgainstMatrix(geometry, instance.Seed, 1, geometry.Relation.Inputs);
    }

    /// <summary>P21: every channel and every kernel in one drawn order of its positions [S4.03].</summary>
    private static string? Shuffled(ConvolutionCase instance)
    {
        var form = Trilinear<int>.Draw(DenseLayer(instance), instance.Seed, static n => (int)n);
        int[] order = [.. Enumerable.Range(0, form.Geometry.Relation.Inputs).OrderBy(i => Draw.Bits((ulong)instance.Seed, (ulong)i))];
        int[] Shuffle(int[] elements) => [.. elements.Chunk(order.Length).SelectMany(part => order.Select(i => part[i]))];
        return Vector.Mismatch("y", form.Y(), (form with { X = Shuffle(form.X), W = Shuffle(form.W) }).Y());
    }

    private static ConvolutionGeometry DenseLayer(ConvolutionCase instance) => instance.Geometry.Over(static axis =>
        axis.But(input: Math.Max(axis.Input, 1), kernel: Math.Max(axis.Input, 1), dilation: 1, padding: (0, 0), tile: 1));

    /// <summary>
    /// y[n, k, p] = Σ over the group's c and over q: w[k, c, q] · x[n, c, q, p], with x read as channels × taps × positions.
    /// </summary>
    private static string? AgainstMatrix(ConvolutionGeometry geometry, int seed, int positions, int taps)
    {
        var form = Trilinear<int>.Draw(geometry, seed, static n => (int)n);
        int height = geometry.GroupInChannels * taps;
        var y = new int[geometry.Batch * geometry.OutChannels * positions];
        for (int n = 0; n < geometry.Batch; n++)
            for (int k = 0; k < geometry.OutChannels; k++)
                for (int p = 0; p < positions; p++)
                    for (int q = 0; q < height; q++)
                    {
                        int row = n * geometry.InChannels * taps + k / geometry.GroupOutChannels * height + q;
                        y[(n * geometry.OutChannels + k) * positions + p] += form.W[k * height + q] * form.X[row * positions + p];
                    }

        return Vector.Mismatch("y", y, form.Y());
    }

    private static int[] Part(int[] elements, int index, int length) => elements[(index * length)..((index + 1) * length)];
}
