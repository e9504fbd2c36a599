namespace ReferenceConv.Cli.Explain;

/// <summary>The explanation as text of at most 80 columns.</summary>
internal static class TextReport
{
    /// <summary>All lines, or none: what is refused is refused before the first line.</summary>
    public static string[] Lines(Question question)
    {
        Sum? sum = question.Result.IsEmpty ? null : SumTrace.Of(question);
        return
        [
            .. Page.Fill(Headline.Of(question), "", "  "),
            .. Size(question),
            .. Windows(question),
            .. Matrix(question),
            .. sum is null ? [] : (string[])["", "Sum", .. SumPicture.Lines(sum).Select(static line => $"  {line}")],
        ];
    }

    private static IEnumerable<string> Size(Question question)
    {
        string[] names = AxisNames.Of(question.Axes.Length);
        bool areAlike = question.Axes.Distinct().Count() == 1 && question.Paddings.Distinct().Count() == 1;
        for (int a = 0; a < (areAlike ? 1 : question.Axes.Length); a++)
        {
            yield return "";
            yield return question.Axes.Length == 1 ? "Size" : areAlike ? "Size, on every axis" : $"Size, {names[a]}";
            Step[] steps = [.. SizeSteps.Of(question, a)];
            int width = steps.Max(static step => step.Name.Length);
            foreach (Step step in steps)
                foreach (string line in Page.Wrap(step.Text, $"  {step.Name.PadRight(width)}  ", new string(' ', width + 4)))
                    yield return line;
        }
    }

    private static IEnumerable<string> Windows(Question question)
    {
        if (question.Operation == Operation.BiasGradient)
            yield break;

        yield return "";
        if (question.Axes.Length == 3)
        {
            yield return "Windows are drawn for one or two axes.";
            yield break;
        }

        IEnumerable<string> picture = question.Axes.Length == 1
            ? RowPicture.Lines(question)
            : MeetingPicture.Fits(question) ? MeetingPicture.Lines(question) : GridPicture.Lines(question);
        string[] lines = [.. picture];
        foreach (string line in Page.Fill(lines[0].Split(", "), "Windows: ", "  "))
            yield return line;
        foreach (string line in lines.Skip(1))
            yield return $"  {line}".TrimEnd();
    }

    private static IEnumerable<string> Matrix(Question question)
    {
        if (!SharingMatrix.Exists(question))
            yield break;

        yield return "";
        if (SharingMatrix.Of(question) is not { } matrix)
        {
            yield return "Matrix: too large to write out.";
            yield break;
        }

        (string caption, string[] lines) = MatrixPicture.Of(matrix);
        yield return $"Matrix: {caption}";
        foreach (string line in lines)
            yield return $"  {line}";
    }
}
