using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>
/// The decisions that make a case, one byte each: seven about the whole, then eight per axis. A byte counts modulo the number of options;
/// what is not given is the simplest option, 0. So every list of bytes is a list of decisions, and shorter lists and smaller bytes are
/// simpler cases.
/// </summary>
/// <remarks>
/// Many channels on large images would take most of the time of a run and see nothing that few do not. So where a case takes more than
/// <see cref="MostMultiplyAdds"/>, the decisions about sizes on its largest axis are halved until it does not; equal paddings stay equal.
/// </remarks>
internal static class CaseDecisions
{
    /// <summary>What a case may take.</summary>
    public const long MostMultiplyAdds = 10_000;

    public const int Rank = 0;
    public const int Batch = 1;
    public const int Groups = 2;
    public const int InChannels = 3;
    public const int OutChannels = 4;
    public const int Seed = 5;
    public const int Bias = 6;
    public const int BeforeAxes = 7;

    public const int Kernel = 0;
    public const int Stride = 1;
    public const int Dilation = 2;
    public const int Begin = 3;
    public const int End = 4;
    public const int BorderKind = 5;
    public const int Tile = 6;
    public const int Input = 7;
    public const int PerAxis = 8;

    /// <summary>Number of decisions of a case with three axes.</summary>
    public const int Longest = BeforeAxes + (3 * PerAxis);

    /// <summary>Images; seldom none, as such a case computes nothing.</summary>
    public static ReadOnlySpan<int> Batches => [1, 1, 1, 2, 2, 3, 0];

    /// <summary>Tiles.</summary>
    public static ReadOnlySpan<int> Tiles => [1, 1, 2, 3];

    /// <summary>Borders.</summary>
    public static ReadOnlySpan<Border> Borders =>
        [Border.Zeros, Border.Extended, Border.Cyclic, Border.Reflected];

    private const int Depthwise = 0;
    private const int Multiplied = -1;

    /// <summary>Group counts; then a depthwise convolution, and one with a channel multiplier.</summary>
    private static ReadOnlySpan<int> GroupCounts => [1, 2, 3, Depthwise, Multiplied];

    /// <summary>Inputs beyond the fewest that the kernel needs.</summary>
    private static ReadOnlySpan<int> MoreInputs => [0, 1, 2, 3, 4, 5, 6, 7, 8, 15, 16];

    /// <summary>
    /// Channels of a group, around the multiples of vector widths; the more axes, the more often few. One length for all ranks.
    /// </summary>
    private static ReadOnlySpan<int> Channels(int rank) => rank switch
    {
        1 => [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33],
        2 => [1, 1, 2, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 31, 32, 33],
        _ => [1, 1, 1, 2, 2, 3, 3, 4, 5, 8, 9, 15, 16, 17, 31, 32, 33],
    };

    /// <summary>Number of options of the decision at a place.</summary>
    public static int Options(int place) => place < BeforeAxes
        ? place switch
        {
            Rank => 3,
            Batch => Batches.Length,
            Groups => GroupCounts.Length,
            InChannels or OutChannels => Channels(1).Length,
            Seed => 256,
            _ => 2,
        }
        : ((place - BeforeAxes) % PerAxis) switch
        {
            Kernel => 5,
            Stride => 4,
            Dilation => 3,
            Begin or End => 6,
            BorderKind => Borders.Length,
            Tile => Tiles.Length,
            _ => MoreInputs.Length,
        };

    /// <summary>Place of a decision about an axis.</summary>
    public static int At(int axis, int decision) => BeforeAxes + (axis * PerAxis) + decision;

    /// <summary>All decisions that these bytes lead to.</summary>
    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        var decisions = new byte[Longest];
        for (int place = 0; place < Math.Min(bytes.Length, Longest); place++)
            decisions[place] = (byte)(bytes[place] % Options(place));
        while (MultiplyAdds(decisions) > MostMultiplyAdds)
            HalveLargest(decisions);
        return decisions;
    }

    /// <summary>The geometry of a full list of decisions.</summary>
    public static ConvolutionGeometry GeometryOf(ReadOnlySpan<byte> decisions)
    {
        (int groups, int inChannels, int outChannels) = ChannelsOf(decisions);
        var axes = new Axis[Axes(decisions)];
        for (int a = 0; a < axes.Length; a++)
            axes[a] = AxisOf(decisions.Slice(At(a, 0), PerAxis));
        return new ConvolutionGeometry(Batches[decisions[Batch]], groups * inChannels, groups * outChannels, groups, axes);
    }

    /// <summary>The axis of eight decisions.</summary>
    public static Axis AxisOf(ReadOnlySpan<byte> decisions) => new(
        InputOf(decisions),
        1 + decisions[Kernel],
        1 + decisions[Stride],
        1 + decisions[Dilation],
        Padding.Explicit(decisions[Begin], decisions[End]),
        Borders[decisions[BorderKind]],
        Tiles[decisions[Tile]]);

    private static int Axes(ReadOnlySpan<byte> decisions) => 1 + decisions[Rank];

    /// <summary>Groups, and channels of a group.</summary>
    private static (int Groups, int InChannels, int OutChannels) ChannelsOf(ReadOnlySpan<byte> decisions)
    {
        ReadOnlySpan<int> channels = Channels(Axes(decisions));
        int inChannels = channels[decisions[InChannels]];
        int outChannels = channels[decisions[OutChannels]];
        return GroupCounts[decisions[Groups]] switch
        {
            Depthwise => (inChannels, 1, 1),
            Multiplied => (inChannels, 1, outChannels),
            int groups => (groups, inChannels, outChannels),
        };
    }

    /// <summary>As many inputs as a window needs beside the padding, and some more.</summary>
    private static int InputOf(ReadOnlySpan<byte> axis)
    {
        int fewest = Borders[axis[BorderKind]] == Border.Zeros ? 0 : 1;
        return Math.Max(Extent(axis) - axis[Begin] - axis[End], fewest) + MoreInputs[axis[Input]];
    }

    private static int Extent(ReadOnlySpan<byte> axis) => OutputSize.Extent(1 + axis[Kernel], 1 + axis[Dilation]);

    private static long MultiplyAdds(ReadOnlySpan<byte> decisions)
    {
        (int groups, int inChannels, int outChannels) = ChannelsOf(decisions);
        long product = (long)Batches[decisions[Batch]] * groups * inChannels * outChannels;
        for (int a = 0; a < Axes(decisions); a++)
            product *= MeetingsOn(decisions.Slice(At(a, 0), PerAxis));
        return product;
    }

    /// <summary>Taps times outputs of an axis.</summary>
    private static int MeetingsOn(ReadOnlySpan<byte> axis) =>
        (1 + axis[Kernel]) * OutputSize.Count(InputOf(axis), Extent(axis), 1 + axis[Stride], axis[Begin], axis[End]);

    private static void HalveLargest(Span<byte> decisions)
    {
        int largest = 0;
        for (int a = 1; a < Axes(decisions); a++)
            if (MeetingsOn(decisions.Slice(At(a, 0), PerAxis)) > MeetingsOn(decisions.Slice(At(largest, 0), PerAxis)))
                largest = a;

        Span<byte> axis = decisions.Slice(At(largest, 0), PerAxis);
        int most = Math.Max(Math.Max(axis[Kernel], axis[Input]), Math.Max(axis[Begin], axis[End]));
        if (axis[Input] == most)
            axis[Input] /= 2;
        else if (axis[Kernel] == most)
            axis[Kernel] /= 2;
        else
            (axis[Begin], axis[End]) = ((byte)(axis[Begin] / 2), (byte)(axis[End] / 2));
    }
}
