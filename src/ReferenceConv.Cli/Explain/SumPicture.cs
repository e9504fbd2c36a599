namespace ReferenceConv.Cli.Explain;

/// <summary>A sum over as many lines as it needs, a line of the kernel to a line where that fits.</summary>
internal static class SumPicture
{
    private const int Width = 77;
    private const int MostTerms = 64;
    private const int ShownAtEachEnd = 24;

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(Sum sum)
    {
        string indent = new(' ', sum.Result.Length + 3 + sum.Prefix.Length);
        if (sum.Terms.Length == 0)
            yield return $"{sum.Result} = 0";
        else
        {
            bool isCut = sum.Terms.Length > MostTerms;
            string[] terms = isCut ? [.. sum.Terms[..ShownAtEachEnd], "…", .. sum.Terms[^ShownAtEachEnd..]] : sum.Terms;
            string opening = sum.Separator == " + " ? "+ " : "";
            string closing = opening.Length == 0 ? "," : "";
            string[][] lines = [.. Break(sum, terms, Width - indent.Length)];
            for (int l = 0; l < lines.Length; l++)
            {
                string start = l == 0 ? $"{sum.Result} = {sum.Prefix}" : indent[..^opening.Length] + opening;
                string end = l == lines.Length - 1 ? sum.Suffix : closing;
                yield return start + string.Join(sum.Separator, lines[l]) + end;
            }

            if (isCut)
                yield return $"{sum.Terms.Length} terms; --json has them all";
        }

        if (sum.Note is not null)
            yield return sum.Note;
    }

    private static IEnumerable<string[]> Break(Sum sum, string[] terms, int width)
    {
        int perLine = sum.TermsPerLine > 0 ? sum.TermsPerLine : int.MaxValue;
        if (terms.Chunk(Math.Min(perLine, terms.Length)).Any(line => string.Join(sum.Separator, line).Length + sum.Suffix.Length + 2 > width))
            perLine = int.MaxValue;

        var line = new List<string>();
        foreach (string term in terms)
        {
            bool isFull = line.Count == perLine || string.Join(sum.Separator, [.. line, term]).Length + sum.Suffix.Length + 2 > width;
            if (line.Count > 0 && isFull)
            {
                yield return [.. line];
                line.Clear();
            }

            line.Add(term);
        }

        yield return [.. line];
    }
}
