namespace ReferenceConv.Verification.Reports;

/// <summary>Breaks what is longer than a line.</summary>
public static class Wrapping
{
    /// <summary>A report is at most so many columns wide.</summary>
    public const int Width = 80;

    /// <summary>Words over as many lines as they need; a word that is longer than a line stays whole.</summary>
    /// <param name="text">The words.</param>
    /// <param name="start">What stands before the first.</param>
    /// <param name="next">What stands before the first word of every other line.</param>
    public static IEnumerable<string> Words(string text, string start, string next) => Items(text.Split(' '), " ", start, next, Width);

    /// <summary>Items over as many lines as they need.</summary>
    /// <param name="items">One or more.</param>
    /// <param name="separator">What stands between two on one line; what it ends in blanks is left out at the end of a line.</param>
    /// <param name="start">What stands before the first.</param>
    /// <param name="next">What stands before the first item of every other line.</param>
    /// <param name="width">The length of a line.</param>
    public static IEnumerable<string> Items(IReadOnlyList<string> items, string separator, string start, string next, int width)
    {
        string line = start + items[0];
        for (int i = 1; i < items.Count; i++)
        {
            string longer = line + separator + items[i];
            string end = i == items.Count - 1 ? "" : separator.TrimEnd();
            if (longer.Length + end.Length <= width)
            {
                line = longer;
                continue;
            }

            yield return (line + separator).TrimEnd();
            line = next + items[i];
        }

        yield return line;
    }
}
