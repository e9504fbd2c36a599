namespace ReferenceConv.Cli.Explain;

/// <summary>Lines of at most 80 columns.</summary>
internal static class Page
{
    /// <summary>Columns of a line.</summary>
    public const int Width = 80;

    /// <summary>Parts, joined by <paramref name="separator"/>, as many to a line as fit.</summary>
    public static IEnumerable<string> Fill(IEnumerable<string> parts, string first, string indent, string separator = ", ")
    {
        string line = first, join = "";
        foreach (string part in parts)
        {
            if (join.Length > 0 && Columns(line) + Columns(join) + Columns(part) > Width - 1)
            {
                yield return line + join.TrimEnd();
                (line, join) = (indent, "");
            }

            line += join + part;
            join = separator;
        }

        yield return line;
    }

    /// <summary>A text broken at its spaces; an equals sign stays with what follows it.</summary>
    public static IEnumerable<string> Wrap(string text, string first, string indent) =>
        Fill(text.Replace("= ", "=\u00a0", StringComparison.Ordinal).Split(' '), first, indent, " ").Select(
            static line => line.Replace('\u00a0', ' '));

    /// <summary>How many columns a text takes: the circumflex of k̂ stands above its letter.</summary>
    public static int Columns(string text) => text.Count(static letter => letter != '\u0302');
}
