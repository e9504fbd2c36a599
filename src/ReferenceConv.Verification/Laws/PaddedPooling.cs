using ReferenceConv.Geometry;
using ReferenceConv.Numbers;

namespace ReferenceConv.Verification.Laws;

/// <summary>Pooling by its definition [S2.29, S2.30], over the windows of a <see cref="PaddedPicture"/>, each channel alone.</summary>
internal sealed class PaddedPooling
{
    private readonly ConvolutionGeometry channels;
    private readonly List<int>[] inputs;    // for each output: the inputs its window sees, in the order of the taps
    private readonly int[] positions;       // for each output: how many positions of its window lie on the input or its padding

    /// <summary>Draws the windows.</summary>
    public PaddedPooling(int batch, int channels, IEnumerable<Axis> axes)
    {
        this.channels = new ConvolutionGeometry(batch, channels, channels, channels, axes);
        var picture = new PaddedPicture(this.channels);
        inputs = [.. Enumerable.Range(0, picture.OutputLength).Select(static _ => new List<int>())];
        positions = new int[inputs.Length];

        int[] sources = [.. picture.Sources()];
        foreach ((int p, _, int o) in picture.Meetings())
        {
            positions[o]++;
            if (sources[p] != PaddedLine.Nothing)
                inputs[o].Add(sources[p]);
        }
    }

    /// <summary>Whether every window sees an input.</summary>
    public bool IsDefined => inputs.All(static seen => seen.Count > 0);

    /// <summary>Padding counts as −∞.</summary>
    public int[] Greatest(int[] x) => [.. inputs.Select(seen => seen.Max(i => x[i]))];

    /// <summary>The first of the greatest takes all of an output's gradient.</summary>
    public int[] GreatestGradient(int[] x, int[] g)
    {
        var dx = new int[channels.InputLength];
        for (int o = 0; o < inputs.Length; o++)
            dx[inputs[o].MaxBy(i => x[i])] += g[o];
        return dx;
    }

    /// <summary>The mean of the inputs, or of all positions with 0 for those that see none.</summary>
    public Rational[] Mean(Rational[] x, bool countPadding) =>
        [.. inputs.Select(
            (seen, o) => seen.Aggregate(Rational.AdditiveIdentity, (sum, i) => sum + x[i]) / (countPadding ? positions[o] : seen.Count))];
}
