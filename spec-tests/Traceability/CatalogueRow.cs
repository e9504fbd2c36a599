namespace ReferenceConv.SpecTests.Traceability;

/// <summary>One entry of the catalogue of the lectures' formulas: a row of <c>catalogue.tsv</c>.</summary>
/// <param name="Id">Such as <c>S2.04</c>: lecture 2, entry 4.</param>
/// <param name="Scope"><c>CORE</c>, <c>SOFT</c> or <c>CTX</c>.</param>
/// <param name="Slide">The slide's heading.</param>
/// <param name="Formula">The formula, in Markdown with <c>$…$</c> math.</param>
/// <param name="Why">For context, why nothing is computed; else empty.</param>
/// <param name="Owes"><c>code+test</c>, <c>test</c>, <c>row</c> (this row is enough) or <c>none</c> (context).</param>
internal sealed record CatalogueRow(string Id, string Scope, string Slide, string Formula, string Why, string Owes)
{
    /// <summary>The lecture, 0 to 4.</summary>
    public int Lecture => Id[1] - '0';

    /// <summary>What has to carry this entry's label.</summary>
    public Debt Debt => new("Formula", Id, Owes);
}
