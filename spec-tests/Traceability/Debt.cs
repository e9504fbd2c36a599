namespace ReferenceConv.SpecTests.Traceability;

/// <summary>What an entry owes: members that carry <c>[Label("Id")]</c>.</summary>
/// <param name="Label"><c>Formula</c> or <c>Erratum</c>.</param>
/// <param name="Id">The entry.</param>
/// <param name="Owes"><c>code+test</c>, <c>test</c>, <c>row</c>, <c>wording</c>, or <c>none</c>: it must not be claimed.</param>
internal sealed record Debt(string Label, string Id, string Owes);
