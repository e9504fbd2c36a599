using System.Buffers.Text;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>
/// A convolution to be asked: its shapes, the seed of its numbers, and whether it has a bias. It is a list of numbers that count from the
/// simplest value; <see cref="Token"/> spells them out and replays the case, and lowering one of them makes the case simpler.
/// </summary>
/// <remarks>
/// Cases that are drawn axis by axis (<see cref="From"/>, <see cref="Random"/>) are ugly on purpose: every axis has its own size, kernel,
/// stride, dilation, begin and end padding (also larger than the kernel), border and tile; channels lie around multiples of vector widths;
/// groups, empty batches, strides larger than kernels and sizes that the stride does not divide all occur. They take 10,000 multiply-adds
/// at most. Any other convolution is a case too.
/// </remarks>
public sealed class ConvolutionCase
{
    private const long MostElements = 1L << 26;   // of an array, where a token comes from outside

    private readonly int[] numbers;

    private ConvolutionCase(int[] numbers, ConvolutionGeometry geometry)
    {
        this.numbers = numbers;
        Geometry = geometry;
        Seed = At(CaseDecisions.Seed);
        HasBias = At(CaseDecisions.Bias) > 0;
    }

    /// <summary>The shapes.</summary>
    public ConvolutionGeometry Geometry { get; }

    /// <summary>Selects the numbers.</summary>
    public int Seed { get; }

    /// <summary>Whether the forward operator has a bias.</summary>
    public bool HasBias { get; }

    /// <summary>The case as a short text: <see cref="Parse"/> reads it back.</summary>
    public string Token => CaseNumbers.Token(numbers);

    /// <summary>The case that these decisions lead to; every list is a case of at most 10,000 multiply-adds.</summary>
    public static ConvolutionCase From(ReadOnlySpan<byte> choices)
    {
        byte[] decisions = CaseDecisions.Of(choices);
        return Of(CaseDecisions.GeometryOf(decisions), decisions[CaseDecisions.Seed], decisions[CaseDecisions.Bias] == 1);
    }

    /// <summary>Any convolution as a case.</summary>
    /// <param name="geometry">Its shapes; no axis counts a last, partial window.</param>
    /// <param name="seed">Selects the numbers, ≥ 0.</param>
    /// <param name="hasBias">Whether the forward operator has a bias.</param>
    public static ConvolutionCase Of(ConvolutionGeometry geometry, int seed, bool hasBias) =>
        new(CaseNumbers.Of(geometry, seed, hasBias), geometry);

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
        if (CaseNumbers.Parse(Base64Url.DecodeFromChars(token)) is not { } numbers)
            throw new ArgumentException($"a case token must be 1 to {CaseDecisions.Longest} numbers of a case, was {Quote.Of(token)}");

        ConvolutionCase spelled = Spelled(numbers, token);
        if (spelled.Token != token)   // too long, with blanks, or with bits that nothing reads: mistyped, and not the case that was meant
            throw new ArgumentException($"a case token must be spelled as it was printed, '{spelled.Token}', was {Quote.Of(token)}");
        return spelled;
    }

    /// <summary>The same convolution with other numbers.</summary>
    public ConvolutionCase WithSeed(int seed) => Of(Geometry, seed, HasBias);

    /// <summary>
    /// The cases without one of the axes, then those with less of something on all axes alike or at both ends of one, then those that are
    /// simpler by one number; the boldest first. None takes more multiply-adds than this one, or than 10,000.
    /// </summary>
    public IEnumerable<ConvolutionCase> Simpler()
    {
        int axes = Geometry.Axes.Length;
        var simpler = new List<int[]>();
        for (int a = 0; a < axes && axes > 1; a++)
            simpler.Add(Without(a));
        for (int decision = 0; decision < CaseDecisions.PerAxis && axes > 1; decision++)
            Lower(simpler, [.. Enumerable.Range(0, axes).Select(a => CaseDecisions.At(a, decision))]);
        for (int a = 0; a < axes; a++)
        {
            simpler.AddRange(LessPadding(a));
            Lower(simpler, [CaseDecisions.At(a, CaseDecisions.Begin), CaseDecisions.At(a, CaseDecisions.End)]);
        }

        Lower(simpler, [CaseDecisions.InChannels, CaseDecisions.OutChannels]);
        for (int place = CaseDecisions.Batch; place < numbers.Length; place++)   // the rank was lowered by leaving out an axis
            Lower(simpler, [place]);
        long most = Math.Max(Geometry.MultiplyAdds, CaseDecisions.MostMultiplyAdds);
        return simpler.Select(static lower => Whole(lower)).Where(lower => lower.Geometry.MultiplyAdds <= most);
    }

    /// <summary>The same axes with one image and at most three channels in a group: small enough to be asked impulse by impulse.</summary>
    public ConvolutionCase WithFewChannels()
    {
        int[] few = Full();
        few[CaseDecisions.Batch] = 0;
        few[CaseDecisions.InChannels] = Math.Min(few[CaseDecisions.InChannels], 2);
        few[CaseDecisions.OutChannels] = Math.Min(few[CaseDecisions.OutChannels], 2);
        return Whole(few);
    }

    /// <summary>Geometry and token in one line.</summary>
    public override string ToString() => $"{Geometry}{(HasBias ? " bias" : "")} seed {Seed} (case {Token})";

    private static ConvolutionCase Whole(int[] numbers) => new(CaseNumbers.Trimmed(numbers), CaseNumbers.GeometryOf(numbers));

    private static ConvolutionCase Spelled(int[] numbers, string token)
    {
        try
        {
            ConvolutionCase spelled = Whole(numbers);
            ConvolutionGeometry geometry = spelled.Geometry;
            if (Math.Max(geometry.InputLength, Math.Max(geometry.OutputLength, geometry.WeightLength)) <= MostElements)
                return Of(geometry, spelled.Seed, spelled.HasBias);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            // told below, as what it is to the reader of a token
        }

        throw new ArgumentException($"a case token must be a case with arrays of ≤ 2²⁶ elements, was {Quote.Of(token)}");
    }

    private int At(int place) => place < numbers.Length ? numbers[place] : 0;

    private int[] Full() => [.. numbers, .. new int[CaseDecisions.Longest - numbers.Length]];

    /// <summary>With smaller numbers at places that have the same number.</summary>
    private void Lower(List<int[]> simpler, ReadOnlySpan<int> places)
    {
        int number = At(places[0]);
        foreach (int place in places)
            if (At(place) != number)
                return;
        foreach (int lower in Below(number))
            simpler.Add(With(places, lower));
    }

    /// <summary>
    /// Zero, half, and less by each power of two: a remainder by a vector's width stays where a size is lowered by that width.
    /// </summary>
    private static IEnumerable<int> Below(int number)
    {
        var lower = new List<int> { 0, number / 2 };
        for (int step = 1 << 30; step > 0; step /= 2)
            lower.Add(number - step);
        return lower.Where(value => 0 <= value && value < number).Distinct();
    }

    /// <summary>With less padding around the same inputs.</summary>
    private IEnumerable<int[]> LessPadding(int a)
    {
        Axis axis = Geometry.Axes[a];
        (int Begin, int End)[] less =
        [
            (0, 0), (0, axis.End), (axis.Begin, 0), (axis.Begin / 2, axis.End / 2), (axis.Begin - 1, axis.End - 1), (
                axis.Begin - 1, axis.End), (axis.Begin, axis.End - 1),
        ];
        foreach ((int begin, int end) in less.Distinct())
            if (begin >= 0 && end >= 0 && begin + end < axis.Begin + axis.End && axis.Input + begin + end >= axis.Extent)
            {
                var barer =
                    new Axis(axis.Input, axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(begin, end), axis.Border, axis.Tile);
                yield return CaseNumbers.Of(
                    new ConvolutionGeometry(
                        Geometry.Batch, Geometry.InChannels, Geometry.OutChannels, Geometry.Groups, Geometry.Axes.SetItem(a, barer)),
                    Seed,
                    HasBias);
            }
    }

    private int[] With(ReadOnlySpan<int> places, int number)
    {
        int[] changed = Full();
        foreach (int place in places)
            changed[place] = number;
        return changed;
    }

    private int[] Without(int axis)
    {
        List<int> remaining = [.. Full()];
        remaining.RemoveRange(CaseDecisions.At(axis, 0), CaseDecisions.PerAxis);
        remaining[CaseDecisions.Rank]--;
        return [.. remaining];
    }
}
