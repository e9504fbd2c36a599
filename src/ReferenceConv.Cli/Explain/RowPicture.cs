using System.Text;
using ReferenceConv.Geometry;

namespace ReferenceConv.Cli.Explain;

/// <summary>One axis: a line per output, with the taps of its window drawn over the padded input.</summary>
internal sealed class RowPicture
{
    private const int Width = 78;
    private const int MostRows = 16;
    private const int MostRowsOfPart = 6;

    private readonly Question question;
    private readonly Axis axis;
    private readonly Ground ground;
    private readonly int labelWidth;
    private readonly int cellWidth;

    private RowPicture(Question question)
    {
        this.question = question;
        axis = question.Axes[0];
        ground = new Ground(axis);
        labelWidth = Label(axis.Output - 1).Length;
        int longest = Math.Max($"{axis.Input - 1}".Length, Tap(axis.Kernel - 1).Length);
        cellWidth = 1 + (axis.Border == Border.Zeros ? longest : Math.Max(longest, $"({axis.Input - 1})".Length));
    }

    /// <summary>The picture with its legend.</summary>
    public static IEnumerable<string> Lines(Question question)
    {
        var picture = new RowPicture(question);
        return picture.Lines();
    }

    private IEnumerable<string> Lines()
    {
        int room = (Width - labelWidth) / cellWidth;
        yield return Legend();

        if (ground.Count <= room && axis.Output <= MostRows)
        {
            foreach (string line in Part(ground.First, ground.Count, 0, axis.Output))
                yield return line;
            yield break;
        }

        room = Math.Min(room, ground.Count);
        foreach (int o in Focus())
        {
            int start = ground.ViewAround(o, room);
            int first = o, last = o;
            while (first > 0 && last - first < MostRowsOfPart - 1 && axis.Position(first - 1, 0) >= start)
                first--;
            while (last < axis.Output - 1 && last - first < MostRowsOfPart - 1
                && axis.Position(last + 1, axis.Kernel - 1) < start + (long)room)
                last++;
            foreach (string line in Part(start, room, first, last + 1 - first))
                yield return line;
        }

        yield return $"cut: the padded input has {axis.Begin + axis.Input + axis.End} positions, the output {axis.Output}";
    }

    /// <summary>The windows to show where not all fit: that of the result asked for, or the first and the last.</summary>
    private int[] Focus()
    {
        if (question.Result.Length > 0 && question.Operation.WritesOutputs())
            return question.ResultPosition;
        if (question.Result.Length > 0 && question.Operation.WritesInputs())
            return [.. Enumerable.Range(0, axis.Output).Where(Holds).Take(1)];
        return [0, axis.Output - 1];
    }

    private bool Holds(int output) => Enumerable.Range(0, axis.Kernel).Any(r => axis.InputAt(output, r) == question.ResultPosition[0]);

    private IEnumerable<string> Part(int start, int count, int firstOutput, int outputs)
    {
        yield return Row(question.Letters.AtInput, start, count, Header);
        for (int o = firstOutput; o < firstOutput + outputs; o++)
            yield return Row(Label(o), start, count, position => ground.TapAt(o, position) is var r && r == Axis.None ? "" : Tap(r));
    }

    private string Row(string label, int start, int count, Func<int, string> cell)
    {
        var row = new StringBuilder(label.PadRight(labelWidth));
        for (int position = start; position < start + count; position++)
            row.Append(cell(position).PadLeft(cellWidth));
        return row.ToString().TrimEnd();
    }

    private string Header(int position)
    {
        if (ground.IsInput(position))
            return $"{position}";
        int source = ground.Source(position);
        return ground.IsBeyond(position) ? "-" : source == Axis.None ? "·" : $"({source})";
    }

    private string Label(int o) =>
        $"{question.Letters.AtOutput}({o}){(question.Geometry.IsTiled ? $" {question.Letters.AtTap}[{axis.PhaseOf(o)}]" : "")}";

    private string Tap(int r) => question.Operation.IsPooling() ? "■" : $"{question.Letters.AtTap}{r}";

    private string Legend()
    {
        string padding = axis.Begin + axis.End == 0 ? "" : axis.Border == Border.Zeros
            ? ", · padding"
            : $", (i) padding that copies input i ({BorderWord.Of(axis.Border)})";
        string beyond = ground.First + ground.Count > axis.Input + axis.End ? ", - beyond it" : "";
        string tap = question.Operation.IsPooling() ? "■ a tap" : $"{Tap(0)}… taps";
        string kernels = question.Geometry.IsTiled ? $", {question.Letters.AtTap}[t] its kernel" : "";
        return $"{tap}, above them the {(question.Operation == Operation.Transposed ? "output" : "input")}{padding}{beyond}{kernels}";
    }
}
