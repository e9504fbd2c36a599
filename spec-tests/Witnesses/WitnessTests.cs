using System.Text;
using NUnit.Framework;
using ReferenceConv.SpecTests.Onnx;

namespace ReferenceConv.SpecTests.Witnesses;

/// <summary>
/// Why the reference itself can be trusted: whatever line of it goes wrong, somebody who does not share that line says so.
/// </summary>
public sealed class WitnessTests
{
    private const string PageName = "witnesses.md";
    private const string NeedsItsCases = "ONNX";

    private static readonly string Sources = Path.Combine(Repository.Root, "src", "ReferenceConv");
    private static readonly string[] Names = [.. WitnessStand.All.Select(static witness => witness.Name)];
    private static readonly Lazy<IReadOnlyList<(WitnessRow Row, IReadOnlyList<string> Heard)>> Rows = new(AskAboutAll);

    [Test]
    public void No_witness_accuses_the_library_as_it_is() => Assert.That(FaultyLibrary.Ask(Sources, null, Names), Is.Empty);

    [Test]
    public void Every_fault_is_noticed_by_a_witness() =>
        Assert.That(Rows.Value.Where(static asked => asked.Heard.Count == 0).Select(static asked => asked.Row.Fault.Name), Is.Empty);

    [Test]
    public void Every_witness_notices_a_fault() =>
        Assert.That(Names.Where(static name => name != NeedsItsCases || OnnxFolder.All.Count > 0),
            Is.SubsetOf(Rows.Value.SelectMany(static asked => asked.Heard)));

    [Test]
    public void Every_room_has_faults_and_there_are_at_least_twenty()
    {
        Assert.That(Faults.All, Has.Count.AtLeast(20));
        Assert.That(Faults.All.Select(static fault => fault.Room).Distinct(),
            Is.EquivalentTo(new[] { "Geometry", "Operators", "Fast", "Formulas" }));
    }

    [Test]
    public void The_page_of_the_witnesses_is_up_to_date() => Page.Check(PageName, Text(), WithoutLastColumn);

    /// <summary>
    /// All witnesses about all faults, if the page is written; otherwise those who suffice, because each question costs seconds. With each
    /// row, corrected, who was heard to notice in this run.
    /// </summary>
    private static IReadOnlyList<(WitnessRow, IReadOnlyList<string>)> AskAboutAll()
    {
        IReadOnlyList<WitnessRow> known = WitnessRow.Read(Page.Lines(PageName), Faults.All, Names);
        return
        [
            .. known.AsParallel().AsOrdered().Select(row =>
            {
                string[] asked = Page.IsWritten ? Names : WitnessRow.WhoSuffice(row, known, NeedsItsCases);
                IReadOnlyList<string> heard = FaultyLibrary.Ask(Sources, row.Fault, asked);
                return (row.Corrected(asked, heard), heard);
            }),
        ];
    }

    /// <summary>The column of the published cases depends on the machine.</summary>
    private static string WithoutLastColumn(string page) =>
        string.Join('\n', page.Split('\n').Select(static line => line.EndsWith("✓ |", StringComparison.Ordinal)
            || line.EndsWith("  |", StringComparison.Ordinal) ? line[..^3] : line));

    private static string Text()
    {
        var text = new StringBuilder();
        text.Append("# The witnesses\n\n");
        text.Append("Who guards the reference? Each row is one line of the library gone wrong: the library is compiled with that fault alone, and every\n");
        text.Append("witness is asked whether it notices. A witness compares two computations that share as little as possible. This page is written by the\n");
        text.Append("test that plants the faults: the whole table when the page is written, and in every run of the tests the first of each row's witnesses, and each witness\n");
        text.Append("about the first fault that it noticed.\n\n");
        text.Append("| witness | holds equal |\n|---|---|\n");
        foreach (Witness witness in WitnessStand.All)
            text.Append($"| {witness.Name} | {witness.Statement} |\n");

        text.Append($"\nThe published cases are not part of the project; the column says what the machine that wrote the page had.\n");
        text.Append($"\n{WitnessRow.Head(Names)}\n");
        text.Append($"|---|---|{string.Concat(Names.Select(static _ => ":-:|"))}\n");
        foreach ((WitnessRow row, _) in Rows.Value)
            text.Append($"{row.Line(Names)}\n");

        text.Append($"\n{Rows.Value.Count} faults, {Rows.Value.Count(static asked => asked.Row.NoticedBy.Count == 0)} unnoticed.\n");
        return text.ToString();
    }
}
