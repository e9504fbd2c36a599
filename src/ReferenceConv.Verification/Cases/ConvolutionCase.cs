using System.Buffers.Text;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>
/// A small convolution that is ugly on purpose: every axis has its own size, kernel, stride, dilation, begin and end padding (also larger than the
/// kernel), border and tile; channels lie around multiples of vector widths; groups, empty batches, strides larger than kernels and sizes that the stride
/// does not divide all occur. A case is a list of bytes; <see cref="Token"/> spells it out and replays it.
/// </summary>
public sealed class ConvolutionCase
{
    private const int DecisionsBeforeAxes = 7;
    private const int DecisionsPerAxis = 8;
    private const int BatchDecision = 1;
    private const int InChannelsDecision = 3;
    private const int Longest = DecisionsBeforeAxes + 3 * DecisionsPerAxis;
    private const int Depthwise = 0;   // as many groups as channels, and one or two outputs from each

    private readonly byte[] choices;

    private ConvolutionCase(ReadOnlySpan<byte> choices)
    {
        var next = new Choices(choices);
        int rank = 1 + next.Next(3);
        ReadOnlySpan<int> channels = rank == 1 ? [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33] : rank == 2 ? [1, 2, 3, 4, 5, 7, 8, 9] : [1, 2, 3, 5];
        int batch = next.Next([1, 2, 3, 0]);
        int groups = next.Next([1, 2, 3, Depthwise]);
        int inPerGroup = next.Next(channels);
        int outPerGroup = next.Next(channels);
        if (groups == Depthwise)
            (groups, inPerGroup, outPerGroup) = (inPerGroup, 1, Math.Min(outPerGroup, 2));
        Seed = next.Next(256);
        HasBias = next.Next(2) == 1;

        var axes = new Axis[rank];
        for (int a = 0; a < rank; a++)
            axes[a] = NextAxis(ref next);
        Geometry = new ConvolutionGeometry(batch, groups * inPerGroup, groups * outPerGroup, groups, axes);
        this.choices = next.Taken;
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
        Span<byte> choices = stackalloc byte[Longest];
        for (int c = 0; c < Longest; c++)
            choices[c] = (byte)Draw.Bits(seed, ((ulong)index * Longest) + (ulong)c);
        return From(choices);
    }

    /// <summary>The case that a token spells.</summary>
    /// <exception cref="ArgumentException">The text is not a token, or not the one that its case has.</exception>
    public static ConvolutionCase Parse(string token)
    {
        if (token == "0")
            return From([]);
        if (!Base64Url.IsValid(token))
            throw new ArgumentException($"a case token must be base64url text, was '{token}'");

        ConvolutionCase spelled = From(Base64Url.DecodeFromChars(token));
        if (spelled.Token != token)   // too long, with blanks, or with bits that nothing reads: mistyped, and not the case that was meant
            throw new ArgumentException($"a case token must be spelled as it was printed, '{spelled.Token}', was '{token}'");
        return spelled;
    }

    /// <summary>The cases without one of the axes, then those that are simpler by one decision, the boldest first.</summary>
    public IEnumerable<ConvolutionCase> Simpler()
    {
        for (int a = 0; a < Geometry.Axes.Length && Geometry.Axes.Length > 1; a++)
            yield return Without(a);

        for (int c = 0; c < choices.Length; c++)
            foreach (int simpler in new[] { 0, choices[c] / 2, choices[c] - 1 }.Where(value => 0 <= value && value < choices[c]).Distinct())
            {
                byte[] changed = [.. choices];
                changed[c] = (byte)simpler;
                yield return From(changed);
            }
    }

    /// <summary>The same axes with one image and at most two channels in a group: small enough to be asked impulse by impulse.</summary>
    public ConvolutionCase WithFewChannels()
    {
        byte[] few = [.. choices, .. new byte[Math.Max(DecisionsBeforeAxes - choices.Length, 0)]];
        few[BatchDecision] = 0;
        few[InChannelsDecision] = Math.Min(few[InChannelsDecision], (byte)1);
        few[InChannelsDecision + 1] = Math.Min(few[InChannelsDecision + 1], (byte)1);
        return From(few);
    }

    /// <summary>Geometry and token in one line.</summary>
    public override string ToString() => $"{Geometry}{(HasBias ? " bias" : "")} seed {Seed} (case {Token})";

    private ConvolutionCase Without(int axis)
    {
        List<byte> remaining = [.. choices, .. new byte[DecisionsBeforeAxes + Geometry.Axes.Length * DecisionsPerAxis - choices.Length]];
        remaining.RemoveRange(DecisionsBeforeAxes + axis * DecisionsPerAxis, DecisionsPerAxis);
        remaining[0]--;
        return From([.. remaining]);
    }

    private static Axis NextAxis(ref Choices next)
    {
        int kernel = 1 + next.Next(5);
        int stride = 1 + next.Next(4);
        int dilation = 1 + next.Next(3);
        int begin = next.Next(6);
        int end = next.Next(6);
        Border border = next.Next([Border.Zeros, Border.Extended, Border.Cyclic, Border.Reflected]);
        int tile = next.Next([1, 1, 2, 3]);
        int least = Math.Max(OutputSize.Extent(kernel, dilation) - begin - end, border == Border.Zeros ? 0 : 1);
        return new Axis(least + next.Next(7), kernel, stride, dilation, Padding.Explicit(begin, end), border, tile);
    }
}
