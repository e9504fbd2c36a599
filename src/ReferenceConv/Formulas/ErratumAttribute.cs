namespace ReferenceConv.Formulas;

/// <summary>
/// Says which errata a method resolves or preserves, or a test shows: <c>[Erratum("E04")]</c>.
/// The errata are listed in <c>docs/catalogue.md</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErratumAttribute : Attribute
{
    /// <summary>Labels the member with errata.</summary>
    /// <param name="ids">Ids such as <c>E04</c>.</param>
    public ErratumAttribute(params string[] ids) => Ids = ids;

    /// <summary>The errata, as in <c>docs/catalogue.md</c>.</summary>
    public IReadOnlyList<string> Ids { get; }
}
