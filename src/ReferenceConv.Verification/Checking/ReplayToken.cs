using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>
/// A rule on a case as one word that no shell touches: <c>structure.weight-gradient.float32.AQAB.Bg</c>, that is the rule, the operator,
/// the number type, the token of the case and, where numbers were made simpler, the data mask.
/// </summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="NumberType">float32 or float64.</param>
/// <param name="Case">The operator, its shapes, its seed and its mask.</param>
public sealed record ReplayToken(string Rule, string NumberType, OperatorCase Case)
{
    private const char Separator = '.';   // base64url has none

    private static readonly string[] Rules = [.. RuleBook<double>.All.Select(static rule => rule.Name)];
    private static readonly string[] NumberTypes = [NumberFormat<float>.Name, NumberFormat<double>.Name];

    /// <summary>What replays a broken rule.</summary>
    /// <returns>Null where the case has no token.</returns>
    public static ReplayToken? Of(Break broken, string numberType) =>
        broken.Smallest.Origin is null ? null : new ReplayToken(broken.Rule, numberType, broken.Smallest);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is not a token; the message names the part that is wrong.</exception>
    public static ReplayToken Parse(string text)
    {
        string[] parts = text.Split(Separator);
        if (parts.Length is not (4 or 5))
            throw new ArgumentException(
                $"a replay token must be RULE.OPERATOR.TYPE.CASE or RULE.OPERATOR.TYPE.CASE.MASK, was {Quote.Of(text)}");

        string rule = Choose("rule", Rules, static rule => rule, parts[0]);
        ConvolutionOperator op = Choose("operator", ConvolutionOperators.All, static op => op.Name(), parts[1]);
        string numberType = Choose("number type", NumberTypes, static type => type, parts[2]);
        OperatorCase instance = OperatorCase.Of(ConvolutionCase.Parse(parts[3]), op)
            ?? throw new ArgumentException(
                $"case of a replay token must have windows that see an input for {op.Name()}, was {Quote.Of(parts[3])}");
        return new ReplayToken(rule, numberType, parts.Length == 4
            ? instance
            : instance.WithMask(DataMask.Parse(parts[4], Elements(instance))));
    }

    /// <summary>The token.</summary>
    public override string ToString()
    {
        string token = string.Join(Separator, Word(Rule), Word(Case.Operator.Name()), NumberType, Case.Origin!.Token);
        return Case.Mask is null ? token : $"{token}{Separator}{Case.Mask}";
    }

    private static int Elements(OperatorCase instance) =>
        Signature.Of(instance.Geometry, instance.Operator, instance.Flag).Inputs.Sum(static input => input.Length);

    private static T Choose<T>(string part, IReadOnlyList<T> all, Func<T, string> name, string word)
    {
        foreach (T one in all)
            if (Word(name(one)) == word)
                return one;
        throw new ArgumentException(
            $"{part} of a replay token must be one of {string.Join(", ", all.Select(one => Word(name(one))))}; was {Quote.Of(word)}");
    }

    private static string Word(string name) => name.Replace(' ', '-');
}
