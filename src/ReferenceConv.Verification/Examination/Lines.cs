using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Examination;

/// <summary>
/// The numbers that stand in the lines of <see cref="PlainLoops"/>: bounds, steps, the layout of the buffer, what is done to a sum. As they
/// are made they are right; a mutation changes one line of them. Axes are three, the slowest first; those that a convolution lacks are of
/// size 1.
/// </summary>
internal sealed class Lines
{
    /// <summary>The lines of a convolution.</summary>
    public Lines(ConvolutionGeometry geometry)
    {
        Geometry = geometry;
        Axis[] lacking = [.. Enumerable.Repeat(new Axis(1, 1), 3 - geometry.Axes.Length)];
        Axes = [.. lacking, .. geometry.Axes];
        First = lacking.Length;
        Padded = [.. Axes.Select(static axis => axis.Begin + axis.Input + axis.End)];
        (Image, Group, Channel, Row) =
            (new(geometry.Batch), new(geometry.Groups), new(geometry.GroupInChannels), new(geometry.GroupOutChannels));
        Output = [.. Axes.Select(static axis => new Bounds(axis.Output))];
        Tap = [.. Axes.Select(static axis => new Bounds(axis.Kernel))];
        Copied = [.. Padded.Select(static padded => new Bounds(padded))];
        CopiedChannel = new(geometry.GroupInChannels);
        Shift = [.. Axes.Select(static axis => axis.Begin)];
        Stride = [.. Axes.Select(static axis => axis.Stride)];
        Dilation = [.. Axes.Select(static axis => axis.Dilation)];
        WritePitch = Pitch(Padded[1], Padded[2]);
        ReadPitch = Pitch(Padded[1], Padded[2]);
        XImage = geometry.InChannels * geometry.Relation.Inputs;
        XGroup = geometry.GroupInChannels * geometry.Relation.Inputs;
        WGroup = geometry.GroupOutChannels * geometry.GroupInChannels * geometry.Relation.Taps;
    }

    /// <summary>The shapes.</summary>
    public ConvolutionGeometry Geometry { get; }

    /// <summary>The axes.</summary>
    public Axis[] Axes { get; }

    /// <summary>The slowest axis that the convolution has.</summary>
    public int First { get; }

    /// <summary>Positions of each axis in the buffer.</summary>
    public int[] Padded { get; }

    /// <summary>The loop over images.</summary>
    public Bounds Image { get; }

    /// <summary>The loop over groups.</summary>
    public Bounds Group { get; }

    /// <summary>The loop over the input channels of a group.</summary>
    public Bounds Channel { get; }

    /// <summary>The loop over the output channels of a group.</summary>
    public Bounds Row { get; }

    /// <summary>The loops over outputs.</summary>
    public Bounds[] Output { get; }

    /// <summary>The loops over taps.</summary>
    public Bounds[] Tap { get; }

    /// <summary>The positions that are copied into the buffer, or back.</summary>
    public Bounds[] Copied { get; }

    /// <summary>The channels that are.</summary>
    public Bounds CopiedChannel { get; }

    /// <summary>Where input 0 stands in the buffer.</summary>
    public int[] Shift { get; }

    /// <summary>From one window to the next.</summary>
    public int[] Stride { get; }

    /// <summary>From one tap to the next.</summary>
    public int[] Dilation { get; }

    /// <summary>From one channel, one row and so on of the buffer to the next, where it is written.</summary>
    public int[] WritePitch { get; set; }

    /// <summary>The same where it is read.</summary>
    public int[] ReadPitch { get; set; }

    /// <summary>From one image of x to the next.</summary>
    public int XImage { get; set; }

    /// <summary>From one group of x to the next.</summary>
    public int XGroup { get; set; }

    /// <summary>From one group of w to the next.</summary>
    public int WGroup { get; set; }

    /// <summary>Added to the channel of w.</summary>
    public int WChannelShift { get; set; }

    /// <summary>Added to the output channel of w.</summary>
    public int WRowShift { get; set; }

    /// <summary>Whether taps are counted from the last.</summary>
    public bool IsFlipped { get; set; }

    /// <summary>Whether rows and columns of taps are exchanged.</summary>
    public bool IsTransposed { get; set; }

    /// <summary>Added to the place of a result.</summary>
    public int ResultShift { get; set; }

    /// <summary>What stands in the buffer where there is neither input nor border.</summary>
    public float Void { get; set; }

    /// <summary>What is done to a sum.</summary>
    public SumFault Sum { get; set; }

    /// <summary>What is done to the bias.</summary>
    public BiasFault Bias { get; set; }

    /// <summary>The row of outputs that two threads compute; −1 for none.</summary>
    public int Seam { get; set; } = -1;

    /// <summary>What is kept from call to call.</summary>
    public Keeping Kept { get; set; }

    /// <summary>Whether every line says the same as in others of the same shapes.</summary>
    public bool AreLike(Lines other) => Numbers().SequenceEqual(other.Numbers());

    /// <summary>Steps of a buffer whose rows and planes have these lengths.</summary>
    public int[] Pitch(int rows, int columns) => [Padded[0] * rows * columns, rows * columns, columns, 1];

    private IEnumerable<float> Numbers() =>
    [
        .. new[] { Image, Group, Channel, Row, CopiedChannel }.Concat(Output).Concat(Tap).Concat(Copied).SelectMany(
            static loop => new float[] { loop.Begin, loop.End }),
        .. Shift, .. Stride, .. Dilation, .. WritePitch, .. ReadPitch,
        XImage, XGroup, WGroup, WChannelShift, WRowShift, IsFlipped ? 1 : 0, IsTransposed ? 1 : 0, ResultShift,
        Void, (int)Sum, (int)Bias, Seam, (int)Kept,
    ];
}

/// <summary>A loop: from a number up to another, without it.</summary>
internal sealed class Bounds(int end)
{
    /// <summary>The first.</summary>
    public int Begin { get; set; }

    /// <summary>Behind the last.</summary>
    public int End { get; set; } = end;
}

/// <summary>How a sum is spoilt.</summary>
internal enum SumFault
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It starts anew in every turn of its outer loop.</summary>
    Restarts,

    /// <summary>It starts anew in every eighth turn of its outer loop.</summary>
    RestartsEveryEighth,

    /// <summary>It does not start anew within a row of outputs.</summary>
    GoesOn,

    /// <summary>Products keep 11 bits.</summary>
    ShortProducts,

    /// <summary>Sums keep 11 bits.</summary>
    ShortSums,

    /// <summary>Sums keep 8 bits.</summary>
    ShorterSums,

    /// <summary>It is left zero.</summary>
    Zero,

    /// <summary>It is overwritten, not added to.</summary>
    Overwrites,
}

/// <summary>How a bias is spoilt.</summary>
internal enum BiasFault
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Forgotten.</summary>
    Forgotten,

    /// <summary>Added twice.</summary>
    Twice,

    /// <summary>Everywhere the first.</summary>
    First,

    /// <summary>That of the next channel.</summary>
    Next,
}

/// <summary>What is wrongly kept between two calls.</summary>
internal enum Keeping
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The weights, as long as the sizes stay.</summary>
    Weights,

    /// <summary>Results, which the next call of the same length adds to.</summary>
    Results,

    /// <summary>The buffer, whose padding is cleared only when it grows.</summary>
    Buffer,
}
