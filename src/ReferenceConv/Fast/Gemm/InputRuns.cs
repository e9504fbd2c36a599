using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Gemm;

/// <summary>
/// Which inputs a panel of columns sees, tap by tap, in runs: along a line of the image neighbouring outputs see neighbouring inputs, one
/// stride apart, whatever the channel. Only at the end of a line and in the border a run ends early, and a tap over a zeros border has none.
/// </summary>
internal sealed class InputRuns
{
    private readonly Relation relation;
    private readonly int tile;
    private readonly int width;
    private readonly InputRun[] runs;   // [tap][…], as many as counts says
    private readonly int[] counts;      // [tap]

    /// <summary>The runs of panels of some width, over the outputs that use one of the kernels of a tiled convolution.</summary>
    public InputRuns(Relation relation, int tile, int width)
    {
        (this.relation, this.tile, this.width) = (relation, tile, width);
        runs = new InputRun[relation.Taps * width];
        counts = new int[relation.Taps];
        Axis line = relation.Axes[^1];
        Step = line.Stride * line.Tile;
    }

    /// <summary>From one input of a run to the next.</summary>
    public int Step { get; }

    /// <summary>The runs that tap <paramref name="tap"/> sees.</summary>
    public ReadOnlySpan<InputRun> this[int tap] => runs.AsSpan(tap * width, counts[tap]);

    /// <summary>Goes to the panel whose first column is this output.</summary>
    public void MoveTo(int firstOutput, int columns)
    {
        Array.Clear(counts);
        int column = 0;
        foreach (Window window in relation.Windows.From(firstOutput))
        {
            if (window.Phase != tile)
                continue;
            foreach ((int r, int i) in window.Pairs)
                Add(r, column, i);
            if (++column == columns)
                return;
        }
    }

    private void Add(int tap, int column, int input)
    {
        Span<InputRun> ofTap = runs.AsSpan(tap * width, width);
        ref int count = ref counts[tap];
        if (count > 0 && ofTap[count - 1] is var last && last.Column + last.Count == column && last.Input + last.Count * Step == input)
            ofTap[count - 1] = last with { Count = last.Count + 1 };
        else
            ofTap[count++] = new InputRun(column, input, 1);
    }
}
