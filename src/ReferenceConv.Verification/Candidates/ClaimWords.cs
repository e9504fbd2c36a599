using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates;

/// <summary>
/// Claims in words, as <c>refconv_claims</c> of docs/examples/c/refconv.h, the hello of docs/protocol.md and <c>check --claims</c> spell
/// them:
/// <code>
/// claims = claim { white space claim }
/// claim  = [ operator ":" ] name "=" value        without an operator, of all that have none of their own
/// </code>
/// A later word stands over an earlier one.
/// </summary>
public static class ClaimWords
{
    private static readonly ImmutableArray<Word> All =
    [
        new("class", static (claims, value) => claims with { Exactness = Exactness.Parse(value) }),
        new("padding", static (claims, value) => claims with { Padding = Convention("padding", value) }),
        new("gradient-padding", static (claims, value) => claims with { DataGradientPadding = Convention("gradient-padding", value) }),
        new("subnormals", static (claims, value) => claims with { KeepsSubnormals = Kept("subnormals", value, "flushed") }),
        new("infinities", static (claims, value) => claims with { KeepsInfinities = Kept("infinities", value, "nan") }),
        new("pooling-nan", static (claims, value) => claims with { PoolingNaN = Pooled("pooling-nan", value) }),
        new("ranks", static (claims, value) => claims with { Ranks = Ranks(value) }),
        new("groups", static (claims, value) => claims with { Groups = Flag("groups", value) }),
        new("dilation", static (claims, value) => claims with { Dilation = Flag("dilation", value) }),
        new("stride", static (claims, value) => claims with { Stride = Flag("stride", value) }),
        new("asymmetric-padding", static (claims, value) => claims with { AsymmetricPadding = Flag("asymmetric-padding", value) }),
        new("bias", static (claims, value) => claims with { Bias = Flag("bias", value) }),
        new("empty-batch", static (claims, value) => claims with { EmptyBatch = Flag("empty-batch", value) }),
        new("refuses-invalid", static (claims, value) => claims with { RefusesInvalid = Flag("refuses-invalid", value) }),
    ];

    /// <summary>A candidate's claims with those of a text over them.</summary>
    /// <exception cref="ArgumentException">A word is no claim, or its value is out of range.</exception>
    public static Capabilities Over(Capabilities own, string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (string word in words.OrderBy(static word => Parts(word).Operator is not null))   // stable: what holds for all first
        {
            (ConvolutionOperator? op, Word claim, string value) = Parts(word);
            own = op is { } one
                ? own.But(one, claims => Lay(one, claim, claims, value))
                : own.Everywhere(claims => claim.Lay(claims, value));
        }

        return own;
    }

    private static (ConvolutionOperator? Operator, Word Claim, string Value) Parts(string word)
    {
        if (word.Split('=', 2) is not [var left, var value])
            throw new ArgumentException($"a claim must be NAME=VALUE or OPERATOR:NAME=VALUE, was {Quote.Of(word)}");
        string[] parts = left.Split(':', 2);
        ConvolutionOperator? op = parts.Length == 1 ? null : Choice("operator of a claim", parts[0], Operators);
        Word[] named = [.. All.Where(claim => op is null || claim.Name != "gradient-padding")];   // of an operator it is its padding
        return (op, Choice("name of a claim", parts[^1], [.. named.Select(static claim => (claim.Name, claim))]), value);
    }

    private static (string, ConvolutionOperator)[] Operators { get; } =
        [.. ConvolutionOperators.All.Select(static op => (op.Name().Replace(' ', '-'), op))];

    /// <summary>The padding of the data gradient is a claim of its own, and of that operator simply its padding.</summary>
    private static Capabilities Lay(ConvolutionOperator op, Word claim, Capabilities claims, string value)
    {
        Capabilities laid = claim.Lay(claims, value);
        return op == ConvolutionOperator.DataGradient && claim.Name == "padding" ? laid with { DataGradientPadding = laid.Padding } : laid;
    }

    private static bool Flag(string name, string value) => Choice(name, value, ("yes", true), ("no", false));

    private static bool Kept(string name, string value, string otherwise) => Choice(name, value, ("kept", true), (otherwise, false));

    private static PaddingConvention Convention(string name, string value) => Choice(
        name,
        value,
        ("skipped", PaddingConvention.Skipped),
        ("multiplied", PaddingConvention.Multiplied),
        ("either", PaddingConvention.Either));

    private static PoolingNaN Pooled(string name, string value) =>
        Choice(name, value, ("propagates", PoolingNaN.Propagates), ("dropped", PoolingNaN.Dropped), ("either", PoolingNaN.Either));

    private static ImmutableArray<int> Ranks(string value) =>
        [.. value.Split(',').Select(static rank => Choice("ranks", rank, ("1", 1), ("2", 2), ("3", 3))).Distinct().Order()];

    private static T Choice<T>(string what, string word, params ReadOnlySpan<(string Word, T Meaning)> choices)
    {
        var words = new List<string>();
        foreach ((string known, T meaning) in choices)
            if (known == word)
                return meaning;
            else
                words.Add(known);
        throw new ArgumentException($"{what} must be one of {string.Join(", ", words)}; was {Quote.Of(word)}");
    }

    private sealed record Word(string Name, Func<Capabilities, string, Capabilities> Lay);
}
