using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks.Peers.Layers;

/// <summary>
/// The outputs at which every peer is checked: the corners of the first and the last channel, then outputs whose
/// coordinates are first, last or anywhere, with equal chances; and what stands there, summed in double from the relation alone.
/// </summary>
internal static class SampledOutputs
{
    private const int Samples = 64;
    private const double UnitRoundoff = 1.0 / (1 << 24);

    /// <summary>Flat output indices, the same in every process.</summary>
    public static int[] IndicesOf(NetworkLayer layer)
    {
        var random = new Random(1);
        int[] sizes = [.. layer.OutputShape.Skip(1)];
        var indices = new int[Samples];
        for (int s = 0; s < Samples; s++)
            for (int a = 0; a < sizes.Length; a++)
            {
                int choice = s < 1 << sizes.Length ? s >> a & 1 : random.Next(3);
                int coordinate = choice switch
                {
                    0 => 0,
                    1 => sizes[a] - 1,
                    _ => random.Next(sizes[a]),
                };
                indices[s] = indices[s] * sizes[a] + coordinate;
            }

        return indices;
    }

    /// <summary>
    /// y = Σ x·w and the most that any order of summation in float may miss it by: γ_L · Σ |x·w|, with
    /// γ_L = L·u / (1 − L·u), u = 2⁻²⁴ and L = terms + 1 (Higham 2002, §3.1). A product of two floats is exact in double.
    /// </summary>
    public static (double Value, double Bound) At(NetworkLayer layer, ReadOnlySpan<float> x, ReadOnlySpan<float> w, int index)
    {
        ConvolutionGeometry geometry = layer.Geometry;
        int positions = layer.IsTransposed ? geometry.Relation.Inputs : geometry.Relation.Outputs;
        int readPositions = layer.IsTransposed ? geometry.Relation.Outputs : geometry.Relation.Inputs;
        int channel = index / positions;
        int group = channel / (layer.IsTransposed ? geometry.GroupInChannels : geometry.GroupOutChannels);
        int readChannels = layer.IsTransposed ? geometry.GroupOutChannels : geometry.GroupInChannels;

        List<(int Tap, int Read)> meetings = MeetingsAt(layer, index % positions);
        double sum = 0;
        double absolute = 0;
        for (int read = group * readChannels; read < (group + 1) * readChannels; read++)
        {
            (int k, int c) = layer.IsTransposed ? (read, channel) : (channel, read);
            int kernel = (k * geometry.GroupInChannels + c % geometry.GroupInChannels) * geometry.Relation.Taps;
            foreach ((int tap, int position) in meetings)
            {
                double product = (double)x[read * readPositions + position] * w[kernel + tap];
                sum += product;
                absolute += Math.Abs(product);
            }
        }

        double error = (readChannels * (double)meetings.Count + 1) * UnitRoundoff;
        return (sum, error / (1 - error) * absolute);
    }

    /// <summary>
    /// Which tap meets which position of what is read, at one position of what is written: the product of what meets on each axis.
    /// </summary>
    private static List<(int Tap, int Read)> MeetingsAt(NetworkLayer layer, int position)
    {
        List<(int Tap, int Read)> meetings = [(0, 0)];
        int inner = layer.IsTransposed ? layer.Geometry.Relation.Inputs : layer.Geometry.Relation.Outputs;
        foreach (Axis axis in layer.Geometry.Axes)
        {
            inner /= layer.IsTransposed ? axis.Input : axis.Output;
            (int read, List<(int Tap, int Read)> here) = layer.IsTransposed
                ? (axis.Output, OutputsThatSee(axis, position / inner))
                : (axis.Input, InputsSeenBy(axis, position / inner));
            position %= inner;
            meetings =
                [.. from outer in meetings from pair in here select (outer.Tap * axis.Kernel + pair.Tap, outer.Read * read + pair.Read)];
        }

        return meetings;
    }

    private static List<(int Tap, int Read)> InputsSeenBy(Axis axis, int output) =>
        [.. from tap in Enumerable.Range(0, axis.Kernel) let input = axis.InputAt(output, tap) where input != Axis.None select (
            tap, input)];

    private static List<(int Tap, int Read)> OutputsThatSee(Axis axis, int input) =>
    [
        .. from output in Enumerable.Range(0, axis.Output)
           from tap in Enumerable.Range(0, axis.Kernel)
           where axis.InputAt(output, tap) == input
           select (tap, output),
    ];
}
