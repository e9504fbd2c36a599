using System.Text;

namespace ReferenceConv.SpecTests.Traceability;

/// <summary>
/// Writes <c>docs/catalogue.md</c>: each formula of the lectures beside the code that computes it and the tests that check it.
/// </summary>
internal static class CataloguePage
{
    private static readonly string[] Lectures =
    [
        "A deep dive into the convolution operation (Thelineau, PyData Cluj-Napoca 2019)",
        "Deep Learning course, Session 10: Convolutional Neural Networks (Roman-Rangel, 2018)",
        "Convolutional networks (Atemkeng, adapted from Deep Learning Indaba 2018)",
        "Deep Learning & Applied AI: Convolutional neural networks (Rodolà)",
        "Understand the convolution layer and the architecture of Conv-net (author not named)",
    ];

    /// <summary>The page.</summary>
    public static string Text(IReadOnlyList<CatalogueRow> formulas, IReadOnlyList<ErratumRow> errata, IReadOnlyList<Claim> claims)
    {
        var page = new StringBuilder();
        page.Append(
            $"""
            # The formulas of the lectures

            {formulas.Count} entries from five lectures, in their order. The id of an entry (`S2.04`: lecture 2, entry 4) stands on the code
            that computes it and on the tests that check it; this page is generated from those labels.

            - **CORE** ({formulas.Count(row => row.Scope == "CORE")}): the operation itself. Each entry has code and a test.
            - **SOFT** ({formulas.Count(row => row.Scope == "SOFT")}): supporting statements. A test where there is something to test, code where there is something to compute.
            - [Context](#context) ({formulas.Count(row => row.Scope == "CTX")}): listed with the reason why nothing computes it.

            A formula marked "(derived)" is printed on no slide; it follows from what the slide prints, draws or names.
            Where a slide prints something else than what holds, the row names the [erratum](#errata) ({errata.Count} of them).


            """);

        foreach (IGrouping<int, CatalogueRow> lecture in formulas.Where(row => row.Scope != "CTX").GroupBy(row => row.Lecture))
        {
            page.Append($"## Lecture {lecture.Key}: {Lectures[lecture.Key]}\n\n| id | slide | formula | scope | code | tests |\n|---|---|---|---|---|---|\n");
            foreach (CatalogueRow row in lecture)
                page.Append($"| {row.Id} | {row.Slide} | {row.Formula}{ErrataOf(row)} | {row.Scope} | {Links(row.Debt, Claimant.Code)} | {Links(row.Debt, Claimant.Test)} |\n");
            page.Append('\n');
        }

        page.Append(
            """
            ## Errata

            Kinds: **A** wrong as printed, **B** a conflict of conventions, **C** true only under a condition the slide leaves out, **D** lost or
            garbled in the text of the slide, **E** wording. The corrected form is the method; the printed one exists where it teaches something.

            | id | kind | entries | printed | what holds | code | tests |
            |---|---|---|---|---|---|---|

            """);
        foreach (ErratumRow row in errata)
        {
            string tests = string.Join("<br>", new[] { Links(row.Debt, Claimant.Test), row.Why }.Where(text => text.Length > 0));
            page.Append($"| {row.Id} | {row.Kind} | {row.Where} | {row.Printed} | {row.Resolution} | {Links(row.Debt, Claimant.Code)} | {tests} |\n");
        }

        page.Append("\n## Context\n\n| id | slide | what it says | why nothing computes it |\n|---|---|---|---|\n");
        foreach (CatalogueRow row in formulas.Where(row => row.Scope == "CTX"))
            page.Append($"| {row.Id} | {row.Slide} | {row.Formula} | {row.Why} |\n");

        return page.ToString();

        string ErrataOf(CatalogueRow row)
        {
            string[] ids =
                [.. errata.Where(erratum => erratum.Where.Split(", ").Contains(row.Id)).Select(erratum => $"[{erratum.Id}](#errata)")];
            return ids.Length == 0 ? "" : $" ({string.Join(", ", ids)})";
        }

        string Links(Debt debt, Claimant by) => string.Join("<br>", claims
            .Where(claim => (claim.Label, claim.Id, claim.By) == (debt.Label, debt.Id, by))
            .Select(Link)
            .Distinct()
            .Order(StringComparer.Ordinal));
    }

    /// <summary>A test's name is a sentence and is shown as one.</summary>
    private static string Link(Claim claim) =>
        $"[{(claim.By is Claimant.Test ? claim.Member!.Replace('_', ' ') : claim.Name)}](../{Repository.SourceOf(claim.Type)})";
}
