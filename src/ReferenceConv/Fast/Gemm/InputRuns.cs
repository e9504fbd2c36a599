using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Gemm;

/// <summary>
/// Which inputs a panel of columns sees, tap by tap, in runs: along a line of the image neighbouring outputs see neighbouring inputs, one
/// stride apart, whatever the channel. Only at the end of a line and in the border a run ends early, and a tap over a zeros border has
/// none.
/// </summary>
/// <remarks>
/// A line is worked out once, for each tap of the last axis alone; a panel then takes the parts of it that it covers, once for each pair
/// (r, i) in which the leading axes meet.
/// </remarks>
internal sealed class InputRuns
{
    private readonly Axis last;
    private readonly Relation leading;
    private readonly int leadingTile;
    private readonly int[] lines;           // the leading outputs whose lines have columns
    private readonly int lineLength;        // columns of a line
    private readonly InputRun[][] along;    // [tap of the last axis] → its runs, counted in columns of a line
    private readonly int width;
    private readonly InputRun[] runs;       // [tap][…], as many as counts says
    private readonly int[] counts;          // [tap]

    /// <summary>The runs of panels of some width, over the outputs that use one of the kernels of a tiled convolution.</summary>
    public InputRuns(Relation relation, int tile, int width)
    {
        this.width = width;
        last = relation.Axes[^1];
        leading = relation.Axes.Length == 1 ? new Relation(new Axis(1, 1)) : new Relation(relation.Axes[..^1]);
        (leadingTile, int lastTile) = Math.DivRem(tile, last.Tile);
        lines = [.. LinesOf(leading, leadingTile)];

        int[] line = [.. Enumerable.Range(0, last.Output).Where(output => last.PhaseOf(output) == lastTile)];
        lineLength = line.Length;
        Step = last.Stride * last.Tile;
        along = [.. Enumerable.Range(0, last.Kernel).Select(tap => Along([.. line.Select(output => last.InputAt(output, tap))]))];
        runs = new InputRun[relation.Taps * width];
        counts = new int[relation.Taps];
    }

    /// <summary>From one input of a run to the next.</summary>
    public int Step { get; }

    /// <summary>The runs that tap <paramref name="tap"/> sees.</summary>
    public ReadOnlySpan<InputRun> this[int tap] => runs.AsSpan(tap * width, counts[tap]);

    /// <summary>Goes to a panel of <paramref name="columns"/> columns, the first of which is <paramref name="firstColumn"/>.</summary>
    public void MoveTo(int firstColumn, int columns)
    {
        Array.Clear(counts);
        int begin = -(firstColumn % lineLength);   // where the line begins, seen from the panel
        foreach (Window window in leading.Windows.From(lines[firstColumn / lineLength]))
        {
            if (window.Phase != leadingTile)
                continue;
            foreach ((int r, int i) in window.Pairs)
                for (int tap = 0; tap < last.Kernel; tap++)
                    foreach (InputRun run in along[tap])
                        Add(r * last.Kernel + tap, begin + run.Column, i * last.Input + run.Input, run.Count, columns);
            begin += lineLength;
            if (begin >= columns)
                return;
        }
    }

    /// <summary>Adds the part of a run that lies in the panel.</summary>
    private void Add(int tap, int column, int input, int count, int columns)
    {
        int first = Math.Max(column, 0);
        int end = Math.Min(column + count, columns);
        if (first < end)
            runs[tap * width + counts[tap]++] = new InputRun(first, input + (first - column) * Step, end - first);
    }

    private static List<int> LinesOf(Relation leading, int tile)
    {
        var lines = new List<int>();
        foreach (Window window in leading.Windows)
            if (window.Phase == tile)
                lines.Add(window.Output);
        return lines;
    }

    /// <summary>The inputs that a tap sees along a line, one for each column, in runs.</summary>
    private InputRun[] Along(int[] inputs)
    {
        var found = new List<InputRun>();
        for (int column = 0; column < inputs.Length; column++)
            if (inputs[column] == Axis.None)
                continue;
            else if (found is [.., var run] && run.Column + run.Count == column && run.Input + run.Count * Step == inputs[column])
                found[^1] = run with { Count = run.Count + 1 };
            else
                found.Add(new InputRun(column, inputs[column], 1));
        return [.. found];
    }
}
