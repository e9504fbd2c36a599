using System.Numerics;

namespace ReferenceConv.Fast.Gemm;

/// <summary>
/// Panels of a matrix that is nowhere: row (c, r), column j is what tap r of the window of output j sees in channel c, and it is copied
/// from there.
/// </summary>
internal readonly ref struct ImplicitColumns<T> : IColumns<T>
    where T : IAdditiveIdentity<T, T>
{
    private readonly ReadOnlySpan<T> channels;
    private readonly int inputs;
    private readonly int taps;
    private readonly InputRuns runs;

    /// <summary>Panels of a part of an image.</summary>
    /// <param name="channels">The channels of the group, [C/g, i…].</param>
    /// <param name="inputs">Inputs of a channel, |i|.</param>
    /// <param name="taps">Taps of a window, |r|.</param>
    /// <param name="runs">Finds the inputs of a panel.</param>
    public ImplicitColumns(ReadOnlySpan<T> channels, int inputs, int taps, InputRuns runs)
    {
        this.channels = channels;
        (this.inputs, this.taps, this.runs) = (inputs, taps, runs);
    }

    /// <inheritdoc/>
    public void CopyPanel(Span<T> panel, int width, int firstRow, int firstColumn, int columns)
    {
        runs.MoveTo(firstColumn, columns);
        for (int p = 0; p < panel.Length / width; p++)
        {
            (int c, int r) = Math.DivRem(firstRow + p, taps);
            ReadOnlySpan<T> channel = channels.Slice(c * inputs, inputs);
            Span<T> row = panel.Slice(p * width, width);
            row.Fill(T.AdditiveIdentity);   // what no run covers: a zeros border, and columns beyond the last
            foreach (InputRun run in runs[r])
                if (runs.Step == 1)
                    channel.Slice(run.Input, run.Count).CopyTo(row[run.Column..]);
                else
                    for (int n = 0; n < run.Count; n++)
                        row[run.Column + n] = channel[run.Input + n * runs.Step];
        }
    }
}
