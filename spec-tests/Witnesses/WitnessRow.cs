namespace ReferenceConv.SpecTests.Witnesses;

/// <summary>A row of the page: a fault, and the witnesses that notice it.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="NoticedBy">Names of witnesses.</param>
internal sealed record WitnessRow(Fault Fault, IReadOnlyList<string> NoticedBy)
{
    private const string Mark = "✓";

    /// <summary>The head of the table.</summary>
    public static string Head(string[] witnesses) => $"| room | fault | {string.Join(" | ", witnesses)} |";

    /// <summary>The rows as a page has them; a fault that is not on the page, or a page with other witnesses, has nobody.</summary>
    public static IReadOnlyList<WitnessRow> Read(string[] page, IEnumerable<Fault> faults, string[] witnesses)
    {
        bool sameWitnesses = page.Contains(Head(witnesses));
        return [.. faults.Select(fault => new WitnessRow(fault, sameWitnesses ? MarkedFor(fault) : []))];

        string[] MarkedFor(Fault fault)
        {
            string? line = page.FirstOrDefault(line => line.StartsWith($"| {fault.Room} | {fault.Name} |", StringComparison.Ordinal));
            string[] cells = line?.Split('|')[3..^1] ?? [];
            return [.. witnesses.Zip(cells).Where(static pair => pair.Second.Trim() == Mark).Select(static pair => pair.First)];
        }
    }

    /// <summary>
    /// The first witness of the row, and those whose first row it is; of a row that has nobody, all. One that depends on the machine is
    /// nobody's first.
    /// </summary>
    public static string[] WhoSuffice(WitnessRow row, IReadOnlyList<WitnessRow> all, string dependent)
    {
        string? first = row.NoticedBy.FirstOrDefault(name => name != dependent);
        return first is null
            ? [.. WitnessStand.All.Select(static witness => witness.Name)]
            : [.. row.NoticedBy.Where(name => name == first || all.First(other => other.NoticedBy.Contains(name)) == row)];
    }

    /// <summary>The row after some have been asked anew: the others stay as they were.</summary>
    public WitnessRow Corrected(string[] asked, IReadOnlyList<string> noticed) =>
        this with
        {
            NoticedBy = [.. WitnessStand.All.Select(static witness => witness.Name).Where(
            name => (asked.Contains(name) ? noticed : NoticedBy).Contains(name))]
        };

    /// <summary>The line of the table.</summary>
    public string Line(string[] witnesses) =>
        $"| {Fault.Room} | {Fault.Name} | {string.Join(" | ", witnesses.Select(name => NoticedBy.Contains(name) ? Mark : " "))} |";
}
