namespace ReferenceConv.Geometry;

/// <summary>
/// How many positions stand before and after the input on one axis: a word of the field, or explicit numbers.
/// The default value is <see cref="Valid"/>.
/// </summary>
public readonly record struct Padding
{
    private enum Rule
    {
        Explicit,
        Full,
        Half,
        SameUpper,
        SameLower,
    }

    private readonly Rule rule;
    private readonly int begin;
    private readonly int end;

    private Padding(Rule rule, int begin = 0, int end = 0) => (this.rule, this.begin, this.end) = (rule, begin, end);

    /// <summary>No padding: only windows that lie inside the input [S4.26].</summary>
    public static Padding Valid => default;

    /// <summary>k̂−1 per side: every window that meets the input at all [S4.24].</summary>
    public static Padding Full => new(Rule.Full);

    /// <summary>⌊k̂/2⌋ per side: the lectures' "same", which keeps the size for an odd extent at stride 1 [S4.25].</summary>
    public static Padding Half => new(Rule.Half);

    /// <summary>
    /// As little as gives ⌈i/s⌉ outputs, the odd one at the end: what plain "same" means (TensorFlow SAME, ONNX SAME_UPPER).
    /// </summary>
    public static Padding SameUpper => new(Rule.SameUpper);

    /// <summary>As little as gives ⌈i/s⌉ outputs, the odd one at the beginning (ONNX SAME_LOWER).</summary>
    public static Padding SameLower => new(Rule.SameLower);

    /// <summary>Exactly these numbers.</summary>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public static Padding Explicit(int begin, int end) =>
        new(Rule.Explicit, Require.AtLeast(0, begin, "begin padding"), Require.AtLeast(0, end, "end padding"));

    /// <summary>Whether the word asks for an output size and lets the padding follow.</summary>
    internal bool IsSame => rule is Rule.SameUpper or Rule.SameLower;

    /// <summary>The numbers this padding stands for.</summary>
    /// <param name="input">Input size i ≥ 0; only the "same" words depend on it.</param>
    /// <param name="extent">Kernel extent k̂ ≥ 1.</param>
    /// <param name="stride">Stride s ≥ 1; only the "same" words depend on it.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public (int Begin, int End) Resolve(int input, int extent, int stride)
    {
        Require.AtLeast(0, input, "input size");
        Require.AtLeast(1, extent, "kernel extent");
        Require.AtLeast(1, stride, "stride");
        switch (rule)
        {
            case Rule.Full:
                return (extent - 1, extent - 1);
            case Rule.Half:
                return (extent / 2, extent / 2);
            case Rule.SameUpper:
            case Rule.SameLower:
                long outputs = ((long)input + stride - 1) / stride;
                return Split(Math.Max((outputs - 1) * stride + extent - input, 0));
            default:
                return (begin, end);
        }
    }

    /// <summary>total = ⌊total/2⌋ + ⌈total/2⌉, the larger part where the word says.</summary>
    internal (int Begin, int End) Split(long total)
    {
        int smaller = Require.Size(total / 2, "padding");
        int larger = Require.Size(total - smaller, "padding");
        return rule == Rule.SameLower ? (larger, smaller) : (smaller, larger);
    }

    /// <summary>
    /// Reads <c>valid</c>, <c>full</c>, <c>half</c>, <c>same</c>, <c>same-upper</c>, <c>same-lower</c>, <c>2</c> (per side) or <c>0,1</c>
    /// (begin, end).
    /// </summary>
    /// <exception cref="ArgumentException">The text is none of these.</exception>
    public static Padding Parse(string text)
    {
        switch (text)
        {
            case "valid":
                return Valid;
            case "full":
                return Full;
            case "half":
                return Half;
            case "same" or "same-upper":
                return SameUpper;
            case "same-lower":
                return SameLower;
        }

        string[] parts = text.Split(',');
        bool isNumber = int.TryParse(parts[0], out int first);
        if (isNumber && parts.Length == 1)
            return Explicit(first, first);
        if (isNumber && parts.Length == 2 && int.TryParse(parts[1], out int second))
            return Explicit(first, second);
        throw new ArgumentException(
            $"padding must be valid, full, half, same, same-upper, same-lower, a number, or begin,end; was '{text}'");
    }

    /// <summary>The word, or <c>begin,end</c>.</summary>
    public override string ToString() => rule switch
    {
        Rule.Full => "full",
        Rule.Half => "half",
        Rule.SameUpper => "same-upper",
        Rule.SameLower => "same-lower",
        _ => $"{begin},{end}",
    };
}
