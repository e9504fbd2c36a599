using ReferenceConv.Geometry;

namespace ReferenceConv.Cli.Explain;

/// <summary>
/// The positions of one axis that a picture shows: the input, its padding, and what a last, partial window has beyond it.
/// </summary>
internal sealed class Ground
{
    private readonly Axis axis;
    private readonly Axis onePerPosition;

    /// <summary>The ground of an axis.</summary>
    public Ground(Axis axis)
    {
        this.axis = axis;
        long behind = axis.Position(axis.Output - 1, axis.Kernel - 1) + 1 - axis.Input;
        int end = (int)Math.Max(behind, axis.End);
        onePerPosition = new Axis(axis.Input, 1, padding: Padding.Explicit(axis.Begin, end), border: axis.Border);
    }

    /// <summary>The first position: −p₀.</summary>
    public int First => -axis.Begin;

    /// <summary>How many positions there are.</summary>
    public int Count => onePerPosition.Output;

    /// <summary>Whether an input stands at the position itself.</summary>
    public bool IsInput(int position) => 0 <= position && position < axis.Input;

    /// <summary>Whether the position lies even behind the end padding.</summary>
    public bool IsBeyond(int position) => position >= axis.Input + axis.End;

    /// <summary>The input whose value is read there, or <see cref="Axis.None"/>.</summary>
    public int Source(int position) => onePerPosition.InputAt(position - First, 0);

    /// <summary>The taps of window <paramref name="output"/> at this position: one, or <see cref="Axis.None"/>.</summary>
    public int TapAt(int output, int position)
    {
        long offset = position - axis.Position(output, 0);
        bool isTap = offset >= 0 && offset % axis.Dilation == 0 && offset / axis.Dilation < axis.Kernel;
        return isTap ? (int)(offset / axis.Dilation) : Axis.None;
    }

    /// <summary>
    /// Where a view of <paramref name="room"/> positions starts so that the window stands in its middle, or at its start if it is wider.
    /// </summary>
    public int ViewAround(int output, int room)
    {
        long start = axis.Position(output, 0) - Math.Max(0, room - axis.Extent) / 2;
        return (int)Math.Clamp(start, First, Math.Max(First, (long)First + Count - room));
    }
}
