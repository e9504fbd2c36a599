namespace ReferenceConv.SpecTests.Traceability;

/// <summary>The two lists everything is traced to, in lecture order, read from the tab-separated files beside this one.</summary>
internal static class Catalogue
{
    /// <summary>The formulas of the lectures.</summary>
    public static IReadOnlyList<CatalogueRow> Formulas { get; } =
        [.. Table("catalogue.tsv", 6).Select(cell => new CatalogueRow(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]))];

    /// <summary>What is wrong, unclear or in conflict in them.</summary>
    public static IReadOnlyList<ErratumRow> Errata { get; } =
        [.. Table("errata.tsv", 7).Select(cell => new ErratumRow(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6]))];

    /// <summary>What the formulas and the errata owe.</summary>
    public static IReadOnlyList<Debt> Debts { get; } = [.. Formulas.Select(row => row.Debt), .. Errata.Select(row => row.Debt)];

    /// <summary>The lines of an embedded table after its header, cut at the tabs into <paramref name="columns"/> cells each.</summary>
    private static IEnumerable<string[]> Table(string name, int columns)
    {
        using var reader = new StreamReader(typeof(Catalogue).Assembly.GetManifestResourceStream(name)!);
        foreach (string line in reader.ReadToEnd().TrimEnd('\n').Split('\n').Skip(1))
        {
            string[] cells = line.Split('\t');
            yield return cells.Length == columns
                ? cells
                : throw new InvalidDataException($"{name} must have {columns} cells in each line, had {cells.Length} in: {line}");
        }
    }
}
