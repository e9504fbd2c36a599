using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// One axis as a person draws it: the input with its padding written out, and a window pushed along until it no longer fits.
/// It reads the plain parameters of an <see cref="Axis"/> and none of its answers, so that it can say when those are wrong.
/// </summary>
internal sealed class PaddedLine
{
    /// <summary>Stands in <see cref="Sources"/> where the padding is a zero.</summary>
    public const int Nothing = -1;

    private readonly int input;
    private readonly int begin;
    private readonly int span;
    private readonly int stride;

    /// <summary>Writes the padding out and counts the windows.</summary>
    /// <param name="axis">Its parameters are read; neither its output size nor its relation is.</param>
    public PaddedLine(Axis axis)
    {
        input = axis.Input;
        begin = axis.Begin;
        stride = axis.Stride;
        span = axis.Dilation * (axis.Kernel - 1);
        Sources =
        [
            .. Outward(axis.Border, axis.Begin, edge: 0, direction: -1).Reverse(),
            .. Enumerable.Range(0, axis.Input),
            .. Outward(axis.Border, axis.End, edge: axis.Input - 1, direction: 1),
        ];
        Windows = CountWindows(axis.Rounding == Rounding.Ceiling);
    }

    /// <summary>For each position of the padded input, the input that is copied there, or <see cref="Nothing"/>.</summary>
    public int[] Sources { get; }

    /// <summary>How often the window could be put down.</summary>
    public int Windows { get; }

    /// <summary>Walks away from the input and says what is seen there, step by step.</summary>
    private IEnumerable<int> Outward(Border border, int steps, int edge, int direction)
    {
        int at = edge;
        int mirrored = -direction;
        for (int step = 0; step < steps; step++)
            switch (border)
            {
                case Border.Zeros:
                    yield return Nothing;
                    break;
                case Border.Extended:
                    yield return edge;
                    break;
                case Border.Cyclic:         // leave by one side, come in by the other
                    at += direction;
                    if (at < 0)
                        at = input - 1;
                    if (at == input)
                        at = 0;
                    yield return at;
                    break;
                case Border.Reflected:      // walk back, and turn round at either end
                    if (at + mirrored < 0 || at + mirrored == input)
                        mirrored = -mirrored;
                    if (input > 1)
                        at += mirrored;
                    yield return at;
                    break;
            }
    }

    /// <summary>
    /// With partial windows allowed, a last one may hang over the end if the whole ones have not reached it and it starts before the end
    /// padding.
    /// </summary>
    private int CountWindows(bool partial)
    {
        int windows = 0;
        int reached = 0;
        for (int start = 0; ; start += stride)
        {
            bool fits = start + span < Sources.Length;
            bool hangsOver = partial && windows > 0 && reached < Sources.Length && start < begin + input;
            if (!fits && !hangsOver)
                return windows;
            windows++;
            reached = start + span + 1;
        }
    }
}
