using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Cli.Check;

/// <summary>What the command line says of a candidate beyond what the candidate says itself; null leaves it as it is.</summary>
/// <param name="NumberType">float32 or float64: only that.</param>
/// <param name="Operators">Only these; empty for all.</param>
/// <param name="Words">Claims in the words of refconv.h; the ones below stand over them.</param>
/// <param name="Exactness">How it rounds.</param>
/// <param name="Padding">What meets only padding, forward and weight gradient.</param>
/// <param name="DataGradientPadding">The same in the data gradient.</param>
/// <param name="KeepsSubnormals">Whether it computes with subnormals.</param>
internal sealed record Claims(
    string? NumberType,
    ImmutableArray<ConvolutionOperator> Operators,
    string Words,
    Exactness? Exactness,
    PaddingConvention? Padding,
    PaddingConvention? DataGradientPadding,
    bool? KeepsSubnormals)
{
    /// <summary>Reads the words of the options.</summary>
    /// <exception cref="ArgumentException">A word is none of the allowed ones.</exception>
    public static Claims Parse(
        string? type,
        string[] operators,
        string? words,
        string? exactness,
        string? padding,
        string? gradientPadding,
        string? subnormals) => new(
        type is null ? null : Word("type", type, ["float32", "float64"], ["float32", "float64"]),
        [.. operators.Select(static name => Word("operator", name,
            [.. ConvolutionOperators.All.Select(static op => op.Name().Replace(' ', '-'))], ConvolutionOperators.All.AsSpan()))],
        Require(words ?? ""),
        exactness is null ? null : Exactness.Parse(exactness),
        Convention("padding", padding),
        Convention("gradient-padding", gradientPadding),
        subnormals is null ? null : Word("subnormals", subnormals, ["kept", "flushed"], [true, false]));

    /// <summary>The candidate's own claims with these over them.</summary>
    public Capabilities Over(Capabilities own) => ClaimWords.Over(own, Words).Everywhere(all => all with
    {
        Operators = Operators.IsEmpty ? all.Operators : [.. all.Operators.Intersect(Operators)],
        Exactness = Exactness ?? all.Exactness,
        Padding = Padding ?? all.Padding,
        DataGradientPadding = DataGradientPadding ?? all.DataGradientPadding,
        KeepsSubnormals = KeepsSubnormals ?? all.KeepsSubnormals,
    });

    /// <summary>Refuses bad words before anything is started.</summary>
    private static string Require(string words)
    {
        _ = ClaimWords.Over(Capabilities.Convolution, words);
        return words;
    }

    private static PaddingConvention? Convention(string option, string? word) =>
        word is null ? null : Word(option, word, ["skipped", "multiplied", "either"],
            [PaddingConvention.Skipped, PaddingConvention.Multiplied, PaddingConvention.Either]);

    private static T Word<T>(string option, string word, string[] words, ReadOnlySpan<T> meanings)
    {
        int at = Array.IndexOf(words, word);
        return at >= 0 ? meanings[at] : throw new ArgumentException($"{option} must be one of {string.Join(", ", words)}; was '{word}'");
    }
}
