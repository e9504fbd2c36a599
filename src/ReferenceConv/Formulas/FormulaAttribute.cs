namespace ReferenceConv.Formulas;

/// <summary>
/// Says which catalogue entries of the lectures a method computes, or a test checks: <c>[Formula("S2.04")]</c>.
/// The same label stands on the code, on its test and in <c>docs/catalogue.md</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class FormulaAttribute : Attribute
{
    /// <summary>Labels the member with catalogue entries.</summary>
    /// <param name="ids">Ids such as <c>S2.04</c>: lecture 2, entry 4.</param>
    public FormulaAttribute(params string[] ids) => Ids = ids;

    /// <summary>The catalogue entries, as in <c>docs/catalogue.md</c>.</summary>
    public IReadOnlyList<string> Ids { get; }
}
