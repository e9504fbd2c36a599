namespace ReferenceConv.SpecTests.Traceability;

/// <summary>One erratum or conflict of the lectures: a row of <c>errata.tsv</c>.</summary>
/// <param name="Id">Such as <c>E04</c>.</param>
/// <param name="Kind">
/// A wrong as printed, B a conflict of conventions, C true only under an unstated condition, D lost or garbled in the text, E wording.
/// </param>
/// <param name="Where">The catalogue entries it bites.</param>
/// <param name="Printed">What the slide says.</param>
/// <param name="Resolution">What holds here.</param>
/// <param name="Why">For wording, why there is no test; else empty.</param>
/// <param name="Owes"><c>test</c>, or <c>wording</c> where nothing can be computed.</param>
internal sealed record ErratumRow(string Id, string Kind, string Where, string Printed, string Resolution, string Why, string Owes)
{
    /// <summary>What has to carry this erratum's label.</summary>
    public Debt Debt => new("Erratum", Id, Owes);
}
