using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Cli.Explain;

/// <summary>Two axes: the padded input as a grid with a window marked; side by side for the first, its neighbours and the last.</summary>
internal sealed class GridPicture
{
    private const int Width = 78;
    private const int MostRows = 16;
    private const int WidestWhole = 37;
    private const int WidthOfPart = 17;
    private const int HeightOfPart = 11;
    private const int Gap = 4;

    private readonly Question question;
    private readonly Ground[] grounds;
    private readonly int[] room;

    private GridPicture(Question question)
    {
        this.question = question;
        grounds = [.. question.Axes.Select(static axis => new Ground(axis))];
        room =
        [
            grounds[0].Count <= MostRows ? grounds[0].Count : HeightOfPart,
            grounds[1].Count <= WidestWhole ? grounds[1].Count : WidthOfPart,
        ];
    }

    /// <summary>The picture with its legend.</summary>
    public static IEnumerable<string> Lines(Question question)
    {
        var picture = new GridPicture(question);
        return picture.Lines();
    }

    private IEnumerable<string> Lines()
    {
        yield return Legend();
        List<string[]> grids = [.. Outputs().Select(Grid)];
        int columns = Math.Max(grids[0].Max(static line => line.Length), 2 * room[1] - 1);
        int fit = Math.Max(1, (Width + Gap) / (columns + Gap));
        if (grids.Count > fit)
            grids = fit == 1 ? grids[..1] : [.. grids[..(fit - 1)], grids[^1]];

        for (int line = 0; line < grids[0].Length; line++)
            yield return string.Concat(grids.Select(grid => grid[line].PadRight(columns + Gap))).TrimEnd();

        if (room[0] < grounds[0].Count || room[1] < grounds[1].Count)
            yield return $"cut: {grounds[0].Count}×{grounds[1].Count} positions with padding, {Coordinates.Sizes(question.OutputSizes)} windows";
    }

    private bool IsTransposed => question.Operation == Operation.Transposed;

    /// <summary>The windows worth seeing: the one asked for, or the first, its neighbours right and below, and the last.</summary>
    private IEnumerable<(int Row, int Column)> Outputs()
    {
        if (question.Operation.WritesOutputs() && question.Result.Length > 0)
            return [(question.ResultPosition[0], question.ResultPosition[1])];

        int lastRow = question.Axes[0].Output - 1, lastColumn = question.Axes[1].Output - 1;
        (int, int)[] all = [(0, 0), (0, Math.Min(1, lastColumn)), (Math.Min(1, lastRow), 0), (lastRow, lastColumn)];
        return all.Distinct();
    }

    private string[] Grid((int Row, int Column) o)
    {
        int top = grounds[0].ViewAround(o.Row, room[0]), left = grounds[1].ViewAround(o.Column, room[1]);
        var lines = new string[room[0] + 1];
        int flat = RowMajor.Index([o.Row, o.Column], question.OutputSizes);
        int[] tiles = [question.Axes[0].PhaseOf(o.Row), question.Axes[1].PhaseOf(o.Column)];
        string name = question.IsSingleChannel
            ? question.AtOutput(0, flat)
            : $"{question.Letters.AtOutput}{Coordinates.Text([o.Row, o.Column])}";
        lines[0] = name + (question.Geometry.IsTiled ? $" {question.Letters.AtTap}[{string.Join(',', tiles)}]" : "");
        for (int row = 0; row < room[0]; row++)
            lines[row + 1] = string.Join(' ', Enumerable.Range(left, room[1]).Select(column => Cell(o, top + row, column)));
        return lines;
    }

    private char Cell((int Row, int Column) o, int row, int column)
    {
        bool isInput = grounds[0].IsInput(row) && grounds[1].IsInput(column);
        bool isTap = grounds[0].TapAt(o.Row, row) != Axis.None && grounds[1].TapAt(o.Column, column) != Axis.None;
        if (isTap)
            return isInput ? '■' : '+';
        if (isInput)
            return '□';
        return grounds[0].IsBeyond(row) || grounds[1].IsBeyond(column) ? '-' : '·';
    }

    private string Legend()
    {
        string place = IsTransposed ? "output" : "input";
        bool isPadded = question.Axes.Any(static axis => axis.Begin + axis.End > 0);
        bool isBeyond =
            question.Axes.Zip(grounds).Any(static pair => pair.Second.First + pair.Second.Count > pair.First.Input + pair.First.End);
        string border = string.Join(" and ", question.Axes.Select(static axis => BorderWord.Of(axis.Border)).Distinct());
        string padding = isPadded ? $", · {(IsTransposed ? "cropped away" : $"padding ({border})")}, + tap there" : "";
        return $"■ tap on {place}, □ {place}{padding}{(isBeyond ? ", - beyond the padding" : "")}";
    }
}
