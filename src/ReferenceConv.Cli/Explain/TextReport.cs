namespace ReferenceConv.Cli.Explain;

/// <summary>The explanation as text of at most 80 columns.</summary>
internal static class TextReport
{
    /// <summary>All lines.</summary>
    public static IEnumerable<string> Lines(Question question) =>
        Title(question).Concat(Size(question)).Concat(Windows(question)).Concat(Matrix(question)).Concat(OneSum(question));

    private static IEnumerable<string> Title(Question question) => Page.Fill(Headline.Of(question), "", "  ");

    private static IEnumerable<string> Size(Question question)
    {
        string[] names = question.Axes.Length switch { 1 => [""], 2 => ["rows", "columns"], _ => ["depth", "rows", "columns"] };
        bool areAlike = question.Axes.Distinct().Count() == 1 && question.Paddings.Distinct().Count() == 1;
        for (int a = 0; a < (areAlike ? 1 : question.Axes.Length); a++)
        {
            yield return "";
            yield return question.Axes.Length == 1 ? "Size" : areAlike ? "Size, on every axis" : $"Size, {names[a]}";
            Step[] steps = [.. SizeSteps.Of(question, a)];
            int width = steps.Max(static step => step.Name.Length);
            foreach (Step step in steps)
                foreach (string line in Page.Fill(step.Text.Split(": "), $"  {step.Name.PadRight(width)}  ", new string(' ', width + 4), ": "))
                    yield return line;
        }
    }

    private static IEnumerable<string> Windows(Question question)
    {
        yield return "";
        if (question.Axes.Length == 3)
        {
            yield return "Windows are drawn for one or two axes.";
            yield break;
        }

        string[] lines = [.. question.Axes.Length == 1 ? RowPicture.Lines(question) : GridPicture.Lines(question)];
        foreach (string line in Page.Fill(lines[0].Split(", "), "Windows: ", "  "))
            yield return line;
        foreach (string line in lines.Skip(1))
            yield return $"  {line}".TrimEnd();
    }

    private static IEnumerable<string> Matrix(Question question)
    {
        if (SharingMatrix.Of(question) is not { } matrix)
            yield break;
        (string caption, IEnumerable<string> lines) = MatrixPicture.Of(matrix);
        yield return "";
        yield return $"Matrix: {caption}";
        foreach (string line in lines)
            yield return $"  {line}";
    }

    private static IEnumerable<string> OneSum(Question question)
    {
        if (question.Result.IsEmpty)
            yield break;
        Sum sum = SumTrace.Of(question);
        yield return "";
        yield return "Sum";
        foreach (string line in SumPicture.Lines(sum))
            yield return $"  {line}";
    }
}
