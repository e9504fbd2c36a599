namespace ReferenceConv.Cli.Explain;

/// <summary>One result and its terms in the order in which they were summed.</summary>
/// <param name="Result">For example <c>y(0,0)</c>.</param>
/// <param name="Terms">For example <c>x(0,0)w(0,0)</c>; none for an empty sum.</param>
internal sealed record Sum(string Result, string[] Terms)
{
    /// <summary>What stands before the terms: <c>max{</c>, <c>(</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What stands between the terms.</summary>
    public string Separator { get; init; } = " + ";

    /// <summary>What stands behind the terms: <c>)/4</c>.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The terms with the numbers in, such as <c>1·0</c>; empty where no numbers were given.</summary>
    public string[] Numbers { get; init; } = [];

    /// <summary>What the numbers come to; null where none were given.</summary>
    public string? Value { get; init; }

    /// <summary>A remark below: what met nothing, or how the terms are to be read.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// How many terms stand in a line if they fit, so that the lines of the picture are the lines of the kernel; 0 to fill lines.
    /// </summary>
    public int TermsPerLine { get; init; }

    /// <summary>The whole in one line.</summary>
    public override string ToString() => $"{Result} = {(Terms.Length == 0 ? "0" : $"{Prefix}{string.Join(Separator, Terms)}{Suffix}")}";
}
