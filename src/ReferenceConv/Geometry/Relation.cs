using System.Collections.Immutable;

namespace ReferenceConv.Geometry;

/// <summary>
/// R = { (o, r, i) : i = o·S − P + r·D } over one to three axes, positions flattened row-major:
/// the whole geometry of a convolution, without batch, channels or numbers.
/// </summary>
public sealed class Relation
{
    private readonly Lazy<Pair[][][]> meetings;

    /// <summary>Joins one to three axes, the slowest first (depth, height, width).</summary>
    /// <exception cref="ArgumentException">There are no or more than three axes, or a number of positions reaches 2³¹.</exception>
    public Relation(params IEnumerable<Axis> axes)
    {
        Axes = [.. axes];
        Require.That(Axes.Length is >= 1 and <= 3, $"spatial axes must be 1..3, were {Axes.Length}");
        Inputs = Product("input positions", static axis => axis.Input);
        Taps = Product("kernel taps", static axis => axis.Kernel);
        Outputs = Product("output positions", static axis => axis.Output);
        Phases = Product("tiles", static axis => axis.Tile);
        meetings = new(() => [.. Axes.Select(MeetingsOf)]);
    }

    /// <summary>The axes, the slowest first.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>Number of input positions i.</summary>
    public int Inputs { get; }

    /// <summary>Number of kernel taps r.</summary>
    public int Taps { get; }

    /// <summary>Number of output positions o.</summary>
    public int Outputs { get; }

    /// <summary>Number of kernels that the outputs cycle through; 1 unless tiled.</summary>
    public int Phases { get; }

    /// <summary>The relation, output by output.</summary>
    public Windows Windows => new(this);

    /// <summary>How many outputs see each input: 9 in the middle of a 3×3 convolution, 1 at its corner [S4.23].</summary>
    /// <returns>One count per input position, row-major. An output that meets an input twice (through a border) counts once.</returns>
    public int[] Participation()
    {
        var counts = new int[Inputs];
        var lastSeenBy = new int[Inputs];
        Array.Fill(lastSeenBy, -1);
        foreach (Window window in Windows)
            foreach (Pair pair in window.Pairs)
                if (lastSeenBy[pair.Input] != window.Output)
                {
                    lastSeenBy[pair.Input] = window.Output;
                    counts[pair.Input]++;
                }

        return counts;
    }

    /// <summary>
    /// How many taps of window <paramref name="output"/> lie on the input or its padding; fewer than all only in a last, partial window.
    /// </summary>
    public int PaddedTaps(int output)
    {
        int taps = 1;
        for (int a = Axes.Length - 1; a >= 0; a--)
        {
            taps *= Axes[a].PaddedTaps(output % Axes[a].Output);
            output /= Axes[a].Output;
        }

        return taps;
    }

    /// <summary>
    /// [axis][output coordinate] → the pairs that meet there on that axis alone. Written out when the first window is asked for.
    /// </summary>
    internal Pair[][][] Meetings => meetings.Value;

    /// <summary>The kernel in use at these output coordinates, o mod t on each axis, flattened row-major.</summary>
    internal int PhaseOf(ReadOnlySpan<int> output)
    {
        int phase = 0;
        for (int a = 0; a < Axes.Length; a++)
            phase = phase * Axes[a].Tile + Axes[a].PhaseOf(output[a]);
        return phase;
    }

    private static Pair[][] MeetingsOf(Axis axis)
    {
        var meetings = new Pair[axis.Output][];
        var met = new List<Pair>(axis.Kernel);
        for (int o = 0; o < axis.Output; o++)
        {
            met.Clear();
            for (int r = 0; r < axis.Kernel; r++)
                if (axis.InputAt(o, r) is var i && i != Axis.None)
                    met.Add(new Pair(r, i));
            meetings[o] = [.. met];
        }

        return meetings;
    }

    private int Product(string name, Func<Axis, int> size) => Require.Elements(name, [.. Axes.Select(size)]);
}
