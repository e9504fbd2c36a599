using System.Buffers.Text;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>
/// A small convolution that is ugly on purpose: every axis has its own size, kernel, stride, dilation, begin and end padding (also larger than the
/// kernel), border and tile; channels lie around multiples of vector widths; groups, empty batches, strides larger than kernels and sizes that the stride
/// does not divide all occur. It takes 10,000 multiply-adds at most. A case is a list of bytes; <see cref="Token"/> spells it out and replays it.
/// </summary>
public sealed class ConvolutionCase
{
    private readonly byte[] choices;

    private ConvolutionCase(ReadOnlySpan<byte> bytes)
    {
        choices = CaseDecisions.Of(bytes);
        byte[] decisions = [.. choices, .. new byte[CaseDecisions.Longest - choices.Length]];
        Geometry = CaseDecisions.GeometryOf(decisions);
        Seed = decisions[CaseDecisions.Seed];
        HasBias = decisions[CaseDecisions.Bias] == 1;
    }

    /// <summary>The shapes.</summary>
    public ConvolutionGeometry Geometry { get; }

    /// <summary>Selects the numbers.</summary>
    public int Seed { get; }

    /// <summary>Whether the forward operator has a bias.</summary>
    public bool HasBias { get; }

    /// <summary>The case as a short text: <see cref="Parse"/> reads it back.</summary>
    public string Token => choices.Length == 0 ? "0" : Base64Url.EncodeToString(choices);

    /// <summary>The case that these decisions lead to; every list is a case.</summary>
    public static ConvolutionCase From(ReadOnlySpan<byte> choices) => new(choices);

    /// <summary>The index-th case of a seed.</summary>
    public static ConvolutionCase Random(ulong seed, int index)
    {
        Span<byte> choices = stackalloc byte[CaseDecisions.Longest];
        for (int c = 0; c < CaseDecisions.Longest; c++)
            choices[c] = (byte)Draw.Bits(seed, ((ulong)index * CaseDecisions.Longest) + (ulong)c);
        return From(choices);
    }

    /// <summary>The case that a token spells.</summary>
    /// <exception cref="ArgumentException">The text is not a token, or not the one that its case has.</exception>
    public static ConvolutionCase Parse(string token)
    {
        if (token == "0")
            return From([]);
        if (!Base64Url.IsValid(token))
            throw new ArgumentException($"a case token must be base64url text, was {Quote.Of(token)}");

        ConvolutionCase spelled = From(Base64Url.DecodeFromChars(token));
        if (spelled.Token != token)   // too long, with blanks, or with bits that nothing reads: mistyped, and not the case that was meant
            throw new ArgumentException($"a case token must be spelled as it was printed, '{spelled.Token}', was {Quote.Of(token)}");
        return spelled;
    }

    /// <summary>
    /// The cases without one of the axes, then those with less of an equal padding at both ends, then those that are simpler by one decision;
    /// the boldest first.
    /// </summary>
    public IEnumerable<ConvolutionCase> Simpler()
    {
        for (int a = 0; a < Geometry.Axes.Length && Geometry.Axes.Length > 1; a++)
            yield return Without(a);

        for (int a = 0; a < Geometry.Axes.Length; a++)
            if (Geometry.Axes[a].Begin == Geometry.Axes[a].End)
                foreach (ConvolutionCase simpler in SimplerBy(CaseDecisions.At(a, CaseDecisions.Begin), CaseDecisions.At(a, CaseDecisions.End)))
                    yield return simpler;

        for (int c = 0; c < choices.Length; c++)
            foreach (ConvolutionCase simpler in SimplerBy(c))
                yield return simpler;
    }

    /// <summary>The same axes with one image and at most three channels in a group: small enough to be asked impulse by impulse.</summary>
    public ConvolutionCase WithFewChannels()
    {
        byte[] few = [.. choices, .. new byte[CaseDecisions.Longest - choices.Length]];
        few[CaseDecisions.Batch] = 0;
        few[CaseDecisions.InChannels] = Math.Min(few[CaseDecisions.InChannels], (byte)2);
        few[CaseDecisions.OutChannels] = Math.Min(few[CaseDecisions.OutChannels], (byte)2);
        return From(few);
    }

    /// <summary>Geometry and token in one line.</summary>
    public override string ToString() => $"{Geometry}{(HasBias ? " bias" : "")} seed {Seed} (case {Token})";

    /// <summary>With smaller choices at places that have the same choice.</summary>
    private IEnumerable<ConvolutionCase> SimplerBy(params int[] places)
    {
        int choice = places[0] < choices.Length ? choices[places[0]] : 0;
        foreach (int simpler in new[] { 0, choice / 2, choice - 1 }.Where(value => 0 <= value && value < choice).Distinct())
        {
            byte[] changed = [.. choices];
            foreach (int place in places)
                changed[place] = (byte)simpler;
            yield return From(changed);
        }
    }

    private ConvolutionCase Without(int axis)
    {
        List<byte> remaining = [.. choices, .. new byte[CaseDecisions.At(Geometry.Axes.Length, 0) - choices.Length]];
        remaining.RemoveRange(CaseDecisions.At(axis, 0), CaseDecisions.PerAxis);
        remaining[0]--;
        return From([.. remaining]);
    }
}
