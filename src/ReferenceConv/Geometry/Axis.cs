namespace ReferenceConv.Geometry;

/// <summary>
/// One axis of the relation R = { (o, r, i) : i = o·s − p₀ + r·d }: which input i meets which tap r in which output o.
/// Every operator in every direction reads the relation from here.
/// </summary>
public sealed record Axis
{
    /// <summary>What <see cref="InputAt(long)"/> answers where no input stands.</summary>
    public const int None = -1;

    /// <summary>Describes one axis.</summary>
    /// <param name="input">Input size i ≥ 0.</param>
    /// <param name="kernel">Taps k ≥ 1.</param>
    /// <param name="stride">Distance between windows s ≥ 1.</param>
    /// <param name="dilation">Distance between taps d ≥ 1.</param>
    /// <param name="padding">A padding word or explicit numbers; none if left out.</param>
    /// <param name="border">What stands in the padding. Anything but zeros needs an input to copy, i ≥ 1.</param>
    /// <param name="tile">How many kernels the outputs cycle through, t ≥ 1: output o uses kernel o mod t [S2.36].</param>
    /// <param name="rounding">Whether a last, partial window counts; only pooling asks for it.</param>
    /// <exception cref="ArgumentException">A value is out of its range, no window fits, or a size reaches 2³¹.</exception>
    public Axis(
        int input,
        int kernel,
        int stride = 1,
        int dilation = 1,
        Padding padding = default,
        Border border = Border.Zeros,
        int tile = 1,
        Rounding rounding = Rounding.Floor)
    {
        Input = Require.AtLeast(0, input, "input size");
        Kernel = Require.AtLeast(1, kernel, "kernel size");
        Stride = Require.AtLeast(1, stride, "stride");
        Dilation = Require.AtLeast(1, dilation, "dilation");
        Tile = Require.AtLeast(1, tile, "tile");
        Require.That(Enum.IsDefined(border), $"border must be one of {string.Join(", ", Enum.GetNames<Border>())}, was {border}");
        Require.That(Enum.IsDefined(rounding), $"rounding must be one of {string.Join(", ", Enum.GetNames<Rounding>())}, was {rounding}");
        Border = border;
        Rounding = rounding;
        Require.That(border == Border.Zeros
            || input > 0, $"a border of kind {border} needs an input to copy: input size must be ≥ 1, was 0");

        Extent = OutputSize.Extent(kernel, dilation);
        (Begin, End) = padding.Resolve(input, Extent, stride);
        Output = OutputSize.Count(input, Extent, stride, Begin, End, rounding);
        Require.That(
            Output > 0,
            $"kernel extent d(k−1)+1 must be ≤ the padded input size i+p₀+p₁ = {(long)Input + Begin + End}, was {Extent}");
    }

    /// <summary>Input size i.</summary>
    public int Input { get; }

    /// <summary>Taps k.</summary>
    public int Kernel { get; }

    /// <summary>Distance between windows s.</summary>
    public int Stride { get; }

    /// <summary>Distance between taps d.</summary>
    public int Dilation { get; }

    /// <summary>Positions p₀ before the input.</summary>
    public int Begin { get; }

    /// <summary>Positions p₁ after the input.</summary>
    public int End { get; }

    /// <summary>What stands in the padding.</summary>
    public Border Border { get; }

    /// <summary>How many kernels the outputs cycle through; 1 is the ordinary convolution.</summary>
    public int Tile { get; }

    /// <summary>Whether a last, partial window counts.</summary>
    public Rounding Rounding { get; }

    /// <summary>k̂ = d(k−1) + 1.</summary>
    public int Extent { get; }

    /// <summary>Output size o ≥ 1.</summary>
    public int Output { get; }

    /// <summary>
    /// o·s − p₀ + r·d: the position under tap <paramref name="tap"/> of window <paramref name="output"/>; the input is at 0 … i−1.
    /// </summary>
    public long Position(int output, int tap) => (long)output * Stride - Begin + (long)tap * Dilation;

    /// <summary>
    /// The input that stands under tap <paramref name="tap"/> of window <paramref name="output"/>, or <see cref="None"/>.
    /// </summary>
    public int InputAt(int output, int tap) => InputAt(Position(output, tap));

    /// <summary>
    /// The input that stands at <paramref name="position"/>, or <see cref="None"/>; positions are those of <see cref="Position"/>.
    /// </summary>
    public int InputAt(long position)
    {
        if (0 <= position && position < Input)
            return (int)position;
        if (position >= (long)Input + End)
            return None;   // beyond the padding: only a last, partial window reaches there, and no border does

        return Border switch
        {
            Border.Extended => position < 0 ? 0 : Input - 1,
            Border.Cyclic => (int)Modulo(position, Input),
            Border.Reflected => Reflect(position),
            _ => None,
        };
    }

    /// <summary>
    /// How many taps of window <paramref name="output"/> lie on the input or its padding; fewer than k only in a last, partial window.
    /// </summary>
    public int PaddedTaps(int output)
    {
        int taps = 0;
        while (taps < Kernel && Position(output, taps) < (long)Input + End)
            taps++;
        return taps;
    }

    /// <summary>Which of the t kernels output <paramref name="output"/> uses: o mod t [S2.36].</summary>
    public int PhaseOf(int output) => output % Tile;

    /// <summary>
    /// The axis whose data gradient is the transposed convolution that turns <paramref name="input"/> into
    /// i′ ↦ o′ = s(i′−1) + a + k̂ − p₀ − p₁; with a "same" word, into o′ = s·i′.
    /// </summary>
    /// <param name="input">Size i′ ≥ 1 of what the transposed convolution reads.</param>
    /// <param name="kernel">Taps k.</param>
    /// <param name="stride">Stride s of the convolution that is transposed.</param>
    /// <param name="dilation">Dilation d.</param>
    /// <param name="padding">Padding of the convolution that is transposed. A "same" word needs k̂ ≥ s.</param>
    /// <param name="outputPadding">a in 0 … s−1: which of the s sizes that convolve to i′ is meant; 0 with a "same" word.</param>
    /// <returns>An axis with <see cref="Output"/> = i′ and <see cref="Input"/> = o′.</returns>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static Axis Transposed(int input, int kernel, int stride = 1, int dilation = 1, Padding padding = default, int outputPadding = 0)
    {
        Require.AtLeast(1, input, "input size");
        Require.AtLeast(1, stride, "stride");
        int extent = OutputSize.Extent(kernel, dilation);

        if (padding.IsSame)
        {
            Require.That(extent >= stride, $"a transposed 'same' needs a kernel extent ≥ the stride {stride}, was {extent}");
            Require.That(outputPadding == 0, $"output padding must be 0 with a 'same' padding, was {outputPadding}");
            return TransposedTo(
                Require.Size((long)stride * input, "transposed output size s·i′"), input, kernel, stride, dilation, padding);
        }

        Require.That(
            0 <= outputPadding && outputPadding < stride,
            $"output padding must be in 0..stride−1 = 0..{stride - 1}, was {outputPadding}");
        (int begin, int end) = padding.Resolve(input, extent, stride);
        int target =
            Require.Size((long)stride * (input - 1) + outputPadding + extent - begin - end, "transposed output size s(i′−1)+a+k̂−p₀−p₁");
        return TransposedTo(target, input, kernel, stride, dilation, padding);
    }

    /// <summary>
    /// As <see cref="Transposed"/>, with the size o′ given. Explicit padding stays and the output padding follows;
    /// a "same" word lets the padding follow: p₀ + p₁ = s(i′−1) + k̂ − o′ (none if negative), split as the word says (ONNX
    /// <c>output_shape</c>).
    /// </summary>
    /// <exception cref="ArgumentException">No such o′ convolves to i′, or a value is out of its range.</exception>
    public static Axis TransposedTo(int target, int input, int kernel, int stride = 1, int dilation = 1, Padding padding = default)
    {
        Require.AtLeast(1, input, "input size");
        if (padding.IsSame)
        {
            long total = (long)stride * (input - 1) + OutputSize.Extent(kernel, dilation) - target;
            (int begin, int end) = padding.Split(Math.Max(total, 0));
            padding = Padding.Explicit(begin, end);
        }

        var axis = new Axis(target, kernel, stride, dilation, padding);
        Require.That(
            axis.Output == input,
            $"transposed output size must be one that convolves back to {input}: size {target} gives {axis.Output}");
        return axis;
    }

    /// <summary>For example <c>56 k3 s1 d1 p1,1 → 56</c>; border, tile and rounding are named where they are not the usual ones.</summary>
    public override string ToString() =>
        $"{Input} k{Kernel} s{Stride} d{Dilation} p{Begin},{End}"
        + (Border == Border.Zeros ? "" : $" {Border.ToString().ToLowerInvariant()}")
        + (Tile == 1 ? "" : $" t{Tile}")
        + (Rounding == Rounding.Floor ? "" : " ceil")
        + $" → {Output}";

    private static long Modulo(long value, long period) => (value % period + period) % period;

    /// <summary>
    /// … 2 1 [0 1 2 3] 2 1 0 1 …: the distance to the nearest even multiple of D−1; a single input is all there is to see.
    /// </summary>
    private int Reflect(long position)
    {
        if (Input == 1)
            return 0;
        long period = 2L * (Input - 1);
        long phase = Modulo(position, period);
        return (int)Math.Min(phase, period - phase);
    }
}
