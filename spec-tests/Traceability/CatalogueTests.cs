using System.Text.RegularExpressions;
using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Traceability;

public sealed partial class CatalogueTests
{
    private static readonly IReadOnlyList<Claim> Claims =
        [.. Claim.In(typeof(FormulaAttribute).Assembly), .. Claim.In(typeof(CatalogueTests).Assembly)];

    [Test]
    public void Every_entry_is_carried_by_what_it_owes()
    {
        IReadOnlyList<(string Id, string Text)> complaints = Completeness.Complaints(Catalogue.Debts, Claims);

        string[] entries = [.. Catalogue.Formulas.Where(row => row.Scope != "CTX").Select(row => row.Id)];
        TestContext.Progress.WriteLine($"{entries.Except(complaints.Select(c => c.Id)).Count()}/{entries.Length} entries carried");

        Assert.That(string.Join('\n', complaints.Select(c => c.Text)), Is.Empty);
    }

    [Test]
    public void The_catalogue_holds_124_core_54_supporting_and_20_context_entries_and_60_errata()
    {
        Assert.That(Catalogue.Formulas.CountBy(row => row.Scope),
            Is.EquivalentTo(new Dictionary<string, int> { ["CORE"] = 124, ["SOFT"] = 54, ["CTX"] = 20 }));
        Assert.That(Catalogue.Formulas.GroupBy(row => row.Lecture, (_, rows) => rows.Count()), Is.EqualTo(new[] { 14, 46, 37, 37, 64 }));
        Assert.That(Catalogue.Errata.Select(row => row.Id), Is.EqualTo(Enumerable.Range(1, 60).Select(n => $"E{n:00}")));
    }

    [Test]
    public void The_entries_of_each_lecture_are_numbered_without_a_gap()
    {
        foreach (IGrouping<int, CatalogueRow> lecture in Catalogue.Formulas.GroupBy(row => row.Lecture))
            Assert.That(
                lecture.Select(row => row.Id), Is.EqualTo(Enumerable.Range(1, lecture.Count()).Select(n => $"S{lecture.Key}.{n:00}")));
    }

    [Test]
    public void What_an_entry_owes_follows_from_its_scope()
    {
        foreach (CatalogueRow row in Catalogue.Formulas)
            Assert.That(
                row.Scope switch
                {
                    "CORE" => row.Owes is "code+test" && row.Why is "",
                    "SOFT" => row.Owes is "code+test" or "test" or "row" && row.Why is "",
                    "CTX" => row.Owes is "none" && row.Why.Length > 0,
                    _ => false,
                },
                row.Id);

        foreach (ErratumRow row in Catalogue.Errata)
            Assert.That((row.Owes, row.Why) is ("test", "") or ("wording", { Length: > 0 }), row.Id);
    }

    [Test]
    public void Only_names_lost_figures_and_wordings_owe_no_test()
    {
        Assert.That(
            Catalogue.Formulas.Where(row => row.Owes is "row").Select(row => row.Id), Is.EqualTo(new[] { "S2.11", "S3.13", "S4.21" }));
        Assert.That(Catalogue.Errata.Where(row => row.Owes is "wording").Select(row => row.Id), Is.EqualTo(new[] { "E26", "E38", "E47" }));
    }

    [Test]
    public void Every_id_that_a_source_names_exists()
    {
        HashSet<string> known = [.. Catalogue.Formulas.Select(row => row.Id), .. Catalogue.Errata.Select(row => row.Id)];

        foreach (
            string file in Repository.SourceFiles.Where(file => !file.StartsWith("spec-tests/Traceability/", StringComparison.Ordinal)))
            Assert.That(
                Id().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))).Select(match => match.Value).Except(known),
                Is.Empty,
                file);
    }

    [Test]
    public void Errata_point_at_entries_that_exist()
    {
        HashSet<string> entries = [.. Catalogue.Formulas.Select(row => row.Id)];

        foreach (ErratumRow row in Catalogue.Errata.Where(row => row.Where != "all lectures"))
            Assert.That(row.Where.Split(", "), Is.SubsetOf(entries), row.Id);
    }

    [Test]
    public void Math_survives_Markdown()
    {
        foreach (string text in (string[])[.. Catalogue.Formulas.Select(row => row.Formula),
            .. Catalogue.Errata.SelectMany(row => new[] { row.Printed, row.Resolution })])
        {
            Assert.That(text.Count(c => c == '$') % 2, Is.Zero, $"a dollar sign is open in: {text}");
            Assert.That(BrokenByMarkdown().IsMatch(text), Is.False, $"a table cell or an escape would break in: {text}");
        }
    }

    [Test]
    public void Every_link_of_the_page_leads_to_a_file()
    {
        foreach (Claim claim in Claims)
            Assert.That(File.Exists(Path.Combine(Repository.Root, Repository.SourceOf(claim.Type))),
                $"{claim.Name} should stand in {Repository.SourceOf(claim.Type)}");
    }

    [Test]
    public void Catalogue_page_is_up_to_date()
    {
        Page.Check("catalogue.md", CataloguePage.Text(Catalogue.Formulas, Catalogue.Errata, Claims));
    }

    [GeneratedRegex(@"\bS[0-4]\.\d\d\b|\bE\d\d\b")]
    private static partial Regex Id();

    /// <summary>A bar ends a table cell; Markdown takes a backslash away before punctuation, and a star for emphasis.</summary>
    [GeneratedRegex(@"\||\\[^a-zA-Z]|\$[^$]*[*<>][^$]*\$")]
    private static partial Regex BrokenByMarkdown();
}
