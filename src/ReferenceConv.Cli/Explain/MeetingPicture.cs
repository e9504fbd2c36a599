using ReferenceConv.Geometry;

namespace ReferenceConv.Cli.Explain;

/// <summary>
/// Two axes, for one result that is no window: the outputs whose windows hold an input (data gradient, transposed),
/// or the inputs that lie under one tap (weight gradient). Whether two positions meet is decided axis by axis.
/// </summary>
internal static class MeetingPicture
{
    private const int MostRows = 16;
    private const int MostColumns = 38;

    /// <summary>Whether the result that is asked for is of this kind.</summary>
    public static bool Fits(Question question) =>
        question.Result.Length > 0 && (question.Operation.WritesInputs() || question.Operation == Operation.WeightGradient);

    /// <summary>Legend and grid.</summary>
    public static IEnumerable<string> Lines(Question question)
    {
        string result = SumTrace.ResultName(question);
        bool isTap = question.Operation == Operation.WeightGradient;
        yield return isTap
            ? $"■ {question.Letters.AtInput} under tap {result} in some window, □ the others, + the same over padding, · padding"
            : $"■ {question.Letters.AtOutput} whose window holds {result}, □ the others";

        string[] rows = isTap ? UnderTap(question, 0) : Holding(question, 0);
        string[] columns = isTap ? UnderTap(question, 1) : Holding(question, 1);
        (int top, int height) = View(rows, MostRows);
        (int left, int width) = View(columns, MostColumns);
        foreach (string row in rows[top..(top + height)])
            yield return string.Join(' ', columns[left..(left + width)].Select(column => Cell(row, column)));
        if (height < rows.Length || width < columns.Length)
            yield return $"cut: rows {top}–{top + height - 1} of {rows.Length}, columns {left}–{left + width - 1} of {columns.Length}";
    }

    private static string Cell(string row, string column)
    {
        bool isMarked = row[0] == '■' && column[0] == '■';
        bool isInside = row[1] == '□' && column[1] == '□';
        return isMarked ? (isInside ? "■" : "+") : isInside ? "□" : "·";
    }

    /// <summary>One axis, an entry per output: is it marked, is it inside (always).</summary>
    private static string[] Holding(Question question, int a)
    {
        Axis axis = question.Axes[a];
        int input = question.ResultPosition[a];
        return
        [
            .. Enumerable.Range(0, axis.Output)
                .Select(o => Enumerable.Range(0, axis.Kernel).Any(r => axis.InputAt(o, r) == input) ? "■□" : "□□"),
        ];
    }

    /// <summary>One axis, an entry per position of the padded input: is it marked, is it inside.</summary>
    private static string[] UnderTap(Question question, int a)
    {
        Axis axis = question.Axes[a];
        var ground = new Ground(axis);
        int tap = question.ResultPosition[a];
        bool IsMarked(int position) => Enumerable.Range(0, axis.Output).Any(o =>
            ground.TapAt(o, position) == tap && (!question.Geometry.IsTiled || axis.PhaseOf(o) == question.Result[a]));
        return
        [
            .. Enumerable.Range(ground.First, ground.Count)
                .Select(position => (IsMarked(position) ? "■" : "□") + (ground.IsInput(position) ? "□" : "·")),
        ];
    }

    private static (int Start, int Length) View(string[] entries, int most)
    {
        int first = Math.Max(0, Array.FindIndex(entries, static entry => entry[0] == '■') - 2);
        int length = Math.Min(most, entries.Length);
        return (Math.Min(first, entries.Length - length), length);
    }
}
