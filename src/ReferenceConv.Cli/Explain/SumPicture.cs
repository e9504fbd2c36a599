namespace ReferenceConv.Cli.Explain;

/// <summary>
/// A sum over as many lines as it needs, a line of the kernel to a line where that fits; below it, the same with the numbers in.
/// </summary>
internal static class SumPicture
{
    private const int Width = 77;
    private const int MostTerms = 64;
    private const int ShownAtEachEnd = 24;

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(Sum sum)
    {
        if (sum.Terms.Length == 0)
            yield return $"{sum.Result} = 0";
        else
            foreach (string line in Block($"{sum.Result} = {sum.Prefix}", sum.Terms, sum.Separator, sum.Suffix, sum.TermsPerLine))
                yield return line;

        if (sum.Value is not null)
            foreach (string line in Block(
                $"{new string(' ', sum.Result.Length)} = ", sum.Numbers, sum.Separator, $" = {sum.Value}", sum.TermsPerLine))
                yield return line;
        if (sum.Terms.Length > MostTerms)
            yield return $"{sum.Terms.Length} terms; --json has them all";
        if (sum.Note is not null)
            yield return sum.Note;
    }

    /// <summary>A plus begins a line, a comma ends one.</summary>
    private static IEnumerable<string> Block(string start, string[] terms, string separator, string suffix, int perLine)
    {
        if (terms.Length > MostTerms)
            terms = [.. terms[..ShownAtEachEnd], "…", .. terms[^ShownAtEachEnd..]];

        int width = Width - start.Length - suffix.Length;
        string[][] lines = [.. Break(terms, separator, width, perLine)];
        string next = separator == " + " ? new string(' ', start.Length - 2) + "+ " : new string(' ', start.Length);
        for (int l = 0; l < lines.Length; l++)
        {
            string end = l == lines.Length - 1 ? suffix : separator == " + " ? "" : ",";
            yield return (l == 0 ? start : next) + string.Join(separator, lines[l]) + end;
        }
    }

    /// <summary>So many terms to a line if every such line fits; otherwise as many as fit.</summary>
    private static IEnumerable<string[]> Break(string[] terms, string separator, int width, int perLine)
    {
        if (perLine > 0 && terms.Chunk(perLine).All(line => string.Join(separator, line).Length <= width))
            return terms.Chunk(perLine);

        var lines = new List<string[]>();
        var line = new List<string>();
        foreach (string term in terms)
        {
            if (line.Count > 0 && string.Join(separator, [.. line, term]).Length > width)
            {
                lines.Add([.. line]);
                line.Clear();
            }

            line.Add(term);
        }

        return [.. lines, [.. line]];
    }
}
